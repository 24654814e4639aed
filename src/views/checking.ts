/** Nobody knows yet whether the payment arrived. Calm, and first of all: do not pay again. */
import { html, type TemplateResult } from 'lit';
import type { PaymentState } from '../domain/payment.js';
import { contact } from './contact.js';
import { timeZoneOf, type ViewContext } from './context.js';
import { notice } from './notice.js';
import { actions, entryFacts, entrySum, pressedAt, requestId, resultHead, resultNext, resultPayment } from './result.js';

type CheckingState = Extract<PaymentState, { name: 'checking' }>;

const next = ({ entry, lastAskedAt }: CheckingState, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const asked = lastAskedAt ? words.checking.askedAt(format.time(lastAskedAt, timeZoneOf(context))) : words.checking.asking;
  return html`
    <dl class="words">
      <dt>${words.checking.now}</dt>
      <dd>${asked}</dd>
      <dt>${words.checking.soon}</dt>
      <dd>${words.checking.soonText}</dd>
      <dt>${words.checking.until}</dt>
      <dd>${words.checking.untilText(entry.contracts.length)}</dd>
      <dt>${words.checking.stays}</dt>
      <dd>${contact(context)}${words.checking.staysText(requestId(entry.key))}</dd>
    </dl>
  `;
};

export const checking = (state: CheckingState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { entry, isOnlyHere } = state;
  const text = html`
    <p>${words.checking.text(pressedAt(entry, context))} ${isOnlyHere ? words.checking.keepOpen : words.checking.closable}</p>
    ${notice(
      'lock',
      '',
      html`<p class="lead">${words.line.doNotPay}</p>
        <p>${words.checking.once}</p>`,
    )}
  `;
  const facts = html`<dl class="words">${entryFacts(entry, context)}</dl>`;
  return html`
    ${resultHead('turning', '', words.checking.title, text, context)}
    ${resultPayment(words.payment, words.checking.beingChecked, entrySum(entry), facts, context)}
    ${resultNext(words.next, next(state, context), context)}
    ${actions([{ words: words.back, isPrimary: false, press: () => send({ type: 'donePressed' }) }])}
  `;
};
