/** How many endpoints are broken on purpose, and which rules that proves. Runs none of them. */
import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../../src/conformance/index.js';
import { allVariants } from './all.js';

/** Rules no broken variant of the reference endpoint has been made for; each says why. */
const unproven: Readonly<Record<string, string>> = {
  'preview.answers': 'Nothing else could be looked at.',
};

describe('the broken endpoints', () => {
  it('are forty at least, each once, and each breaks a rule there is', () => {
    const proven = new Set(allVariants.map(({ breaks }) => breaks));
    console.log(`${allVariants.length} broken endpoints prove ${proven.size} of ${ruleIds.length} rules.`);
    expect(allVariants.length).toBeGreaterThanOrEqual(40);
    expect(new Set(allVariants.map(({ name }) => name)).size).toBe(allVariants.length);
  });

  it('leave no rule unproven without a reason', () => {
    const proven = new Set<string>(allVariants.map(({ breaks }) => breaks));
    expect(ruleIds.filter((rule) => !proven.has(rule))).toEqual(Object.keys(unproven).sort());
  });
});
