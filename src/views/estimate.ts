/**
 * How the lender would apply the payment, as the endpoint estimated it: dashed, muted, and called an estimate throughout.
 * The browser never works out where money goes; it only subtracts what it was told.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Contract, Estimate, Invoice, Money } from '../api/index.js';
import { add, subtract } from '../domain/money.js';
import { lenderName } from './contact.js';
import type { ViewContext } from './context.js';
import { section } from './field.js';
import { sectionHeading } from './heading.js';
import { numberLook, purpose } from './invoice-table.js';
import { isolate } from './isolate.js';
import { status, wordFor } from './status.js';

/** On the whole screen. */
const rowsShown = 200;

export interface ContractEstimate {
  readonly estimate: Estimate;
  readonly contract: Contract;
}

interface Row {
  readonly invoiceId: string;
  readonly amount: Money;
}

/** One row an invoice: its charges are added, a currency at a time. */
const byInvoice = ({ applied }: Estimate): Row[] => {
  const rows = new Map<string, Row>();
  for (const { invoiceId, amount } of applied) {
    const key = `${invoiceId} ${amount.currency}`;
    const known = rows.get(key);
    rows.set(key, { invoiceId, amount: known ? add(known.amount, amount) : amount });
  }
  return [...rows.values()];
};

const sums = (row: Row, invoice: Invoice | undefined, { words, format }: ViewContext): TemplateResult => {
  const isSame = invoice?.open.currency === row.amount.currency;
  const about = (money: Money): string => words.estimate.about(format.money(money));
  return html`
    <td role="cell" class="num" data-label=${words.estimate.openNow}>${invoice ? format.money(invoice.open) : nothing}</td>
    <td role="cell" class="num" data-label=${words.estimate.paid}>${about(row.amount)}</td>
    <td role="cell" class="num" data-label=${words.estimate.left}>${isSame ? about(subtract(invoice.open, row.amount)) : nothing}</td>
  `;
};

const tableRow = (row: Row, invoice: Invoice | undefined, context: ViewContext): TemplateResult => {
  const { words } = context;
  return html`
    <tr role="row">
      <th role="rowheader" scope="row" class=${invoice ? numberLook(invoice.number) : ''}>
        ${invoice ? isolate(invoice.number) : words.estimate.otherInvoice}
      </th>
      <td role="cell" data-label=${words.invoices.purpose}>${invoice ? purpose(invoice.charges, context) : nothing}</td>
      ${sums(row, invoice, context)}
    </tr>
  `;
};

const head = ({ words }: ViewContext): TemplateResult => html`
  <thead>
    <tr role="row">
      <th role="columnheader" scope="col" class="nowrap">${words.invoices.invoice}</th>
      <th role="columnheader" scope="col">${words.invoices.purpose}</th>
      <th role="columnheader" scope="col" class="num">${words.estimate.openNow}</th>
      <th role="columnheader" scope="col" class="num">${words.estimate.paid}</th>
      <th role="columnheader" scope="col" class="num">${words.estimate.left}</th>
    </tr>
  </thead>
`;

const table = ({ estimate, contract }: ContractEstimate, limit: number, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const rows = byInvoice(estimate);
  const invoices = new Map(contract.invoices.items.map((invoice) => [invoice.id, invoice]));
  const more = rows.length - limit;
  return html`
    <div class="table guess" part="table">
      <table role="table">
        <caption>
          <span class="sr">${words.estimate.caption(isolate(contract.number))}</span>
        </caption>
        ${head(context)}
        <tbody>
          ${rows.slice(0, limit).map((row) => tableRow(row, invoices.get(row.invoiceId), context))}
        </tbody>
        <tfoot>
          <tr role="row">
            <th role="rowheader" scope="row" colspan="3">${words.estimate.unapplied}</th>
            <td role="cell" class="num sum">${words.estimate.about(format.money(estimate.unapplied))}</td>
            <td role="cell"></td>
          </tr>
        </tfoot>
      </table>
    </div>
    ${more > 0 ? html`<p class="muted">${words.estimate.more(more, format.count(more))}</p>` : nothing}
  `;
};

/** One contract of several: what stays unapplied is in sight, the rest on demand. */
const detail = (one: ContractEstimate, limit: number, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const { estimate, contract } = one;
  return html`
    <details>
      <summary>
        ${words.line.named(isolate(contract.number))}
        <small class="unit">${words.estimate.unappliedSum(words.estimate.about(format.money(estimate.unapplied)))}</small>
      </summary>
      ${table(one, limit, context)}
    </details>
  `;
};

/** `estimates` are of one payment, so by one method; nothing where the endpoint gave none. */
export const estimateSection = (estimates: readonly ContractEstimate[], context: ViewContext): TemplateResult | typeof nothing => {
  const { words } = context;
  const [first] = estimates;
  if (!first) return nothing;
  const limit = Math.max(1, Math.floor(rowsShown / estimates.length));
  return section(
    'estimate-title',
    sectionHeading(context, 'estimate-title', status('estimate', '', words.estimate.title)),
    html`<p class="muted small">
      ${words.estimate.intro(lenderName(context))} ${wordFor(words.estimate.methods, first.estimate.method, words.estimate.method)}
    </p>`,
    estimates.length === 1 ? table(first, limit, context) : estimates.map((one) => detail(one, limit, context)),
  );
};
