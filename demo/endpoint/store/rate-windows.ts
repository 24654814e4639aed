/**
 * Counts of requests within windows of time, shared by every process on the database. Knows no limits and no names behind its subjects.
 */
import { sql, type InsertQueryBuilder, type InsertResult } from 'kysely';
import { bareValues } from './bare-values.js';
import { keep } from './kept-queries.js';
import type { Store } from './open.js';
import { findKey, keyOf } from './payment-keys.js';
import type { KeyScope } from './payments.js';
import type { Database } from './schema.js';

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

type NewWindow = ReturnType<typeof rowsOf>[number];
type Insert = InsertQueryBuilder<Database, 'rate_windows', InsertResult>;

/**
 * One statement, so that two processes never read the same count; rows in one order, so that two never wait for each other.
 * A window begins with its first request. One that lies further ahead than a whole window was written by a clock that has gone back.
 */
const counting = (rows: Insert, now: number) => {
  const isOver = sql`(rate_windows.ends_at <= ${now} or rate_windows.ends_at > excluded.ends_at)`;
  return rows
    .onConflict((conflict) =>
      conflict.columns(['name', 'subject']).doUpdateSet({
        count: sql<number>`case when ${isOver} then 1 else rate_windows.count + 1 end`,
        ends_at: sql<number>`case when ${isOver} then excluded.ends_at else rate_windows.ends_at end`,
      }),
    )
    .returning(['name', 'count', 'ends_at as endsAt']);
};

interface Counted {
  readonly windows: readonly NewWindow[];
  readonly now: number;
}

const countAll = keep((db, { windows, now }: Counted) => counting(db.insertInto('rate_windows').values(windows), now));

/** The rows, or none where the key is known. */
const countIfUnknown = keep((db, { windows, now, scope }: Counted & { readonly scope: KeyScope }) => {
  const values = windows.map((row) => sql`(${row.name}, ${row.subject}, cast(${row.ends_at} as bigint), cast(${row.count} as bigint))`);
  const rows = db
    .insertInto('rate_windows')
    .columns(['name', 'subject', 'ends_at', 'count'])
    .expression((creator) =>
      creator
        .selectFrom(bareValues(values, 'asked'))
        .select(['asked.column1', 'asked.column2', 'asked.column3', 'asked.column4'])
        .where((where) => where.not(where.exists(keyOf(db, scope).select('key')))),
    );
  return counting(rows, now);
});

export const countRequests = async (store: Store, requests: readonly CountedRequest[], now: number): Promise<CountedWindow[]> =>
  (await countAll(store.light, { windows: rowsOf(requests, now), now })).rows;

/** Nothing is counted for a key that is known: undefined then. */
export const countUnlessKnown = async (
  store: Store,
  requests: readonly CountedRequest[],
  { now, scope }: { readonly now: number; readonly scope: KeyScope },
): Promise<CountedWindow[] | undefined> => {
  if (store.dialect === 'postgres') {
    const { rows } = await countIfUnknown(store.light, { windows: rowsOf(requests, now), now, scope });
    return rows.length === 0 ? undefined : rows;
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
