/**
 * Idempotency keys: one row per (lender, payer, key), accepted or voided, kept for ever. The database's unique constraint decides who comes first.
 */
import type { Kysely, QueryCreator, Selectable } from 'kysely';
import { ProblemError } from '../problems.js';
import { isLockTimeout } from './errors.js';
import type { KeyScope } from './payments.js';
import type { Database, PaymentKeyTable } from './schema.js';
import type { Trx } from './transactions.js';

export type KeyRow = Selectable<PaymentKeyTable>;

export const keyOf = (db: QueryCreator<Database>, { lenderId, payerId, key }: KeyScope) =>
  db.selectFrom('payment_keys').where('lender_id', '=', lenderId).where('payer_id', '=', payerId).where('key', '=', key);

export const findKey = (db: Kysely<Database>, scope: KeyScope): Promise<KeyRow | undefined> =>
  keyOf(db, scope).selectAll().executeTakeFirst();

export const inProgress = (): ProblemError =>
  new ProblemError('in-progress', 'This payment is being worked on. Ask again in a moment.', { retryAfterSeconds: 1 });

/**
 * Claims the key within the caller's transaction, waiting for whoever holds it; gives the row that was there first, or undefined when the
 * key is ours. Must be the transaction's first statement.
 */
export const claimKey = async (
  trx: Trx,
  scope: KeyScope,
  claim: { readonly state: 'accepted' | 'voided'; readonly bodyHash: string | null; readonly createdAt: string },
): Promise<KeyRow | undefined> => {
  try {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('payment_keys')
      .values({
        lender_id: scope.lenderId,
        payer_id: scope.payerId,
        key: scope.key,
        state: claim.state,
        body_hash: claim.bodyHash,
        created_at: claim.createdAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n ? undefined : await findKey(trx, scope);
  } catch (error) {
    if (isLockTimeout(error)) throw inProgress();
    throw error;
  }
};
