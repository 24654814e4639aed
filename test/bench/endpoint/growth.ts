/**
 * What reads and a payment cost as the database grows: measured at powers of ten, and from those slopes on paper up to a hundred million
 * invoices. Knows nothing of load.
 */
import { summarize, write, type Series } from '../stats.js';
import { table } from '../table.js';
import type { TestDatabase } from '../../demo/endpoint/support/fresh-database.js';
import { fleetInvoices } from '../fleet.js';
import { Bench } from './bench.js';
import { copyCustomers, mostContracts } from './customers.js';
import { sizeOf } from './facts.js';
import { findDepths, timeOf } from './reads.js';

const timed = ['first page', 'last page', 'session', 'payment'] as const;
type Timed = (typeof timed)[number];

export interface Sample {
  readonly invoices: number;
  /** Of the payer who asks. */
  readonly contracts: number;
  readonly bytes: number;
  readonly times: Readonly<Record<Timed, Series>>;
}

const reads = 100;
const paid = 200;
/** Before anything is timed: code is compiled, pages are in memory. */
const warming = 100;

const take = async (bench: Bench): Promise<Sample['times']> => {
  const depths = await findDepths(bench);
  const first = depths[0]?.path ?? '';
  const last = depths.at(-1)?.path ?? '';
  await timeOf(bench, first, warming);
  await bench.pay(warming, { clients: 1 });
  return {
    'first page': await timeOf(bench, first, reads),
    'last page': await timeOf(bench, last, reads),
    session: await timeOf(bench, '/api/session', reads),
    payment: summarize((await bench.pay(paid, { clients: 1 })).times),
  };
};

/** A payer of so many invoices; past the fleet's own, further customers of the same size stand beside it. */
export const sampleAt = async (database: TestDatabase, invoices: number): Promise<Sample> => {
  const contracts = Math.min(mostContracts, Math.ceil(invoices / fleetInvoices));
  const filling = await Bench.start(database, { contracts });
  await filling.stop();
  const customers = Math.round(invoices / (contracts * fleetInvoices));
  if (customers > 1) await copyCustomers(database, customers - 1);
  const bytes = await sizeOf(database);
  const bench = await Bench.start(database, { contracts });
  try {
    return { invoices: customers * contracts * fleetInvoices, contracts, bytes, times: await take(bench) };
  } finally {
    await bench.stop();
  }
};

/** By least squares. */
const slopeOf = (points: readonly (readonly [x: number, y: number])[]): number => {
  const mean = (place: 0 | 1): number => points.reduce((sum, point) => sum + point[place], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  return (
    points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  );
};

/** Milliseconds each time the rows are ten times as many. */
const slopeADecade = (samples: readonly Sample[], name: Timed): number =>
  slopeOf(samples.map(({ invoices, times }) => [Math.log10(invoices), times[name].median]));

/** Milliseconds for each further million of rows. */
const slopeAMillion = (samples: readonly Sample[], name: Timed): number =>
  slopeOf(samples.map(({ invoices, times }) => [invoices / 1e6, times[name].median]));

const whole = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 0 });
const gibibytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(2);
const signed = (value: number, unit: string): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)} ${unit}`;

/** A slope that noise turned downward promises nothing. */
const onward = (from: number, slope: number, steps: number): string => (from + Math.max(0, slope) * steps).toFixed(1);

const onPaper = (samples: readonly Sample[], last: Sample, invoices: number): string[] => [
  whole(invoices),
  'extrapolated',
  whole(last.contracts),
  gibibytes((last.bytes / last.invoices) * invoices),
  ...timed.map((name) => {
    const from = last.times[name].median;
    const byIndex = onward(from, slopeADecade(samples, name), Math.log10(invoices / last.invoices));
    return `${byIndex} (${onward(from, slopeAMillion(samples, name), (invoices - last.invoices) / 1e6)})`;
  }),
];

const told = [1_000_000, 10_000_000, 100_000_000] as const;

export const growthTable = (samples: readonly Sample[]): string => {
  const last = samples.at(-1);
  if (last === undefined || samples.length < 2) throw new Error('A slope needs two sizes.');
  const measured = samples.map(({ invoices, contracts, bytes, times }) => [
    whole(invoices),
    'measured',
    whole(contracts),
    gibibytes(bytes),
    ...timed.map((name) => write(times[name])),
  ]);
  const slopes = [
    ['ten times as many', 'slope measured', '', '', ...timed.map((name) => signed(slopeADecade(samples, name), 'ms'))],
    ['a million more', 'slope measured', '', '', ...timed.map((name) => signed(slopeAMillion(samples, name), 'ms'))],
  ];
  const paper = told.filter((invoices) => invoices > last.invoices).map((invoices) => onPaper(samples, last, invoices));
  return table(['invoices', '', 'the payer’s contracts', 'GiB', ...timed.map((name) => `${name}, ms`)], [...measured, ...slopes, ...paper]);
};
