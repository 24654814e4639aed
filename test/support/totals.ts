/** Counts of a test run and what failed in it, and how several add up. Knows nothing of any runner. */
export interface Totals {
  passed: number;
  failed: number;
  /** Skipped tests: a run that was not narrowed to some files fails on them, since a test that isn't run proves nothing. */
  skipped: number;
  /** What failed, a text each: told again in the end, where it is read. What isn't counted as a failed test may be missing. */
  failures: readonly string[];
}

export const noTests: Totals = { passed: 0, failed: 0, skipped: 0, failures: [] };

export const addTotals = (a: Totals, b: Totals): Totals => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});

const longest = 1000;

/** One failed test with the beginning of its reason. */
export const tellFailure = (where: readonly string[], reason: string | undefined): string => {
  const text = (reason ?? 'no reason was given').trim();
  return `${where.filter((name) => name !== '').join(' > ')}\n${text.slice(0, longest)}`;
};
