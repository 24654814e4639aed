/**
 * Everything on one screen before the one press that pays. Only the button's own click is reported as a press,
 * with whether a person made it; Enter elsewhere does nothing.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Money } from '../api/index.js';
import { inFlight, remaining } from '../domain/contract.js';
import { isPositive, subtract } from '../domain/money.js';
import type { PaymentState, Reviewed, ReviewNotice } from '../domain/payment.js';
import { accountName } from './account-field.js';
import type { ViewContext } from './context.js';
import { estimateSection } from './estimate.js';
import { describedBy, section } from './field.js';
import { flag } from './flag.js';
import { sectionHeading, viewHeading } from './heading.js';
import { icon } from './icons.js';
import { isolate } from './isolate.js';
import { aside, notice } from './notice.js';
import { bigSum } from './sums.js';

type ReviewState = Extract<PaymentState, { name: 'reviewing' | 'submitting' }>;

const facts = ({ draft, account, preview }: Reviewed, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const { number, description } = draft.contract;
  return html`
    <dl class="words">
      <dt>${words.contract}</dt>
      <dd>${isolate(number)}<small>${isolate(description)}</small></dd>
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
const amountNotes = ({ draft, amount }: Reviewed, { words, format }: ViewContext): unknown => {
  const left = remaining(draft.contract);
  const flight = inFlight(draft.contract);
  const say = (words: string): TemplateResult => aside('info', '', html`<p>${words}</p>`);
  const shown = (money: Money): string => format.money(money);
  return [
    isPositive(flight) ? say(words.review.inAddition(shown(flight))) : nothing,
    amount.value < left.due.value ? say(words.review.lessThanDue(shown(subtract(left.due, amount)))) : nothing,
    amount.value > left.open.value ? say(words.review.moreThanOpen(shown(subtract(amount, left.open)))) : nothing,
  ];
};

const payment = (reviewed: Reviewed, context: ViewContext): TemplateResult => {
  const { words } = context;
  return section(
    'payment-title',
    sectionHeading(context, 'payment-title', words.payment),
    nothing,
    html`<div class="stack s6">
      <div>
        <p class="over">${words.review.youPay}</p>
        ${bigSum(reviewed.amount, context)}
      </div>
      ${facts(reviewed, context)}
      ${reviewed.preview.warnings.map(({ text }) => notice('alert', 'warn', html`<p><strong>${isolate(text)}</strong></p>`))}
      ${amountNotes(reviewed, context)}
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
  const { amount, preview } = state.reviewed;
  const isSending = state.name === 'submitting';
  const hint: ReviewNotice | undefined = isSending ? undefined : state.notice;
  const back = html`<button type="button" part="button" @click=${() => send({ type: 'backPressed' })}>${words.back}</button>`;
  return section(
    'authorization-title',
    sectionHeading(context, 'authorization-title', words.review.authorization),
    nothing,
    html`
      <p class="measure terms" dir="auto">${preview.authorization.text}</p>
      ${tick(isSending || state.isTicked, hint === 'not-ticked', context)}
      ${hint ? html`<div id="review-notice" class="measure">${notice('alert', 'warn', words.review.notices[hint])}</div>` : nothing}
      <div class="row acts">${authorizeButton(amount, isSending, context)} ${isSending ? nothing : back}</div>
    `,
  );
};

export const review = (state: ReviewState, context: ViewContext): TemplateResult => {
  const { words } = context;
  const { draft, preview } = state.reviewed;
  const estimate = preview.estimate?.find(({ contractId }) => contractId === draft.contract.id);
  return html`
    <div class="stack s1 head">
      <p class="muted small">${words.review.step}</p>
      ${viewHeading(context, words.review.title)}
    </div>
    ${payment(state.reviewed, context)} ${estimate ? estimateSection(estimate, draft.contract, context) : nothing}
    ${authorization(state, context)}
  `;
};
