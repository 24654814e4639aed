/** Payments exactly once beside the bare route, rounds interleaved; then the open loop at 70 % of what there was. */
import { cpus } from 'node:os';
import { medianOf, quantile } from '../stats.js';
import type { Bench } from './bench.js';

export const fewest = 10;
export const most = 200;

export interface Rounds {
  readonly payments: number;
  readonly rounds: number;
}

/** How many payments {@link measurePayments} makes on each side. */
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

  median(name: string): number {
    return medianOf(this.#rates.get(name) ?? []);
  }
}

const beside = (rates: Rates, clients: number): string => {
  const [ours, bare] = [rates.median(`ours ${clients}`), rates.median(`bare ${clients}`)];
  return `payments a second, ${clients} clients: ${ours.toFixed(0)}, bare ${bare.toFixed(0)}: ${(ours / bare).toFixed(2)} of it`;
};

export const measurePayments = async (bench: Bench, { payments, rounds }: Rounds): Promise<string[]> => {
  const rates = new Rates();
  const busy: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const clients of [fewest, most]) {
      const before = cpuTimes();
      rates.add(`ours ${clients}`, (await bench.pay(payments, { clients })).rate);
      busy.push(busySince(before));
      rates.add(`bare ${clients}`, (await bench.payBare(payments, { clients })).rate);
    }
  }
  const [few, many] = [rates.median(`ours ${fewest}`), rates.median(`ours ${most}`)];
  const open = await bench.pay(payments, { clients: most, rate: few * 0.7 });
  const [p50, p99] = [quantile(open.times, 0.5), quantile(open.times, 0.99)];
  return [
    beside(rates, fewest),
    beside(rates, most),
    `from ${fewest} to ${most} clients: ${((many / few - 1) * 100).toFixed(0)} %`,
    `open loop at 70 % (${(few * 0.7).toFixed(0)}/s): p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${(p99 / p50).toFixed(1)} × p50`,
    `processors of this machine busy meanwhile: ${(medianOf(busy) * 100).toFixed(0)} %`,
    await bench.audit(),
  ];
};
