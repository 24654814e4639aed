/**
 * The two kinds of transaction: one that sees a single moment and writes nothing, and one that writes all or nothing.
 */
import type { Transaction } from 'kysely';
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
