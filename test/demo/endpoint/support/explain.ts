/** How a database would answer a question, step by step. Knows no tables. */
import { CompiledQuery, sql } from 'kysely';
import type { Store } from '../../../../demo/endpoint/store/open.js';

type Db = Store['db'];

const inSqlite = async (db: Db, { sql: text, parameters }: CompiledQuery): Promise<string[]> => {
  const { rows } = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(`explain query plan ${text}`, [...parameters]));
  return rows.map(({ detail }) => detail);
};

const inPostgres = async (db: Db, { sql: text, parameters }: CompiledQuery): Promise<string[]> => {
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(CompiledQuery.raw(`explain (costs off) ${text}`, [...parameters]));
  return rows.map((row) => row['QUERY PLAN'].replace(/^[\s>-]+/, ''));
};

/** As the planner chooses by itself, from what it knows of the tables. */
export const explain = ({ dialect, db }: Store, query: CompiledQuery): Promise<string[]> =>
  dialect === 'sqlite' ? inSqlite(db, query) : inPostgres(db, query);

/** PostgreSQL reads a small table from end to end, and rightly: here as for tables too large for that. */
export const explainAsIfLarge = (store: Store, query: CompiledQuery): Promise<string[]> =>
  store.dialect === 'sqlite'
    ? explain(store, query)
    : store.db.transaction().execute(async (trx) => {
        await sql`set local enable_seqscan = off`.execute(trx);
        await sql`set local enable_sort = off`.execute(trx);
        await sql`set local enable_bitmapscan = off`.execute(trx);
        return inPostgres(trx, query);
      });
