/**
 * How a database would answer a question, step by step. On PostgreSQL as for tables too large to be read from end to end. Knows no tables.
 */
import { CompiledQuery, sql } from 'kysely';
import type { Store } from '../../../../demo/endpoint/store/open.js';

const inSqlite = async ({ db }: Store, { sql: text, parameters }: CompiledQuery): Promise<string[]> => {
  const { rows } = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(`explain query plan ${text}`, [...parameters]));
  return rows.map(({ detail }) => detail);
};

const inPostgres = ({ db }: Store, { sql: text, parameters }: CompiledQuery): Promise<string[]> =>
  db.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx);
    await sql`set local enable_sort = off`.execute(trx);
    await sql`set local enable_bitmapscan = off`.execute(trx);
    const { rows } = await trx.executeQuery<{ 'QUERY PLAN': string }>(CompiledQuery.raw(`explain (costs off) ${text}`, [...parameters]));
    return rows.map((row) => row['QUERY PLAN'].replace(/^[\s>-]+/, ''));
  });

export const explain = (store: Store, query: CompiledQuery): Promise<string[]> =>
  store.dialect === 'sqlite' ? inSqlite(store, query) : inPostgres(store, query);
