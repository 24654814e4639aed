/**
 * Payments in a real table, newest first, which turns into labelled rows where it is narrow.
 * What can be done with one stands in its row, and only where it can be done.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Payment } from '../api/index.js';
import type { ShownHistory } from '../domain/history.js';
import { cancelNote } from './cancel-note.js';
import type { ViewContext } from './context.js';
import { flag } from './flag.js';
import { numberLook } from './invoice-table.js';
import { isolate } from './isolate.js';
import { paymentStatus, statusNotes } from './status.js';

const columns = 6;

/** Statuses after which no debit is coming any more. */
const over: readonly string[] = ['canceled', 'failed'];

const statusCell = (payment: Payment, context: ViewContext): TemplateResult => html`
  <div>${paymentStatus(payment.status, context)}${statusNotes(payment, context).map((note) => html` <small>${isolate(note)}</small>`)}</div>
`;

/** The place says which payment it is about; out of sight, so does the name. */
const of = ({ reference, contractNumber }: Payment, { words }: ViewContext): TemplateResult =>
  html`<span class="sr">${words.history.of(isolate(reference), isolate(contractNumber))}</span>`;

const actions = (payment: Payment, isAsked: boolean, context: ViewContext): TemplateResult => {
  const { words, send, session } = context;
  const { id } = payment;
  const cancel = html`
    <button
      type="button"
      id=${`cancel-${id}`}
      class="quiet"
      part="button"
      aria-disabled=${flag(isAsked)}
      @click=${() => send({ type: 'cancelPressed', paymentId: id })}
    >
      ${words.history.cancel}${of(payment, context)}
    </button>
  `;
  return html`
    <div class="row">
      <button
        type="button"
        id=${`receipt-${id}`}
        class="quiet"
        part="button"
        @click=${() => send({ type: 'receiptOpened', paymentId: id })}
      >
        ${words.history.show}${of(payment, context)}
      </button>
      ${payment.cancelable && session?.features.cancel ? cancel : nothing}
    </div>
  `;
};

const row = (payment: Payment, state: ShownHistory, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const cancel = state.cancel?.paymentId === payment.id ? state.cancel : undefined;
  const isAsked = cancel?.step === 'asked' || cancel?.step === 'sending';
  const { history } = words;
  const debit = over.includes(payment.status) ? nothing : format.date(payment.expectedDebitDate, 'medium');
  const buttons = state.isOffline ? nothing : actions(payment, isAsked, context);
  return html`
    <tr role="row">
      <th role="rowheader" scope="row" class="when">${format.date(payment.date, 'medium')} <small>${isolate(payment.reference)}</small></th>
      <td role="cell" data-label=${history.contractShort}>
        <div>
          <span class=${numberLook(payment.contractNumber)}>${isolate(payment.contractNumber)}</span>
          <small>${isolate(payment.account.label)}</small>
        </div>
      </td>
      <td role="cell" class="when" data-label=${history.debit}>${debit}</td>
      <td role="cell" data-label=${history.status}>${statusCell(payment, context)}</td>
      <td role="cell" class="num sum">${format.money(payment.amount)}</td>
      <td role="cell" class="end">${buttons}</td>
    </tr>
    ${
      cancel
        ? html`<tr role="row" class="below">
            <td role="cell" colspan=${columns}>${cancelNote(cancel, payment, context)}</td>
          </tr>`
        : nothing
    }
  `;
};

const head = ({ words: { history } }: ViewContext): TemplateResult => html`
  <thead>
    <tr role="row">
      <th role="columnheader" scope="col" class="when">${history.date}</th>
      <th role="columnheader" scope="col">${history.contract}</th>
      <th role="columnheader" scope="col" class="when">${history.debit}</th>
      <th role="columnheader" scope="col">${history.status}</th>
      <th role="columnheader" scope="col" class="num">${history.amount}</th>
      <th role="columnheader" scope="col"><span class="sr">${history.action}</span></th>
    </tr>
  </thead>
`;

export const paymentsTable = (state: ShownHistory, context: ViewContext): TemplateResult => html`
  <div class="table payments" part="table">
    <table role="table">
      <caption>
        <span class="sr">${context.words.history.caption}</span>
      </caption>
      ${head(context)}
      <tbody>
        ${repeat(
          state.payments,
          ({ id }) => id,
          (payment) => row(payment, state, context),
        )}
      </tbody>
    </table>
  </div>
`;
