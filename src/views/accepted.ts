/** The endpoint holds the payment: its references, what happens next, and the receipt. Prints as it stands. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Payment } from '../api/index.js';
import type { PaymentState } from '../domain/payment.js';
import { contact, lenderName } from './contact.js';
import { timeZoneOf, type ViewContext } from './context.js';
import { receiptActions, receiptAuthorization, receiptFacts } from './receipt-parts.js';
import { actions, resultHead, resultNext, resultPayment, sumOf } from './result.js';

type AcceptedState = Extract<PaymentState, { name: 'accepted' }>;

/** Statuses in which no debit is coming any more; a replay shows the payment as it is now. */
const over: readonly string[] = ['canceled', 'returned', 'failed'];
const isOver = ({ status }: Payment): boolean => over.includes(status);

const next = (state: AcceptedState, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const coming = state.payments.find((payment) => !isOver(payment));
  return html`
    <dl class="words">
      <dt>${words.accepted.authorizedAt}</dt>
      <dd>${format.dateTime(state.pressedAt, timeZoneOf(context))}</dd>
      ${
        coming
          ? html`<dt>${format.date(coming.expectedDebitDate, 'weekday')}</dt>
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
  const { words } = context;
  const { payments } = state;
  const areOver = payments.every(isOver);
  const sum = sumOf(payments.map(({ amount }) => amount));
  const text = html`<p>${(areOver ? words.accepted.textOver : words.accepted.text)(lenderName(context))}</p>`;
  const isOnly = payments.length === 1;
  return html`
    ${
      areOver
        ? resultHead('info', '', words.accepted.titleOver, text, context)
        : resultHead('check', 'good', words.accepted.title, text, context)
    }
    ${resultPayment(
      words.payment,
      words.accepted.total,
      sum,
      payments.map((payment) => receiptFacts(payment, isOnly, context)),
      context,
    )}
    ${areOver ? nothing : resultNext(words.next, next(state, context), context)} ${receiptAuthorization(state.authorization, context)}
    ${actions(receiptActions(context))}
  `;
};
