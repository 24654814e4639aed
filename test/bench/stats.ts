/** Medians and how far the middle half of a series spreads, and how they are written. Pure. */
import { medianOf } from '../timing/medians.js';

export { medianOf };

export interface Series {
  readonly median: number;
  /** Between the first quarter and the last. */
  readonly spread: number;
  /** As measured, round by round. */
  readonly values: readonly number[];
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

export const quantile = (values: readonly number[], share: number): number =>
  at(
    [...values].sort((one, other) => one - other),
    share,
  );

export const summarize = (values: readonly number[]): Series => ({
  median: medianOf(values),
  spread: quantile(values, 0.75) - quantile(values, 0.25),
  values,
});

/** Round by round, so that what came and went on the machine falls on both. */
export const ratioOf = (one: Series, other: Series): Series =>
  summarize(one.values.map((value, round) => value / (other.values[round] ?? NaN)));

/** What {@link write} writes, for headings. */
export const howWritten = 'median ± half of what the middle half of the rounds spreads';

export const write = ({ median, spread }: Series, digits = 1): string => `${median.toFixed(digits)} ± ${(spread / 2).toFixed(digits)}`;
