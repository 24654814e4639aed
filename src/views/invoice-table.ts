/**
 * The open invoices of one contract in a real table, which turns into labelled rows where it is narrow.
 * Nothing in it can be chosen: a number is a link only where there is a document.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Charge, Invoice } from '../api/index.js';
import type { InvoiceWindow } from '../domain/portfolio.js';
import { safeLink } from '../domain/safe-link.js';
import type { ViewContext } from './context.js';
import { flag } from './flag.js';
import { clip, isolate } from './isolate.js';
import { aside } from './notice.js';
import { paging } from './paging.js';
import { invoiceStatus, wordFor } from './status.js';

const chargesShown = 3;

const hasName = ({ description }: Charge): boolean => description.trim() !== '';

const chargeName = (charge: Charge, { words }: ViewContext): unknown =>
  hasName(charge) ? isolate(charge.description) : wordFor(words.charges, charge.type, words.charge);

/** What an invoice is for. One child, as a labelled cell must hold. */
export const purpose = (charges: readonly Charge[], context: ViewContext): TemplateResult => {
  const [only] = charges;
  // Nearly every row is of this kind, and there may be many.
  if (only && charges.length === 1 && hasName(only))
    return html`<div>
      <div><bdi>${clip(only.description)}</bdi></div>
    </div>`;
  const more = charges.length - chargesShown;
  return html`<div>
    ${charges.slice(0, chargesShown).map((charge) => html`<div>${chargeName(charge, context)}</div>`)}
    ${more > 0 ? html`<div class="muted">${context.words.invoices.moreCharges(more, context.format.count(more))}</div>` : nothing}
  </div>`;
};

const invoiceNumber = ({ number, documentUrl }: Invoice, { words }: ViewContext): TemplateResult => {
  const href = safeLink(documentUrl);
  if (!href) return isolate(number);
  return html`<a href=${href} target="_blank" rel="noopener noreferrer"
    >${isolate(number)}<span class="sr">${words.invoices.document}</span></a
  >`;
};

/** A number of ordinary length stays on its line. */
export const numberLook = (number: string): string => (number.length > 24 ? '' : 'nowrap');

const row = (invoice: Invoice, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  return html`
    <tr role="row">
      <th role="rowheader" scope="row" class=${numberLook(invoice.number)}>${invoiceNumber(invoice, context)}</th>
      <td role="cell" class="when" data-label=${words.invoices.due}>${format.date(invoice.dueDate, 'medium')}</td>
      <td role="cell" data-label=${words.invoices.purpose}>${purpose(invoice.charges, context)}</td>
      <td role="cell" class="nowrap" data-label=${words.invoices.status}>${invoiceStatus(invoice, context)}</td>
      <td role="cell" class="num sum">${format.money(invoice.open)}</td>
    </tr>
  `;
};

const head = ({ words: { invoices } }: ViewContext): TemplateResult => html`
  <thead>
    <tr role="row">
      <th role="columnheader" scope="col" class="nowrap">${invoices.invoice}</th>
      <th role="columnheader" scope="col" class="when">${invoices.due}</th>
      <th role="columnheader" scope="col">${invoices.purpose}</th>
      <th role="columnheader" scope="col" class="nowrap">${invoices.status}</th>
      <th role="columnheader" scope="col" class="num">${invoices.open}</th>
    </tr>
  </thead>
`;

export interface InvoiceTable {
  readonly contract: { readonly id: string; readonly number: string };
  readonly window: InvoiceWindow;
  /** Rows this table may draw; what is beyond them is counted in the range and reached by search. */
  readonly limit: number;
}

const turning = ({ contract, window }: InvoiceTable, shown: number, { words, format, send }: ViewContext): TemplateResult => {
  const on = html`<span class="sr">${words.invoices.on(isolate(contract.number))}</span>`;
  return paging({
    range: window.isLoading ? words.invoices.loading : words.invoices.range(...format.range(window.offset, shown)),
    previous: [words.invoices.previous, on],
    following: [words.invoices.following, on],
    hasPrevious: window.offset > 0 && !window.isLoading,
    hasNext: window.hasNext && !window.isLoading,
    look: 'quiet small',
    turn: (to) => send({ type: 'invoicesTurned', contractId: contract.id, to }),
  });
};

export const invoiceTable = (table: InvoiceTable, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const { contract, window } = table;
  const rows = window.invoices.slice(0, table.limit);
  const isPaged = window.offset > 0 || window.hasNext;
  const isWhole = !isPaged && rows.length === window.invoices.length;
  const caption = isWhole ? words.invoices.caption(rows.length, format.count(rows.length)) : words.invoices.captionMany;
  return html`
    <div class="table" part="table" aria-busy=${flag(window.isLoading)}>
      <table role="table">
        <caption>
          ${caption}<span class="sr">${words.invoices.on(isolate(contract.number))}</span>
        </caption>
        ${head(context)}
        <tbody>
          ${rows.map((invoice) => row(invoice, context))}
        </tbody>
      </table>
    </div>
    ${isWhole ? nothing : turning(table, rows.length, context)}
    ${window.fault ? aside('alert', 'bad', html`<p>${words.invoices.failed} ${words.faults[window.fault.code]}</p>`) : nothing}
  `;
};
