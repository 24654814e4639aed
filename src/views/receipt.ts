/**
 * The receipt of a payment made some time ago: what was paid, how it stands now, and what was authorized. Prints as it stands.
 * The same parts as the accepted payment; only the promise of what happens next is not repeated.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { isRetryable } from '../domain/errors.js';
import type { ReceiptState } from '../domain/history.js';
import { contact } from './contact.js';
import type { ViewContext } from './context.js';
import { viewHeading } from './heading.js';
import { notice } from './notice.js';
import { receiptActions, receiptAuthorization, receiptFacts } from './receipt-parts.js';
import { actions, resultPayment } from './result.js';
import { bones } from './skeleton.js';

type Ready = Extract<ReceiptState, { status: 'ready' }>;
type Failed = Extract<ReceiptState, { status: 'failed' }>;

const whole = ({ payment }: Ready, isStale: boolean, context: ViewContext): TemplateResult => {
  const { words } = context;
  return html`
    <div class="stack head measure">
      ${viewHeading(context, words.receipt.title)} ${isStale ? notice('alert', 'warn', html`<p>${words.receipt.stale}</p>`) : nothing}
    </div>
    ${resultPayment(words.payment, words.receipt.sum, payment.amount, receiptFacts(payment, true, context), context)}
    ${receiptAuthorization(payment.authorization, context)} ${actions(receiptActions(context))}
  `;
};

const failed = ({ paymentId, fault }: Failed, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const again = { words: words.tryAgain, isPrimary: true, press: () => send({ type: 'receiptOpened', paymentId }) } as const;
  const done = { words: words.done, isPrimary: false, press: () => send({ type: 'donePressed' }) } as const;
  return html`
    <div class="stack head measure">
      ${viewHeading(context, words.receipt.failed)}
      <p>${words.faults[fault.code]} ${words.receipt.failedHint}</p>
      ${contact(context)}
    </div>
    ${actions(isRetryable(fault) ? [again, done] : [done])}
  `;
};

const loading = (context: ViewContext): TemplateResult => {
  const { words, send } = context;
  return html`
    <div class="stack head measure">
      ${viewHeading(context, words.receipt.title)}
      <p class="sr">${words.receipt.loading}</p>
      ${bones(6)}
    </div>
    ${actions([{ words: words.done, isPrimary: true, press: () => send({ type: 'donePressed' }) }])}
  `;
};

export const receipt = (state: ReceiptState, isStale: boolean, context: ViewContext): TemplateResult => {
  switch (state.status) {
    case 'loading':
      return loading(context);
    case 'failed':
      return failed(state, context);
    case 'ready':
      return whole(state, isStale, context);
  }
};
