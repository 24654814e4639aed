/** Payments exactly once beside the bare route, rounds interleaved; then the open loop at 70 % of what there was. */
import { cpus } from 'node:os';
import { quantile, ratioOf, summarize, write, type Series } from '../stats.js';
import type { Bench } from './bench.js';
import { beside, type Line } from './lines.js';

export const fewest = 10;
export const most = 200;

export interface Rounds {
  readonly payments: number;
  readonly rounds: number;
}

/** How many payments {@link measurePayments} needs on each side: two a round, and as many at least for the open loop. */
export const paymentsOnEachSide = ({ payments, rounds }: Rounds): number => payments * (2 * rounds + 1);

interface Times {
  readonly idle: number;
  readonly all: number;
}

const cpuTimes = (): Times => {
  const times = cpus().map((cpu) => cpu.times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  return { idle, all: times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, idle) };
};

const busySince = (before: Times): number => {
  const now = cpuTimes();
  return 1 - (now.idle - before.idle) / (now.all - before.all);
};

class Rates {
  readonly #rates = new Map<string, number[]>();

  add(name: string, rate: number): void {
    this.#rates.set(name, [...(this.#rates.get(name) ?? []), rate]);
  }

  of(name: string): Series {
    return summarize(this.#rates.get(name) ?? []);
  }
}

export const measurePayments = async (bench: Bench, { payments, rounds }: Rounds): Promise<Line[]> => {
  const rates = new Rates();
  const busy: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const clients of [fewest, most]) {
      const before = cpuTimes();
      rates.add(`ours ${clients}`, (await bench.pay(payments, { clients })).rate);
      busy.push(busySince(before) * 100);
      rates.add(`bare ${clients}`, (await bench.payBare(payments, { clients })).rate);
    }
  }
  const few = rates.of(`ours ${fewest}`);
  const rate = few.median * 0.7;
  // As many as there are: of a few hundred the slowest hundredth is a handful.
  const open = await bench.pay(Math.min(bench.left, 1_000), { clients: most, rate });
  const [p50, p99] = [quantile(open.times, 0.5), quantile(open.times, 0.99)];
  const waiting = `open loop at 70 %, ${open.times.length} payments at ${rate.toFixed(0)} a second`;
  return [
    ...[fewest, most].map((clients) =>
      beside(`payments a second, ${clients} clients`, rates.of(`ours ${clients}`), rates.of(`bare ${clients}`)),
    ),
    {
      what: `payments a second, ${most} clients`,
      ours: '',
      ratio: `${write(ratioOf(rates.of(`ours ${most}`), few), 2)} of ${fewest} clients`,
    },
    { what: `${waiting}: median, ms`, ours: p50.toFixed(1) },
    { what: `${waiting}: p99, ms`, ours: p99.toFixed(1), ratio: `${(p99 / p50).toFixed(1)} of the median` },
    { what: 'processors of this machine busy meanwhile, %', ours: write(summarize(busy), 0) },
  ];
};
