/** The endpoint refused, and the key is voided: nothing was paid. Why, and what to do about it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentState } from '../domain/payment.js';
import { contact } from './contact.js';
import type { ViewContext } from './context.js';
import { faultLine } from './field.js';
import { isolate } from './isolate.js';
import { actions, entryFacts, entrySum, pressedAt, resultHead, resultNext, resultPayment } from './result.js';

type RefusedState = Extract<PaymentState, { name: 'refused' }>;

const reason = ({ fault }: RefusedState, { words }: ViewContext): string | TemplateResult => {
  if (!fault) return words.refused.withdrawn;
  return fault.detail ? isolate(fault.detail) : words.faults[fault.code];
};

const next = ({ fault, faults, reviewed }: RefusedState, { words: { refused } }: ViewContext): string => {
  if (!reviewed) return refused.againLater;
  if (faults.length > 0) return refused.again;
  // Nothing is named that the payer could change.
  return fault ? refused.askFirst : refused.anew;
};

const todo = (state: RefusedState, context: ViewContext): TemplateResult => {
  const faults = state.faults.map((fault) => html`<li>${faultLine(fault, context)}</li>`);
  return html`
    ${
      faults.length > 0
        ? html`<ul>
            ${faults}
          </ul>`
        : nothing
    }
    <p>${next(state, context)}</p>
    ${contact(context)}
  `;
};

export const refused = (state: RefusedState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { entry, reviewed } = state;
  const facts = html`
    <dl class="words">
      ${entryFacts(entry, context)}
      <dt>${words.refused.askedAt}</dt>
      <dd>${pressedAt(entry, context)}</dd>
    </dl>
  `;
  const change = { words: words.refused.change, isPrimary: true, press: () => send({ type: 'backPressed' }) } as const;
  const done = { words: words.done, isPrimary: !reviewed, press: () => send({ type: 'donePressed' }) };
  // Said once: where nobody refused it, that is the heading.
  const [title, name] = state.fault ? [words.refused.title, words.refused.notMade] : [words.refused.notMade, words.payment];
  const text = html`<p><strong>${words.refused.nothing}</strong> ${reason(state, context)}</p>`;
  return html`
    ${resultHead('slash', 'bad', title, text, context)} ${resultNext(words.refused.todo, todo(state, context), context)}
    ${resultPayment(name, words.amount, entrySum(entry), facts, context)} ${actions(reviewed ? [change, done] : [done])}
  `;
};
