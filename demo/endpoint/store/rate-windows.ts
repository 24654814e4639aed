/**
 * Counts of requests within windows of time, shared by every process on the database. Knows no limits and no names behind its subjects.
 */
import { sql } from 'kysely';
import type { Store } from './open.js';
import { findKey, keyOf } from './payment-keys.js';
import type { KeyScope } from './payments.js';

export interface CountedRequest {
  readonly name: string;
  readonly subject: string;
  readonly windowMs: number;
}

export interface CountedWindow {
  readonly name: string;
  /** With this request, and with those that were refused. */
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

const isBefore = (a: CountedRequest, b: CountedRequest): boolean => a.name < b.name || (a.name === b.name && a.subject < b.subject);

const rowsOf = (requests: readonly CountedRequest[], now: number) =>
  [...requests]
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .map(({ name, subject, windowMs }) => ({ name, subject, ends_at: now + windowMs, count: 1 }));

const insert = ({ light }: Store) => light.insertInto('rate_windows');

/**
 * One statement, so that two processes never read the same count; rows in one order, so that two never wait for each other.
 * A window begins with its first request. One that lies further ahead than a whole window was written by a clock that has gone back.
 */
const count = async (rows: ReturnType<typeof insert>, now: number): Promise<CountedWindow[]> => {
  const isOver = sql`(rate_windows.ends_at <= ${now} or rate_windows.ends_at > excluded.ends_at)`;
  const counted = await rows
    .onConflict((conflict) =>
      conflict.columns(['name', 'subject']).doUpdateSet({
        count: sql<number>`case when ${isOver} then 1 else rate_windows.count + 1 end`,
        ends_at: sql<number>`case when ${isOver} then excluded.ends_at else rate_windows.ends_at end`,
      }),
    )
    .returning(['name', 'count', 'ends_at'])
    .execute();
  return counted.map(({ name, count: made, ends_at: endsAt }) => ({ name, count: made, endsAt }));
};

export const countRequests = (store: Store, requests: readonly CountedRequest[], now: number): Promise<CountedWindow[]> =>
  count(insert(store).values(rowsOf(requests, now)), now);

/** The rows, or none where the key is known. */
const rowsUnlessKnown = (store: Store, scope: KeyScope, rows: ReturnType<typeof rowsOf>) => {
  const values = rows.map((row) => sql`(${row.name}, ${row.subject}, cast(${row.ends_at} as bigint), cast(${row.count} as bigint))`);
  return insert(store)
    .columns(['name', 'subject', 'ends_at', 'count'])
    .expression((db) =>
      db
        .selectFrom(sql<Record<string, never>>`(values ${sql.join(values)})`.as('asked'))
        .selectAll('asked')
        .where((where) => where.not(where.exists(keyOf(store.light, scope).select('key')))),
    );
};

/** Nothing is counted for a key that is known: undefined then. */
export const countUnlessKnown = async (
  store: Store,
  requests: readonly CountedRequest[],
  { now, scope }: { readonly now: number; readonly scope: KeyScope },
): Promise<CountedWindow[] | undefined> => {
  if (store.dialect === 'postgres') {
    const windows = await count(rowsUnlessKnown(store, scope, rowsOf(requests, now)), now);
    return windows.length === 0 ? undefined : windows;
  }
  // Within the process a look costs little, and waits for nobody's write as counting would.
  return (await findKey(store.db, scope)) === undefined ? countRequests(store, requests, now) : undefined;
};

/** Who came once is forgotten once the window is over. */
export const forgetWindows = async (store: Store, now: number): Promise<void> => {
  const over = store.db.selectFrom('rate_windows').select('name').where('ends_at', '<=', now).limit(1);
  // Most looks find nothing: they take no lock.
  if ((await over.executeTakeFirst()) === undefined) return;
  await store.light.deleteFrom('rate_windows').where('ends_at', '<=', now).execute();
};
