/** Medians of two series, and how far they lie apart. Pure. */

export interface Comparison {
  readonly match: number;
  readonly none: number;
  /** As a share of the smaller. */
  readonly difference: number;
  /** The median of the differences pair by pair, as the same share: what comes and goes on the machine falls on both of a pair. */
  readonly paired: number;
}

export const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const above = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + above) / 2 : above;
};

export const compare = (match: readonly number[], none: readonly number[]): Comparison => {
  const medians = { match: medianOf(match), none: medianOf(none) };
  const smaller = Math.min(medians.match, medians.none);
  const differences = match.map((ms, pair) => ms - (none[pair] ?? NaN));
  return { ...medians, difference: Math.abs(medians.match - medians.none) / smaller, paired: Math.abs(medianOf(differences)) / smaller };
};
