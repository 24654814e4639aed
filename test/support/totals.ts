/** Counts of a test run, and how several add up. Knows nothing of any runner. */
export interface Totals {
  passed: number;
  failed: number;
  /** Skipped tests: a run that was not narrowed to some files fails on them, since a test that isn't run proves nothing. */
  skipped: number;
}

export const noTests: Totals = { passed: 0, failed: 0, skipped: 0 };

export const addTotals = (a: Totals, b: Totals): Totals => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});
