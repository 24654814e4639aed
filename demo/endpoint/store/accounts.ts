/**
 * The payer's bank accounts, by id, label and last four. The sealed numbers are read by nobody here.
 */
import type { Kysely } from 'kysely';
import type { BankAccount } from '../../../src/api/index.js';
import { inFlightStatuses } from './in-flight.js';
import type { Store } from './open.js';
import type { BankAccountRow, Database } from './schema.js';
import type { Trx } from './transactions.js';

export const toBankAccount = (row: BankAccountRow): BankAccount => ({
  id: row.id,
  label: row.label,
  ...(row.bank_name !== null && { bankName: row.bank_name }),
  last4: row.last4,
  type: row.type,
  holderType: row.holder_type,
  holderName: row.holder_name,
  currency: row.currency,
  status: row.status,
  ...(row.help !== null && { help: row.help }),
});

export interface AccountPosition {
  readonly createdAt: string;
  readonly id: string;
}

/** Oldest first. */
export const listAccounts = (
  db: Kysely<Database>,
  payerId: string,
  { after, limit }: { readonly after: AccountPosition | undefined; readonly limit: number },
): Promise<BankAccountRow[]> => {
  const query = db
    .selectFrom('bank_accounts')
    .selectAll()
    .where('payer_id', '=', payerId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit);
  if (after === undefined) return query.execute();
  return query.where((where) => where(where.refTuple('created_at', 'id'), '>', where.tuple(after.createdAt, after.id))).execute();
};

/** Nothing for a missing, a removed and another payer's account alike. */
export const accountOf = (db: Kysely<Database>, payerId: string, id: string) =>
  db.selectFrom('bank_accounts').where('id', '=', id).where('payer_id', '=', payerId).where('removed_at', 'is', null);

/** Whether it is there; it waits for the payments under way from it, and no new one is made until the transaction ends. */
export const lockAccount = async (trx: Trx, dialect: Store['dialect'], payerId: string, id: string): Promise<boolean> => {
  const query = accountOf(trx, payerId, id).select('id');
  const found = await (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return found !== undefined;
};

export const isAccountInUse = async (trx: Trx, accountId: string): Promise<boolean> => {
  const payment = await trx
    .selectFrom('payments')
    .select('id')
    .where('account_id', '=', accountId)
    .where('status', 'in', [...inFlightStatuses])
    .limit(1)
    .executeTakeFirst();
  return payment !== undefined;
};

/** The row stays, for the payments made from it; the number does not. */
export const removeAccount = async (trx: Trx, accountId: string, removedAt: string): Promise<void> => {
  await trx.updateTable('bank_accounts').set({ removed_at: removedAt, sealed: null }).where('id', '=', accountId).execute();
};
