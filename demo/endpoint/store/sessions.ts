/**
 * Sign-ins by code: what is kept is the hash of each token, and until when it counts. Knows no codes.
 */
import type { Kysely } from 'kysely';
import { lenderColumns } from './lender.js';
import type { Store } from './open.js';
import type { Database } from './schema.js';
import type { Trx } from './transactions.js';

export interface NewSession {
  readonly tokenHash: string;
  readonly personId: string;
  readonly createdAt: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

export const keepSession = async (trx: Trx, { tokenHash, personId, createdAt, endsAt }: NewSession): Promise<void> => {
  await trx.insertInto('sessions').values({ token_hash: tokenHash, person_id: personId, created_at: createdAt, ends_at: endsAt }).execute();
};

export const findSession = (db: Kysely<Database>, tokenHash: string, now: number) =>
  db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .innerJoin('payers', 'payers.id', 'people.payer_id')
    .innerJoin('lenders', 'lenders.id', 'payers.lender_id')
    .select([
      ...lenderColumns,
      'payers.id as payerId',
      'payers.name as payerName',
      'payers.lender_id as lenderId',
      'people.first_name as firstName',
      'people.last_name as lastName',
      'people.address',
      'sessions.ends_at as endsAt',
    ])
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.ends_at', '>', now)
    .executeTakeFirst();

/** Codes and sign-ins that are over. */
export const forgetSignIns = async (store: Store, now: number): Promise<void> => {
  for (const table of ['code_requests', 'sessions'] as const) {
    const over = store.db.selectFrom(table).select('ends_at').where('ends_at', '<=', now).limit(1);
    // Most looks find nothing: they take no lock.
    if ((await over.executeTakeFirst()) === undefined) continue;
    await store.light.deleteFrom(table).where('ends_at', '<=', now).execute();
  }
};
