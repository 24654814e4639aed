/** First pages beside bare selects, and what a page costs however deep in the list it lies. */
import { ratioOf, summarize, write, type Series } from '../stats.js';
import type { Bench } from './bench.js';
import { fewest } from './payments.js';
import { beside, type Line } from './lines.js';

const firstPage = '/api/contracts?limit=20';

export interface Reads {
  readonly reads: number;
  readonly rounds: number;
}

export const measureReads = async (bench: Bench, { reads, rounds }: Reads): Promise<Line[]> => {
  const ours: number[] = [];
  const bare: number[] = [];
  const sessions: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push((await bench.read(firstPage, reads, fewest)).rate);
    bare.push((await bench.read('/bare/contracts', reads, fewest)).rate);
    sessions.push((await bench.read('/api/session', reads, fewest)).rate);
  }
  return [
    beside(`first pages of 20 contracts a second, ${fewest} clients`, summarize(ours), summarize(bare)),
    { what: `sessions a second, ${fewest} clients`, ours: write(summarize(sessions)) },
  ];
};

/** Milliseconds of one read after another. */
export const timeOf = async (bench: Bench, path: string, reads: number): Promise<Series> =>
  summarize((await bench.read(path, reads, 1)).times);

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

export const measureDepth = async (bench: Bench, { reads, rounds }: Reads): Promise<Line[]> => {
  const depths = await findDepths(bench);
  const times = depths.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { path }] of depths.entries()) times[index]?.push((await timeOf(bench, path, reads)).median);
  }
  const first = summarize(times[0] ?? []);
  return depths.map(({ page }, index) => {
    const own = summarize(times[index] ?? []);
    return {
      what: `page ${page} of 50 contracts by cursor, ms, one client`,
      ours: write(own),
      ratio: `${write(ratioOf(own, first), 2)} of page 1`,
    };
  });
};
