/**
 * The three kinds of transaction: one that sees a single moment and writes nothing, one that writes all or nothing, and one that writes
 * what may be forgotten.
 */
import { sql, type Kysely, type Transaction } from 'kysely';
import { isConflict } from './errors.js';
import type { Store } from './open.js';
import type { Database } from './schema.js';

export type Trx = Transaction<Database>;

const maxTries = 3;

/** Everything read in it is of one moment: a payment never leaves what is in flight before the open amount has fallen. */
export const readSnapshot = <Result>(store: Store, read: (trx: Trx) => Promise<Result>): Promise<Result> =>
  store.db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(read);

/** A deadlock's victim is tried again; it stored nothing. A lost connection is not: nobody knows whether it was committed. */
export const write = async <Result>(store: Store, work: (trx: Trx) => Promise<Result>): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.db.transaction().setAccessMode('read write').execute(work);
    } catch (error) {
      if (!isConflict(error) || attempt === maxTries) throw error;
    }
  }
};

/**
 * For what only counts: whole or not at all, but the disk is not waited for, so that a power cut may lose the last moments of it.
 * `work` is one statement.
 */
export const writeLightly = <Result>({ db, light }: Store, work: (db: Kysely<Database>) => Promise<Result>): Promise<Result> => {
  if (light) return work(light);
  return db.connection().execute(async (connection) => {
    await sql.raw('pragma synchronous = normal').execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql.raw('pragma synchronous = full').execute(connection);
    }
  });
};
