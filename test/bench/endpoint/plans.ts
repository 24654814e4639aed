/**
 * How the database finds what is asked most, by the planner's own choice on tables it has looked through: which indexes it takes, and what it
 * reads from end to end. Knows nothing of time.
 */
import { sql, type CompiledQuery } from 'kysely';
import { createEndpoint } from '../../../demo/endpoint/app.js';
import { openStore, type Store } from '../../../demo/endpoint/store/open.js';
import { fleetPayer } from '../../../demo/portfolio/large.js';
import { ContractPage } from '../../../src/api/index.js';
import { explain } from '../../demo/endpoint/support/explain.js';
import type { TestDatabase } from '../../demo/endpoint/support/fresh-database.js';
import { watchQueries } from '../../demo/endpoint/support/watched-store.js';
import { endpointDeps } from '../../support/endpoint-deps.js';

const shortened = (text: string): string => {
  const plain = text.replaceAll('"', '').replace(/\((\?|\$\d+)(, (\?|\$\d+))+\)/g, '(…)');
  return plain.length > 150 ? `${plain.slice(0, 149)}…` : plain;
};

/** Lists of ids say nothing. */
const shortStep = (step: string): string => (step.length > 150 ? `${step.slice(0, 149)}…` : step);

const indexIn = (step: string): string | undefined =>
  /(?:USING (?:COVERING )?INDEX|Index (?:Only )?Scan (?:Backward )?using|Bitmap Index Scan on) (\S+)/.exec(step)?.[1];

/** The table, where one is read from end to end. */
const scanned = (step: string): string | undefined => /^(?:SCAN|(?:Parallel )?Seq Scan on) (\w+)(?!.*USING)/.exec(step)?.[1];

const countRows = async ({ db }: Store, table: string): Promise<number> => {
  const { rows } = await sql<{ count: number | string }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.count);
};

const write = (rows: number): string => `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;

const tellPlan = async (store: Store, tables: ReadonlyMap<string, number>, query: CompiledQuery): Promise<string[]> => {
  const steps = await explain(store, query);
  const indexes = new Set(steps.flatMap((step) => indexIn(step) ?? []));
  // What a question has made itself has no rows of its own.
  const whole = new Set(steps.flatMap((step) => scanned(step) ?? []).filter((name) => tables.has(name)));
  const read = [...whole].map((name) => `${name}, ${write(tables.get(name) ?? 0)}`);
  return [
    shortened(query.sql),
    `    by index: ${[...indexes].join(', ') || 'none'}; from end to end: ${read.join('; ') || 'none'}`,
    ...steps.map((step) => `        ${shortStep(step)}`),
  ];
};

const tableNames = async ({ db }: Store): Promise<string[]> => (await db.introspection.getTables()).map(({ name }) => name);

/** Each question once, with the path it was first asked for. */
export const tellPlans = async (database: TestDatabase): Promise<string[]> => {
  const before = await openStore(database);
  await sql`analyze`.execute(before.db);
  await before.close();
  // SQLite reads what it has learnt when it is opened.
  const store = await openStore(database);
  const watched = watchQueries(store);
  const { app } = createEndpoint(endpointDeps(watched.store));
  const ask = async (path: string): Promise<unknown> =>
    (await app.request(path, { headers: { authorization: `Bearer demo-${fleetPayer.id}` } })).json();
  try {
    const names = await tableNames(store);
    const tables = new Map<string, number>();
    for (const name of names) tables.set(name, await countRows(store, name));
    const { nextCursor, items } = ContractPage.parse(await ask('/contracts?limit=20'));
    const paths = [
      `/contracts?limit=20&cursor=${encodeURIComponent(nextCursor ?? '')}`,
      '/contracts?limit=20&q=300-0070000-007',
      `/contracts/${items[0]?.id ?? ''}/invoices?limit=20`,
      '/payments?limit=20',
      '/payments/by-key/00000000-0000-4000-8000-000000000000',
    ];
    const sizes = ['payers', 'contracts', 'invoices', 'charges', 'payments'].map((name) => `${name} ${write(tables.get(name) ?? 0)}`);
    const told = [`after ANALYZE: ${sizes.join(', ')}`];
    const seen = new Set<string>();
    for (const path of paths) {
      watched.queries.length = 0;
      await ask(path);
      told.push(path.replace(/cursor=.*/, 'cursor=…'));
      for (const query of [...watched.queries]) {
        if (seen.has(query.sql) || !query.sql.startsWith('select')) continue;
        seen.add(query.sql);
        told.push(...(await tellPlan(store, tables, query)).map((line) => `  ${line}`));
      }
    }
    return told;
  } finally {
    await store.close();
  }
};
