/** The endpoint holds the payment: its references, what happens next, and the receipt. Prints as it stands. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Payment } from '../api/index.js';
import type { PaymentState } from '../domain/payment.js';
import { contact, lenderName } from './contact.js';
import { timeZoneOf, type ViewContext } from './context.js';
import { isolate } from './isolate.js';
import { actions, resultHead, resultNext, resultPayment, sumOf } from './result.js';
import { paymentStatus } from './status.js';

type AcceptedState = Extract<PaymentState, { name: 'accepted' }>;

/** Statuses in which no debit is coming any more; a replay shows the payment as it is now. */
const over: readonly string[] = ['canceled', 'returned', 'failed'];

const facts = (payment: Payment, isOnly: boolean, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const { statusReason } = payment;
  return html`
    <dl class="words">
      <dt>${words.accepted.reference}</dt>
      <dd>${isolate(payment.reference)}</dd>
      <dt>${words.contract}</dt>
      <dd>${isolate(payment.contractNumber)}</dd>
      ${
        isOnly
          ? nothing
          : html`<dt>${words.amount}</dt>
              <dd>${format.money(payment.amount)}</dd>`
      }
      <dt>${words.accepted.status}</dt>
      <dd>${paymentStatus(payment.status, context)}${statusReason ? html`<small>${isolate(statusReason.text)}</small>` : nothing}</dd>
      <dt>${words.paymentDate}</dt>
      <dd>${format.date(payment.date, 'long')}</dd>
      <dt>${words.expectedDebit}</dt>
      <dd>${format.date(payment.expectedDebitDate, 'long')}</dd>
      <dt>${words.bankAccount}</dt>
      <dd>${isolate(payment.account.label)}</dd>
    </dl>
  `;
};

const next = (state: AcceptedState, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const [first] = state.payments;
  return html`
    <dl class="words">
      <dt>${words.accepted.authorizedAt}</dt>
      <dd>${format.dateTime(state.pressedAt, timeZoneOf(context))}</dd>
      ${
        first
          ? html`<dt>${format.date(first.expectedDebitDate, 'weekday')}</dt>
              <dd>${words.accepted.debited}</dd>`
          : nothing
      }
      <dt>${words.accepted.later}</dt>
      <dd>${words.accepted.posted}</dd>
    </dl>
    ${contact(context)}
  `;
};

export const accepted = (state: AcceptedState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { payments } = state;
  const isOver = payments.every(({ status }) => over.includes(status));
  const sum = sumOf(payments.map(({ amount }) => amount));
  const text = html`<p>${(isOver ? words.accepted.textOver : words.accepted.text)(lenderName(context))}</p>`;
  const isOnly = payments.length === 1;
  return html`
    ${
      isOver
        ? resultHead('info', '', words.accepted.titleOver, text, context)
        : resultHead('check', 'good', words.accepted.title, text, context)
    }
    ${resultPayment(
      words.payment,
      words.accepted.total,
      sum,
      payments.map((payment) => facts(payment, isOnly, context)),
      context,
    )}
    ${isOver ? nothing : resultNext(words.next, next(state, context), context)}
    ${actions([
      { words: words.done, isPrimary: true, press: () => send({ type: 'donePressed' }) },
      { words: words.accepted.print, isPrimary: false, press: () => send({ type: 'printPressed' }) },
    ])}
  `;
};
