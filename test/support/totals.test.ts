/** What a run says in the end: its counts, and each failed test once more. */
import { describe, expect, it } from 'vitest';
import { addTotals, noTests, tellFailure } from './totals.js';

describe('the totals of a run', () => {
  it('are those of its parts, with what failed in each', () => {
    const node = { passed: 3, failed: 1, skipped: 0, failures: ['a'] };
    const browser = { passed: 2, failed: 1, skipped: 1, failures: ['b'] };
    expect(addTotals(node, browser)).toEqual({ passed: 5, failed: 2, skipped: 1, failures: ['a', 'b'] });
    expect(addTotals(noTests, node)).toEqual(node);
  });

  it('tell a failed test by where it stands and the beginning of its reason', () => {
    expect(tellFailure(['chromium', 'a.test.ts', '', 'it holds'], ' expected 1\n')).toBe('chromium > a.test.ts > it holds\nexpected 1');
    expect(tellFailure(['a.test.ts'], 'x'.repeat(2000)).length).toBe('a.test.ts\n'.length + 1000);
    expect(tellFailure(['a.test.ts'], undefined)).toBe('a.test.ts\nno reason was given');
  });
});
