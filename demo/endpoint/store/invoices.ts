/**
 * Open invoices with their charges: the first few of many contracts, or one contract's page by page, oldest due date first.
 */
import { sql, type Kysely } from 'kysely';
import type { Invoice, PlainDate } from '../../../src/api/index.js';
import type { ChargeRow, Database, InvoiceRow } from './schema.js';

const invoiceKey = (contractId: string, invoiceId: string): string => `${contractId}/${invoiceId}`;

const statusOf = (dueDate: PlainDate, today: PlainDate): string => (dueDate < today ? 'past_due' : dueDate === today ? 'due' : 'open');

const toInvoice = (row: InvoiceRow, charges: readonly ChargeRow[], currency: string, today: PlainDate): Invoice => ({
  id: row.id,
  number: row.number,
  ...(row.issue_date !== null && { issueDate: row.issue_date }),
  dueDate: row.due_date,
  status: statusOf(row.due_date, today),
  amount: { value: row.amount_value, currency },
  open: { value: row.open_value, currency },
  charges: charges.map((charge) => ({
    id: charge.id,
    type: charge.type,
    description: charge.description,
    open: { value: charge.open_value, currency },
  })),
  ...(row.document_url !== null && { documentUrl: row.document_url }),
});

/** Settled charges stay out: what is listed adds up to the invoice's open amount without them. */
const readCharges = async (db: Kysely<Database>, invoices: readonly InvoiceRow[]): Promise<Map<string, ChargeRow[]>> => {
  const byInvoice = new Map<string, ChargeRow[]>();
  if (invoices.length === 0) return byInvoice;
  const wanted = sql.join(invoices.map((invoice) => sql`(${invoice.contract_id}, ${invoice.id})`));
  const charges = await db
    .selectFrom('charges')
    .selectAll()
    .where(sql<boolean>`(contract_id, invoice_id) in (values ${wanted})`)
    .where('open_value', '<>', 0)
    .orderBy('contract_id')
    .orderBy('invoice_id')
    .orderBy('position')
    .execute();
  for (const charge of charges) {
    const key = invoiceKey(charge.contract_id, charge.invoice_id);
    byInvoice.set(key, [...(byInvoice.get(key) ?? []), charge]);
  }
  return byInvoice;
};

const complete = async (
  db: Kysely<Database>,
  rows: readonly InvoiceRow[],
  currencyOf: (contractId: string) => string,
  today: PlainDate,
): Promise<Invoice[]> => {
  const charges = await readCharges(db, rows);
  return rows.map((row) => toInvoice(row, charges.get(invoiceKey(row.contract_id, row.id)) ?? [], currencyOf(row.contract_id), today));
};

/** The first `count` open invoices of each contract. */
export const readFirstInvoices = async (
  db: Kysely<Database>,
  contracts: readonly { readonly id: string; readonly currency: string }[],
  count: number,
  today: PlainDate,
): Promise<Map<string, Invoice[]>> => {
  const found = new Map<string, Invoice[]>(contracts.map(({ id }) => [id, []]));
  if (contracts.length === 0) return found;
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('invoices')
        .selectAll()
        .select(sql<number>`row_number() over (partition by contract_id order by due_date, id)`.as('place'))
        .where(
          'contract_id',
          'in',
          contracts.map(({ id }) => id),
        )
        .where('open_value', '<>', 0)
        .as('ranked'),
    )
    .selectAll()
    .where('place', '<=', count)
    .orderBy('contract_id')
    .orderBy('place')
    .execute();
  const currencies = new Map(contracts.map(({ id, currency }) => [id, currency]));
  const invoices = await complete(db, rows, (id) => currencies.get(id) ?? '', today);
  rows.forEach((row, index) => {
    const invoice = invoices[index];
    if (invoice) found.get(row.contract_id)?.push(invoice);
  });
  return found;
};

export interface InvoicePosition {
  readonly dueDate: string;
  readonly id: string;
}

export interface InvoiceList {
  readonly contract: { readonly id: string; readonly currency: string };
  readonly after: InvoicePosition | undefined;
  readonly limit: number;
  readonly today: PlainDate;
}

/** Up to `limit` open invoices after a place. */
export const readInvoices = async (db: Kysely<Database>, { contract, after, limit, today }: InvoiceList): Promise<Invoice[]> => {
  let query = db
    .selectFrom('invoices')
    .selectAll()
    .where('contract_id', '=', contract.id)
    .where('open_value', '<>', 0)
    .orderBy('due_date')
    .orderBy('id')
    .limit(limit);
  if (after !== undefined) {
    query = query.where((where) => where(where.refTuple('due_date', 'id'), '>', where.tuple(after.dueDate, after.id)));
  }
  return complete(db, await query.execute(), () => contract.currency, today);
};
