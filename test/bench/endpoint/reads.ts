/** First pages beside bare selects, and what a page costs however deep in the list it lies. */
import { medianOf } from '../stats.js';
import type { Bench } from './bench.js';
import { fewest } from './payments.js';

const firstPage = '/api/contracts?limit=20';

export const measureReads = async (
  bench: Bench,
  { reads, rounds }: { readonly reads: number; readonly rounds: number },
): Promise<string[]> => {
  const ours: number[] = [];
  const bare: number[] = [];
  const sessions: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push((await bench.read(firstPage, reads, fewest)).rate);
    bare.push((await bench.read('/bare/contracts', reads, fewest)).rate);
    sessions.push((await bench.read('/api/session', reads, fewest)).rate);
  }
  const [own, floor] = [medianOf(ours), medianOf(bare)];
  return [
    `first pages a second: ${own.toFixed(0)}, bare selects ${floor.toFixed(0)}: ${(own / floor).toFixed(2)} of it`,
    `sessions a second: ${medianOf(sessions).toFixed(0)}`,
  ];
};

/** Median milliseconds of one read after another. */
export const timeOf = async (bench: Bench, path: string, reads: number): Promise<number> =>
  medianOf((await bench.read(path, reads, 1)).times);

export interface Depth {
  readonly page: number;
  readonly path: string;
}

/** The first page, the one in the middle, the last but one: all as long. */
export const findDepths = async (bench: Bench): Promise<Depth[]> => {
  const cursors: string[] = [];
  for await (const { cursor } of bench.pages()) cursors.push(cursor);
  return [0, Math.floor(cursors.length / 2), Math.max(0, cursors.length - 2)].map((index) => {
    const cursor = cursors[index] ?? '';
    return { page: index + 1, path: `/api/contracts?limit=50${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}` };
  });
};

export const measureDepth = async (
  bench: Bench,
  { reads, rounds }: { readonly reads: number; readonly rounds: number },
): Promise<string[]> => {
  const depths = await findDepths(bench);
  const times = depths.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { path }] of depths.entries()) times[index]?.push(await timeOf(bench, path, reads));
  }
  const first = medianOf(times[0] ?? []);
  const told = depths.map(({ page }, index) => {
    const time = medianOf(times[index] ?? []);
    return `page ${page}: ${time.toFixed(1)} ms (${(time / first).toFixed(2)} ×)`;
  });
  return [`pages of 50 contracts by cursor, one after another: ${told.join(', ')}`];
};
