/**
 * Everything on one screen before the one press that pays. Only the button's own click is reported as a press,
 * with whether a person made it; Enter elsewhere does nothing.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Money } from '../api/index.js';
import { inFlight, remaining } from '../domain/contract.js';
import { isPositive, subtract } from '../domain/money.js';
import type { PaymentState, Reviewed, ReviewedItem, ReviewNotice } from '../domain/payment.js';
import { accountName } from './account-field.js';
import type { ViewContext } from './context.js';
import { estimateSection, type ContractEstimate } from './estimate.js';
import { describedBy, section } from './field.js';
import { flag } from './flag.js';
import { sectionHeading, viewHeading } from './heading.js';
import { icon } from './icons.js';
import { isolate } from './isolate.js';
import { aside, notice } from './notice.js';
import { bigSum } from './sums.js';
import { terms } from './terms.js';

type ReviewState = Extract<PaymentState, { name: 'reviewing' | 'submitting' }>;

const facts = ({ draft, items, account, preview }: Reviewed, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const [first, ...others] = items;
  const contract =
    first && others.length === 0
      ? html`<dt>${words.contract}</dt>
          <dd>${isolate(first.contract.number)}<small>${isolate(first.contract.description)}</small></dd>`
      : nothing;
  return html`
    <dl class="words">
      ${contract}
      <dt>${words.paymentDate}</dt>
      <dd>${format.date(draft.date, 'long')}</dd>
      <dt>${words.expectedDebit}</dt>
      <dd>${format.date(preview.expectedDebitDate, 'long')}</dd>
      <dt>${words.bankAccount}</dt>
      <dd>${accountName(account, context)}</dd>
    </dl>
  `;
};

/** What is good to know about the amount itself. */
const amountNotes = ({ contract, amount }: ReviewedItem, { words, format }: ViewContext): string[] => {
  const left = remaining(contract);
  const flight = inFlight(contract);
  const shown = (money: Money): string => format.money(money);
  return [
    isPositive(flight) ? words.review.inAddition(shown(flight)) : '',
    amount.value < left.due.value ? words.review.lessThanDue(shown(subtract(left.due, amount))) : '',
    amount.value > left.open.value ? words.review.moreThanOpen(shown(subtract(amount, left.open))) : '',
  ].filter((note) => note !== '');
};

/** Several contracts: one line each, with what is good to know about it. */
const itemTable = (items: readonly ReviewedItem[], context: ViewContext): TemplateResult => {
  const { words, format } = context;
  return html`
    <div class="table" part="table">
      <table role="table">
        <caption>
          <span class="sr">${words.payAll.caption}</span>
        </caption>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">${words.contract}</th>
            <th role="columnheader" scope="col" class="num">${words.amount}</th>
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (item) => html`
              <tr role="row">
                <th role="rowheader" scope="row">
                  ${isolate(item.contract.number)}<small>${isolate(item.contract.description)}</small>
                  ${amountNotes(item, context).map((note) => html`<small>${note}</small>`)}
                </th>
                <td role="cell" class="num sum">${format.money(item.amount)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
};

const itemList = (items: readonly ReviewedItem[], context: ViewContext): unknown => {
  const [first, ...others] = items;
  if (!first || others.length > 0) return itemTable(items, context);
  return amountNotes(first, context).map((note) => aside('info', '', html`<p>${note}</p>`));
};

/** What the endpoint warns of; where several contracts are paid it says which it means. */
const warnings = ({ items, preview }: Reviewed, context: ViewContext): TemplateResult[] =>
  preview.warnings.map(({ text, contractId }) => {
    const named = items.length > 1 ? items.find(({ contract }) => contract.id === contractId)?.contract.number : undefined;
    const whose = named === undefined ? nothing : html`<p>${context.words.line.named(isolate(named))}</p>`;
    return notice(
      'alert',
      'warn',
      html`<p><strong>${isolate(text)}</strong></p>
        ${whose}`,
    );
  });

const payment = (reviewed: Reviewed, context: ViewContext): TemplateResult => {
  const { words } = context;
  return section(
    'payment-title',
    sectionHeading(context, 'payment-title', words.payment),
    nothing,
    html`<div class="stack s6">
      <div>
        <p class="over">${words.review.youPay}</p>
        ${bigSum(reviewed.total, context)}
      </div>
      ${facts(reviewed, context)} ${warnings(reviewed, context)} ${itemList(reviewed.items, context)}
    </div>`,
  );
};

const tick = (isTicked: boolean, isMissing: boolean, { words, send }: ViewContext): TemplateResult => html`
  <label class="choice lead">
    <input
      type="checkbox"
      id="authorize-tick"
      .checked=${isTicked}
      aria-invalid=${isMissing ? 'true' : nothing}
      aria-describedby=${describedBy(isMissing && 'review-notice')}
      @change=${({ target }: Event) => send({ type: 'authorizationTicked', isOn: (target as HTMLInputElement).checked })}
    />${words.review.tick}
  </label>
`;

/** Never disabled, so that it keeps the focus and a press on it can be answered in words. */
const authorizeButton = (amount: Money, isSending: boolean, { words, format, send }: ViewContext): TemplateResult => html`
  <button
    type="button"
    id="authorize"
    class="primary"
    part="button button-primary"
    aria-disabled=${flag(isSending)}
    @click=${({ isTrusted }: Event) => send({ type: 'authorizePressed', isTrusted })}
  >
    ${isSending ? [icon('turning'), words.review.sending] : words.review.authorize(format.money(amount))}
  </button>
`;

const authorization = (state: ReviewState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { total, preview } = state.reviewed;
  const isSending = state.name === 'submitting';
  const hint: ReviewNotice | undefined = isSending ? undefined : state.notice;
  const back = html`<button type="button" part="button" @click=${() => send({ type: 'backPressed' })}>${words.back}</button>`;
  return section(
    'authorization-title',
    sectionHeading(context, 'authorization-title', words.review.authorization),
    nothing,
    html`
      ${terms(preview.authorization.text, state.reviewed.locale)} ${tick(isSending || state.isTicked, hint === 'not-ticked', context)}
      ${hint ? html`<div id="review-notice" class="measure">${notice('alert', 'warn', words.review.notices[hint])}</div>` : nothing}
      <div class="row acts">${authorizeButton(total, isSending, context)} ${isSending ? nothing : back}</div>
    `,
  );
};

const estimates = ({ items, preview }: Reviewed): ContractEstimate[] =>
  items.flatMap(({ contract }) => {
    const estimate = preview.estimate?.find(({ contractId }) => contractId === contract.id);
    return estimate ? [{ estimate, contract }] : [];
  });

export const review = (state: ReviewState, context: ViewContext): TemplateResult => {
  const { words } = context;
  return html`
    <div class="stack s1 head">
      <p class="muted small">${words.review.step}</p>
      ${viewHeading(context, words.review.title)}
    </div>
    ${payment(state.reviewed, context)} ${estimateSection(estimates(state.reviewed), context)} ${authorization(state, context)}
  `;
};
