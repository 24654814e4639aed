/** What was reviewed no longer holds, and the key is voided: nothing was paid. The balance as it was and is, and the way to review again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Contract, Money } from '../api/index.js';
import { remaining } from '../domain/contract.js';
import { isAdditional } from '../domain/draft.js';
import { hasNewFlight } from '../domain/draft-edits.js';
import type { ChangedFacts } from '../domain/form-facts.js';
import type { Draft, PaymentState, ReviewedItem } from '../domain/payment.js';
import type { ViewContext } from './context.js';
import { flights } from './flights.js';
import { isolate } from './isolate.js';
import { actions, resultHead, resultPayment } from './result.js';

type ChangedState = Extract<PaymentState, { name: 'changed' }>;

const balances = (before: Contract, now: Contract, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const was = remaining(before);
  const is = remaining(now);
  const hasFlight = before.inFlight.length > 0 || now.inFlight.length > 0;
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
          ${row(hasFlight ? words.warned.remaining : words.sums.open, was.open, is.open)}
        </tbody>
      </table>
    </div>
  `;
};

/** The contracts as the review showed them. */
const byId = (items: readonly ReviewedItem[]): ReadonlyMap<string, Contract> =>
  new Map(items.map(({ contract }) => [contract.id, contract]));

/** Several contracts: those that moved, by what is open on each. */
const openTable = (items: readonly ReviewedItem[], now: readonly Contract[], context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const before = byId(items);
  return html`
    <div class="table measure" part="table">
      <table role="table">
        <caption>
          <span class="sr">${words.changed.captionMany}</span>
        </caption>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">${words.contract}</th>
            <th role="columnheader" scope="col" class="num">${words.changed.before}</th>
            <th role="columnheader" scope="col" class="num">${words.changed.now}</th>
          </tr>
        </thead>
        <tbody>
          ${now.map((contract) => {
            const was = before.get(contract.id);
            return html`
              <tr role="row">
                <th role="rowheader" scope="row">${isolate(contract.number)}</th>
                <td role="cell" class="num" data-label=${words.changed.before}>${was ? format.money(remaining(was).open) : nothing}</td>
                <td role="cell" class="num sum">${format.money(remaining(contract).open)}</td>
              </tr>
            `;
          })}
        </tbody>
      </table>
    </div>
  `;
};

const buttons = ({ draft }: ChangedState, facts: ChangedFacts, context: ViewContext): TemplateResult => {
  const { words, format, send } = context;
  const { isOver, isBeside, canReview, amount } = facts;
  const again = {
    words: amount ? words.changed.reviewOf(format.money(amount)) : words.form.review,
    isPrimary: true,
    press: () => send({ type: 'reviewPressed' }),
  };
  const change = { words: words.changed.change, isPrimary: !canReview && !isBeside, press: () => send({ type: 'backPressed' }) };
  const addition = { words: words.warned.confirm, isPrimary: false, press: () => send({ type: 'additionPressed' }) };
  const done = { words: words.done, isPrimary: isOver || isBeside, press: () => send({ type: 'donePressed' }) };
  if (isBeside) return actions([done, draft.scope === 'one' ? addition : change]);
  return actions([...(canReview ? [again] : []), ...(isOver ? [] : [change]), done]);
};

const balance = ({ items, now }: ChangedState, context: ViewContext): TemplateResult => {
  const [first, ...others] = items;
  const [current] = now ?? [];
  if (!now || !current || !first) return html`<p>${context.words.changed.waiting}</p>`;
  return others.length === 0 ? balances(first.contract, current, context) : openTable(items, now, context);
};

/** What it was that moved the balance, where that is under way and may be this very payment. */
const underWay = ({ items, now }: ChangedState, context: ViewContext): TemplateResult | typeof nothing => {
  const before = byId(items);
  const found = (now ?? []).filter((contract) => isAdditional(contract) && hasNewFlight(before.get(contract.id), contract));
  return found.length > 0 ? flights(found, context) : nothing;
};

const amountName = ({ lines, scope }: Draft, { words }: ViewContext): string => {
  const choice = lines[0]?.choice;
  return scope === 'all' || choice === undefined || choice === 'other' ? words.amount : words.sums[choice];
};

const reason = (what: ChangedState['what'], { isOver, isBeside }: ChangedFacts, { words }: ViewContext): string => {
  if (isOver) return words.changed.nothingLeft;
  if (isBeside) return words.changed.beside;
  return what === 'balance' ? words.changed.balance : words.changed.terms;
};

export const changed = (state: ChangedState, facts: ChangedFacts, context: ViewContext): TemplateResult => {
  const { words } = context;
  const { draft, what } = state;
  const isBalance = what === 'balance';
  const text = html`<p><strong>${words.changed.nothing}</strong> ${reason(what, facts, context)}</p>`;
  const content = isBalance ? balance(state, context) : nothing;
  return html`
    ${resultHead('alert', 'warn', isBalance ? words.changed.title : words.changed.titleTerms, text, context)}
    ${resultPayment(words.payment, amountName(draft, context), facts.amount, content, context)} ${underWay(state, context)}
    ${buttons(state, facts, context)}
  `;
};
