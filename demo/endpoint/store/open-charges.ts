/**
 * What is open of a contract's charges: read for estimate and posting, moved down by cash and up again by its reversal.
 * The sums kept beside the charges move with them.
 */
import { sql, type Kysely } from 'kysely';
import type { OpenCharge } from '../cash-application.js';
import { slicesOf } from './batch.js';
import { moveLists } from './payer-lists.js';
import type { Database } from './schema.js';
import type { Trx } from './transactions.js';

/** Sorts after every date: nothing is open. */
export const noDueDate = '9999-12-31';

export const readOpenCharges = async (db: Kysely<Database>, contractId: string): Promise<OpenCharge[]> => {
  const rows = await db
    .selectFrom('charges')
    .innerJoin('invoices', (join) =>
      join.onRef('invoices.contract_id', '=', 'charges.contract_id').onRef('invoices.id', '=', 'charges.invoice_id'),
    )
    .select(['charges.invoice_id', 'charges.id', 'charges.type', 'charges.position', 'charges.open_value', 'invoices.due_date'])
    .where('charges.contract_id', '=', contractId)
    .where('invoices.open_value', '<>', 0)
    .where('charges.open_value', '<>', 0)
    .execute();
  return rows.map((row) => ({
    invoiceId: row.invoice_id,
    chargeId: row.id,
    type: row.type,
    dueDate: row.due_date,
    position: row.position,
    open: row.open_value,
  }));
};

export interface ChargeMove {
  readonly invoiceId: string;
  readonly chargeId: string;
  /** Minor units added to what is open; negative for cash that came in. */
  readonly by: number;
}

const sumByDueDate = async (trx: Trx, contractId: string, moves: readonly ChargeMove[]): Promise<Map<string, number>> => {
  const ids = [...new Set(moves.map(({ invoiceId }) => invoiceId))];
  const dates = new Map<string, string>();
  for (const slice of slicesOf(ids)) {
    const invoices = trx.selectFrom('invoices').select(['id', 'due_date']).where('contract_id', '=', contractId);
    for (const { id, due_date: date } of await invoices.where('id', 'in', slice).execute()) dates.set(id, date);
  }
  const sums = new Map<string, number>();
  for (const { invoiceId, by } of moves) {
    const date = dates.get(invoiceId) ?? noDueDate;
    sums.set(date, (sums.get(date) ?? 0) + by);
  }
  return sums;
};

/** The contract must be locked. */
export const moveOpen = async (trx: Trx, contractId: string, moves: readonly ChargeMove[]): Promise<void> => {
  for (const { invoiceId, chargeId, by } of moves) {
    await trx
      .updateTable('charges')
      .set((column) => ({ open_value: column('open_value', '+', by) }))
      .where('contract_id', '=', contractId)
      .where('invoice_id', '=', invoiceId)
      .where('id', '=', chargeId)
      .execute();
    await trx
      .updateTable('invoices')
      .set((column) => ({ open_value: column('open_value', '+', by) }))
      .where('contract_id', '=', contractId)
      .where('id', '=', invoiceId)
      .execute();
  }
  const open = await trx
    .selectFrom('invoices')
    .select(sql<string | null>`min(due_date)`.as('due'))
    .where('contract_id', '=', contractId)
    .where('open_value', '<>', 0)
    .executeTakeFirst();
  const sum = moves.reduce((total, { by }) => total + by, 0);
  const dueOrder = open?.due ?? noDueDate;
  await trx
    .updateTable('contracts')
    .set((column) => ({ open_value: column('open_value', '+', sum), due_order: dueOrder }))
    .where('id', '=', contractId)
    .execute();
  await moveLists(trx, { contractId, byDueDate: await sumByDueDate(trx, contractId, moves), dueOrder });
};
