/**
 * What a read and a payment cost as the database grows: measured at powers of ten, and from the last slope on paper up to a hundred million
 * invoices. Knows nothing of load.
 */
import { medianOf } from '../stats.js';
import type { TestDatabase } from '../../demo/endpoint/support/fresh-database.js';
import { Bench } from './bench.js';
import { fleetInvoices } from '../fleet.js';
import { copyCustomers, mostContracts } from './customers.js';
import { sizeOf } from './facts.js';
import { findDepths, timeOf } from './reads.js';

export interface Sample {
  readonly invoices: number;
  readonly contracts: number;
  readonly bytes: number;
  readonly firstPage: number;
  readonly deepPage: number;
  readonly session: number;
  readonly payment: number;
}

const reads = 100;
const paid = 200;
/** Before anything is timed: code is compiled, pages are in memory. */
const warming = 100;

const take = async (bench: Bench): Promise<Omit<Sample, 'invoices' | 'contracts' | 'bytes'>> => {
  const depths = await findDepths(bench);
  const first = depths[0]?.path ?? '';
  const deep = depths.at(-1)?.path ?? '';
  await timeOf(bench, first, warming);
  await bench.pay(warming, { clients: 1 });
  return {
    firstPage: await timeOf(bench, first, reads),
    deepPage: await timeOf(bench, deep, reads),
    session: await timeOf(bench, '/api/session', reads),
    payment: medianOf((await bench.pay(paid, { clients: 1 })).times),
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
    return { invoices: customers * contracts * fleetInvoices, contracts, bytes, ...(await take(bench)) };
  } finally {
    await bench.stop();
  }
};

const whole = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 0 });
const ms = (value: number): string => value.toFixed(1).padStart(7);

const line = ({ invoices, contracts, bytes, ...times }: Sample, note: string): string =>
  [
    `${whole(invoices).padStart(12)} ${whole(contracts).padStart(10)} ${(bytes / 2 ** 30).toFixed(2).padStart(8)}`,
    ...[times.firstPage, times.deepPage, times.session, times.payment].map(ms),
    note,
  ].join(' ');

/** A tree grows a level where its rows grow many times over: what is read by an index is a line over the logarithm of the rows. */
const extrapolate = (from: Sample, to: Sample, invoices: number): Sample => {
  const decades = Math.log10(to.invoices / from.invoices);
  const further = Math.log10(invoices / to.invoices);
  const along = (name: 'firstPage' | 'deepPage' | 'session' | 'payment'): number =>
    to[name] + (Math.max(0, to[name] - from[name]) / decades) * further;
  return {
    invoices,
    contracts: to.contracts,
    bytes: (to.bytes / to.invoices) * invoices,
    firstPage: along('firstPage'),
    deepPage: along('deepPage'),
    session: along('session'),
    payment: along('payment'),
  };
};

const onPaper = [1_000_000, 10_000_000, 100_000_000] as const;

export const growthTable = (samples: readonly Sample[]): string[] => {
  const [before, last] = samples.slice(-2);
  const measured = samples.map((sample) => line(sample, 'measured'));
  const heading = '    invoices  the payer’s      GiB   first     deep session payment   (ms, one request after another)';
  if (before === undefined || last === undefined) return [heading, ...measured];
  const paper = onPaper
    .filter((invoices) => invoices > last.invoices)
    .map((invoices) => line(extrapolate(before, last, invoices), 'on paper'));
  return [heading, ...measured, ...paper];
};
