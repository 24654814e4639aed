/** Every broken endpoint is met by the kit, which finds the rule it breaks and nothing that doesn't follow from it. Must not know how one is broken. */
import { describe, expect, it } from 'vitest';
import { checkReference, onFile } from '../support/reference.js';
import type { Variant } from './variant.js';

/** A loaded machine takes its time: a run asks some eight hundred things. */
const patience = 180_000;

/** CI meets every so many of them; all are met where it isn't said. */
const share = Number(process.env['ASPIRE_PAY_BROKEN_SHARE'] ?? 1);

const tell = (variant: Variant): string => `an endpoint that ${variant.name}: ${variant.breaks}`;

export const itFinds = (variants: readonly Variant[]): void => {
  describe('the kit finds', () => {
    it.each(variants.filter((_, index) => index % share === 0).map((variant) => [tell(variant), variant] as const))(
      '%s',
      async (_title, variant) => {
        const { breaks, consequences = [], perhaps = [] } = variant;
        const { findings } = await checkReference(variant, onFile);
        const found = [...new Set(findings.map(({ rule }) => rule))].filter((rule) => !perhaps.includes(rule));
        expect(found.sort()).toEqual([...new Set([breaks, ...consequences])].filter((rule) => !perhaps.includes(rule)).sort());
        expect(findings.filter(({ rule }) => rule === breaks).every((one) => one.expected !== '' && one.where !== '')).toBe(true);
      },
      patience,
    );
  });
};
