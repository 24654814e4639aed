/**
 * Invoice documents: a printable page for each invoice, made from the store, and the links that lead to it.
 * A lender's own documents come from its document store; these exist so that the demo's links work.
 */
import { Hono, type MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import type { Kysely } from 'kysely';
import { dateText, moneyText } from './endpoint/money-text.js';
import type { ChargeRow, Database } from './endpoint/store/schema.js';

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const findInvoice = (db: Kysely<Database>, number: string) =>
  db
    .selectFrom('invoices')
    .innerJoin('contracts', 'contracts.id', 'invoices.contract_id')
    .innerJoin('lenders', 'lenders.id', 'contracts.lender_id')
    .select([
      'invoices.id',
      'invoices.number',
      'invoices.contract_id',
      'invoices.issue_date',
      'invoices.due_date',
      'invoices.amount_value',
      'invoices.open_value',
      'contracts.number as contract_number',
      'contracts.description',
      'contracts.currency',
      'lenders.name as lender_name',
      'lenders.support_phone',
      'lenders.support_email',
    ])
    .where('invoices.number', '=', number)
    .executeTakeFirst();

type InvoiceDocument = NonNullable<Awaited<ReturnType<typeof findInvoice>>>;

const findPayers = async (db: Kysely<Database>, contractId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('contract_payers')
    .innerJoin('payers', 'payers.id', 'contract_payers.payer_id')
    .select('payers.name')
    .where('contract_id', '=', contractId)
    .orderBy('payers.name')
    .execute();
  return rows.map((row) => row.name);
};

const findCharges = (db: Kysely<Database>, invoice: InvoiceDocument): Promise<ChargeRow[]> =>
  db
    .selectFrom('charges')
    .selectAll()
    .where('contract_id', '=', invoice.contract_id)
    .where('invoice_id', '=', invoice.id)
    .orderBy('position')
    .execute();

const drawFacts = (invoice: InvoiceDocument, payers: readonly string[]) =>
  html`<dl>
    <div>
      <dt>Billed to</dt>
      ${payers.map((payer) => html`<dd>${payer}</dd>`)}
    </div>
    <div>
      <dt>Contract</dt>
      <dd>${invoice.contract_number}</dd>
      <dd>${invoice.description}</dd>
    </div>
    ${
      invoice.issue_date === null
        ? ''
        : html`<div>
            <dt>Invoice date</dt>
            <dd>${dateText(invoice.issue_date, 'en-US')}</dd>
          </div>`
    }
    <div>
      <dt>Due date</dt>
      <dd>${dateText(invoice.due_date, 'en-US')}</dd>
    </div>
  </dl>`;

const drawLines = (invoice: InvoiceDocument, charges: readonly ChargeRow[]) => {
  const money = (value: number): string => moneyText({ value, currency: invoice.currency }, 'en-US');
  const received = invoice.amount_value - invoice.open_value;
  const sum = (words: string, value: number) =>
    html`<tr>
      <th scope="row">${words}</th>
      <td>${money(value)}</td>
    </tr>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Charge</th>
        <th scope="col">Amount</th>
      </tr>
    </thead>
    <tbody>
      ${charges.map((charge) => sum(charge.description, charge.amount_value))}
    </tbody>
    <tfoot>
      ${received === 0 ? '' : [sum('Invoice total', invoice.amount_value), sum('Received', -received)]}
      ${sum('Amount due', invoice.open_value)}
    </tfoot>
  </table>`;
};

const drawPage = (title: string, content: unknown) =>
  html`<!doctype html>
    <html lang="en-US">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/site/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site/document.css" />
      </head>
      <body>
        ${content}
      </body>
    </html>`;

const drawInvoice = (invoice: InvoiceDocument, payers: readonly string[], charges: readonly ChargeRow[]) =>
  html`<main>
    <header>
      <p class="lender">${invoice.lender_name}</p>
      <div>
        <h1>Invoice</h1>
        <p class="number">${invoice.number}</p>
      </div>
    </header>
    ${drawFacts(invoice, payers)} ${drawLines(invoice, charges)}
    <footer>
      <p>
        Payments apply to the contract. Questions:
        ${[invoice.support_phone, invoice.support_email].filter((way) => way !== null).join(' or ')}
      </p>
      <p>A document of the demonstration; nothing is owed.</p>
    </footer>
  </main>`;

export const createDocuments = (db: Kysely<Database>): Hono => {
  const app = new Hono();
  app.get('/:number', async (c) => {
    c.header('Content-Security-Policy', policy);
    c.header('Cache-Control', 'no-store');
    const invoice = await findInvoice(db, c.req.param('number'));
    if (!invoice) return c.html(drawPage('No such document', html`<main><h1>No such document</h1></main>`), 404);
    const [payers, charges] = await Promise.all([findPayers(db, invoice.contract_id), findCharges(db, invoice)]);
    return c.html(drawPage(`Invoice ${invoice.number}`, drawInvoice(invoice, payers, charges)));
  });
  return app;
};

/**
 * The seeded invoices name their documents by path, since a folder of data may be served at any port; the API gives whole addresses.
 * The pattern can't occur inside a JSON string, where the quotes would be escaped.
 */
export const completeDocumentLinks: MiddlewareHandler = async (c, next) => {
  await next();
  if (!(c.res.headers.get('Content-Type') ?? '').startsWith('application/json')) return;
  const text = await c.res.text();
  const complete = text.replaceAll('"documentUrl":"/documents/', `"documentUrl":"${new URL(c.req.url).origin}/documents/`);
  const headers = new Headers(c.res.headers);
  headers.delete('Content-Length');
  c.res = new Response(complete, { status: c.res.status, headers });
};
