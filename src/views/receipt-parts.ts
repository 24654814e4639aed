/**
 * What every receipt is made of, whether the payment was accepted a moment ago or made last month: the facts of each payment, what was
 * authorized, and the ways to keep it. On screen here; as a file in receipt-file.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Payment, Timestamp } from '../api/index.js';
import type { Authorization } from '../domain/receipt.js';
import { timeZoneOf, type ViewContext } from './context.js';
import { section } from './field.js';
import { sectionHeading } from './heading.js';
import { isolate } from './isolate.js';
import type { Action } from './result.js';
import { paymentStatus, paymentWord, statusNotes } from './status.js';
import { terms } from './terms.js';

/** One fact in plain words, so that paper, screen and file say the same. */
export interface ReceiptLine {
  readonly label: string;
  readonly value: string;
  readonly notes?: readonly string[];
  /** Set on the line of the status: its word on the wire. */
  readonly status?: string;
}

/** `isOnly`: the sum above the lines is this payment's own. */
export const receiptLines = (payment: Payment, isOnly: boolean, context: ViewContext): ReceiptLine[] => {
  const { words, format } = context;
  const { status } = payment;
  const moment = (at: Timestamp): string => format.dateTime(at, timeZoneOf(context));
  return [
    { label: words.accepted.reference, value: payment.reference },
    { label: words.contract, value: payment.contractNumber },
    ...(isOnly ? [] : [{ label: words.amount, value: format.money(payment.amount) }]),
    { label: words.accepted.status, value: paymentWord(status, context), notes: statusNotes(payment, context), status },
    { label: words.paymentDate, value: format.date(payment.date, 'long') },
    { label: words.expectedDebit, value: format.date(payment.expectedDebitDate, 'long') },
    { label: words.bankAccount, value: payment.account.label },
    { label: words.receipt.made, value: moment(payment.createdAt) },
    ...(payment.updatedAt === payment.createdAt ? [] : [{ label: words.receipt.changed, value: moment(payment.updatedAt) }]),
  ];
};

const line = ({ label, value, notes = [], status }: ReceiptLine, context: ViewContext): TemplateResult => html`
  <dt>${label}</dt>
  <dd>
    ${status === undefined ? isolate(value) : paymentStatus(status, context)}${notes.map((note) => html` <small>${isolate(note)}</small>`)}
  </dd>
`;

export const receiptFacts = (payment: Payment, isOnly: boolean, context: ViewContext): TemplateResult => html`
  <dl class="words">${receiptLines(payment, isOnly, context).map((one) => line(one, context))}</dl>
`;

/** When it was accepted, and in which language it was read. */
export const acceptedWhen = ({ acceptedAt, locale }: Authorization, context: ViewContext): string =>
  context.words.receipt.accepted(context.format.dateTime(acceptedAt, timeZoneOf(context)), context.format.language(locale));

/** The text as it was authorized, in its own language. */
export const receiptAuthorization = (authorization: Authorization | undefined, context: ViewContext): TemplateResult | typeof nothing =>
  authorization
    ? section(
        'authorization-title',
        sectionHeading(context, 'authorization-title', context.words.review.authorization),
        nothing,
        html`
          ${terms(authorization.text, authorization.locale)}
          <p class="muted small">${acceptedWhen(authorization, context)}</p>
        `,
      )
    : nothing;

/** The ways to keep it, after the way on. */
export const receiptActions = ({ words, send }: ViewContext): readonly Action[] => [
  { words: words.done, isPrimary: true, press: () => send({ type: 'donePressed' }) },
  { words: words.accepted.print, isPrimary: false, journey: 'receipts', press: () => send({ type: 'printPressed' }) },
  { words: words.receipt.save, isPrimary: false, journey: 'receipts', press: () => send({ type: 'savePressed' }) },
];
