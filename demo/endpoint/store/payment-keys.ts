/**
 * Idempotency keys: one row per (lender, payer, key), accepted or voided, kept for ever. The database's unique constraint decides who comes first.
 */
import type { Kysely, QueryCreator, Selectable } from 'kysely';
import { ProblemError } from '../problems.js';
import { isLockTimeout } from './errors.js';
import { keep } from './kept-queries.js';
import type { KeyScope } from './payments.js';
import type { Database, PaymentKeyTable } from './schema.js';
import type { Trx } from './transactions.js';

export type KeyRow = Selectable<PaymentKeyTable>;

export const keyOf = (db: QueryCreator<Database>, { lenderId, payerId, key }: KeyScope) =>
  db.selectFrom('payment_keys').where('lender_id', '=', lenderId).where('payer_id', '=', payerId).where('key', '=', key);

const readKey = keep((db, scope: KeyScope) =>
  keyOf(db, scope).select(['lender_id', 'payer_id', 'key', 'state', 'body_hash', 'created_at']),
);

export const findKey = async (db: Kysely<Database>, { lenderId, payerId, key }: KeyScope): Promise<KeyRow | undefined> =>
  (await readKey(db, { lenderId, payerId, key })).rows[0];

export const inProgress = (): ProblemError =>
  new ProblemError('in-progress', 'This payment is being worked on. Ask again in a moment.', { retryAfterSeconds: 1 });

export interface Claim {
  readonly state: 'accepted' | 'voided';
  readonly bodyHash: string | null;
  readonly createdAt: string;
}

/** Adds nothing where the key is there already, once whoever holds it has ended. */
export const claimOf = (db: QueryCreator<Database>, scope: KeyScope, claim: Claim) =>
  db
    .insertInto('payment_keys')
    .values({
      lender_id: scope.lenderId,
      payer_id: scope.payerId,
      key: scope.key,
      state: claim.state,
      body_hash: claim.bodyHash,
      created_at: claim.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing());

const makeClaim = keep((db, { scope, claim }: { readonly scope: KeyScope; readonly claim: Claim }) => claimOf(db, scope, claim));

/** A claim's failure as the caller is told it: waiting too long for a key means that its payment is being made. */
export const toClaimFailure = (error: unknown): unknown => (isLockTimeout(error, 'payment_keys') ? inProgress() : error);

/**
 * Claims the key within the caller's transaction, waiting for whoever holds it; gives the row that was there first, or undefined when the
 * key is ours. Must be the transaction's first statement.
 */
export const claimKey = async (trx: Trx, scope: KeyScope, claim: Claim): Promise<KeyRow | undefined> => {
  try {
    const { numAffectedRows } = await makeClaim(trx, { scope, claim });
    return numAffectedRows === 1n ? undefined : await findKey(trx, scope);
  } catch (error) {
    throw toClaimFailure(error);
  }
};
