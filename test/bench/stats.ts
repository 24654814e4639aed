/** Medians and how far the middle half of a series spreads. Pure. */
import { medianOf } from '../timing/medians.js';

export { medianOf };

export interface Series {
  readonly median: number;
  /** Between the first quarter and the last. */
  readonly spread: number;
  readonly rounds: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

export const summarize = (values: readonly number[]): Series => {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: medianOf(values), spread: at(sorted, 0.75) - at(sorted, 0.25), rounds: values.length };
};

export const quantile = (values: readonly number[], share: number): number =>
  at(
    [...values].sort((one, other) => one - other),
    share,
  );
