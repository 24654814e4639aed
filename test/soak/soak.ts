/**
 * Mounts the element, looks, pays, removes it, as often as it is told to, and says what is left of all that.
 */
import * as z from 'zod/mini';
import type { Site } from './site.js';
import type { Held, Visitor } from './visitor.js';

const Point = z.object({ x: z.number(), y: z.number() });

/** Engines compile and cache in the first cycles; that is no growth. */
const warmUp = 40;

export interface SoakFigures {
  readonly cycles: number;
  readonly payments: number;
  readonly start: Held;
  readonly end: Held;
  /** Items of the journal that no page took away. */
  readonly stored: number;
}

export interface SoakPlan {
  readonly site: Site;
  readonly visitor: Visitor;
  readonly cycles: number;
  readonly onCycle?: (cycles: number) => void;
}

export const runSoak = async ({ site, visitor, cycles, onCycle }: SoakPlan): Promise<SoakFigures> => {
  const runCycle = async (): Promise<number> => {
    const { x, y } = Point.parse(await visitor.read('soak.review()'));
    await visitor.press(x, y);
    await visitor.read('soak.leave()');
    return site.takePayments();
  };
  for (let cycle = 0; cycle < warmUp; cycle += 1) await runCycle();
  const start = await visitor.measure();
  let payments = 0;
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    payments += await runCycle();
    onCycle?.(cycle);
  }
  const end = await visitor.measure();
  const stored = z.int().parse(await visitor.read('localStorage.length + sessionStorage.length'));
  return { cycles, payments, start, end, stored };
};

const mostBytes = 1_048_576;

/** What may not be left, in a sentence each; nothing where all is well. */
export const findLeaks = ({ cycles, payments, start, end, stored }: SoakFigures): string[] => {
  const leaks: string[] = [];
  const grown = end.heapBytes - start.heapBytes;
  if (grown >= mostBytes) leaks.push(`the heap grew by ${grown} bytes`);
  if (end.listeners > start.listeners) leaks.push(`${end.listeners - start.listeners} listeners are left`);
  if (end.nodes > start.nodes) leaks.push(`${end.nodes - start.nodes} nodes are left`);
  if (stored > 0) leaks.push(`${stored} stored items are left`);
  if (payments !== cycles) leaks.push(`${cycles} presses made ${payments} payments`);
  return leaks;
};
