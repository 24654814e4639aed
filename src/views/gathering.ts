/** *Pay all open charges* was pressed, and the contracts are still being read; or could not be. */
import { html, type TemplateResult } from 'lit';
import { isRetryable } from '../domain/errors.js';
import type { PaymentState } from '../domain/payment.js';
import { contact } from './contact.js';
import type { ViewContext } from './context.js';
import { viewHeading } from './heading.js';
import { icon } from './icons.js';
import { isolate } from './isolate.js';
import { actions } from './result.js';

type GatheringState = Extract<PaymentState, { name: 'gathering' }>;

export const gathering = ({ currency, fault }: GatheringState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const back = { words: words.back, isPrimary: false, press: () => send({ type: 'backPressed' }) };
  const again = { words: words.tryAgain, isPrimary: true, press: () => send({ type: 'payAllPressed', currency }) };
  const text = fault
    ? html`<p>${words.payAll.failed} ${fault.detail ? isolate(fault.detail) : words.faults[fault.code]}</p>
        ${contact(context)}`
    : html`<p class="row">${icon('turning', true)} ${words.payAll.gathering}</p>`;
  return html`
    <div class="stack head measure">${viewHeading(context, words.line.payAll)}${text}</div>
    ${actions(fault && isRetryable(fault) ? [again, back] : [back])}
  `;
};
