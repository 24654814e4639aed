/** What was reviewed no longer holds, and the key is voided: nothing was paid. The balance as it was and is, and the way to review again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Contract, Money } from '../api/index.js';
import { canPay, remaining } from '../domain/contract.js';
import { isPositive } from '../domain/money.js';
import type { PaymentState } from '../domain/payment.js';
import type { ViewContext } from './context.js';
import { isolate } from './isolate.js';
import { actions, resultHead, resultPayment } from './result.js';

type ChangedState = Extract<PaymentState, { name: 'changed' }>;

const balances = (before: Contract, now: Contract, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const was = remaining(before);
  const is = remaining(now);
  const row = (name: string, old: Money, current: Money): TemplateResult => html`
    <tr role="row">
      <th role="rowheader" scope="row">${name}</th>
      <td role="cell" class="num" data-label=${words.changed.before}>${format.money(old)}</td>
      <td role="cell" class="num sum">${format.money(current)}</td>
    </tr>
  `;
  return html`
    <div class="table measure" part="table">
      <table role="table">
        <caption>
          <span class="sr">${words.changed.caption(isolate(now.number))}</span>
        </caption>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">${words.changed.sums}</th>
            <th role="columnheader" scope="col" class="num">${words.changed.before}</th>
            <th role="columnheader" scope="col" class="num">${words.changed.now}</th>
          </tr>
        </thead>
        <tbody>
          ${row(words.sums.pastDue, was.pastDue, is.pastDue)} ${row(words.sums.due, was.due, is.due)}
          ${row(words.sums.open, was.open, is.open)}
        </tbody>
      </table>
    </div>
  `;
};

/** The amount the same choice stands for now; what was typed is for the form to read again. */
const amountNow = ({ draft, amount, now, what }: ChangedState): Money | undefined => {
  const { choice, contract } = draft;
  const current = now ?? (what === 'terms' ? contract : undefined);
  if (!current) return undefined;
  return choice === 'other' ? amount : remaining(current)[choice];
};

const buttons = (state: ChangedState, context: ViewContext): TemplateResult => {
  const { words, format, send, session } = context;
  const amount = amountNow(state);
  const isPayable = !state.now || !session || canPay(state.now, session);
  const isKnown = state.now !== undefined || state.what === 'terms';
  const canReview = isPayable && isKnown && (amount === undefined || isPositive(amount));
  const again = {
    words: amount ? words.changed.reviewOf(format.money(amount)) : words.form.review,
    isPrimary: true,
    press: () => send({ type: 'reviewPressed' }),
  };
  const change = { words: words.changed.change, isPrimary: !canReview, press: () => send({ type: 'backPressed' }) };
  const done = { words: words.done, isPrimary: !isPayable, press: () => send({ type: 'donePressed' }) };
  return actions([...(canReview ? [again] : []), ...(isPayable ? [change] : []), done]);
};

export const changed = (state: ChangedState, context: ViewContext): TemplateResult => {
  const { words } = context;
  const { draft, now, what } = state;
  const isBalance = what === 'balance';
  const text = html`<p><strong>${words.changed.nothing}</strong> ${isBalance ? words.changed.balance : words.changed.terms}</p>`;
  const content = now ? balances(draft.contract, now, context) : isBalance ? html`<p>${words.changed.waiting}</p>` : nothing;
  const { choice } = draft;
  return html`
    ${resultHead('alert', 'warn', isBalance ? words.changed.title : words.changed.titleTerms, text, context)}
    ${resultPayment(words.payment, choice === 'other' ? words.amount : words.sums[choice], amountNow(state), content, context)}
    ${buttons(state, context)}
  `;
};
