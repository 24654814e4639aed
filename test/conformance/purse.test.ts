/** What the kit pays is what may be paid: held beside the amounts the element offers, with which it shares no code. */
import { describe, expect, it } from 'vitest';
import type { Contract, Session } from '../../src/api/index.js';
import { smallestAmount } from '../../src/conformance/purse.js';
import { isAllowedAmount, presets } from '../../src/domain/contract.js';
import { excavators, money, session, today } from '../support/sample-contracts.js';

interface Owed {
  readonly due: number;
  readonly open: number;
  readonly inFlight?: number;
}

const owing = ({ due, open, inFlight = 0 }: Owed): Contract => ({
  ...excavators,
  totals: { pastDue: money(0), due: money(due), open: money(open) },
  inFlight: inFlight === 0 ? [] : [{ amount: money(inFlight), date: today, status: 'pending' }],
});

interface Terms {
  readonly partial: boolean;
  readonly overpay: boolean;
  readonly min?: number;
  readonly max?: number;
}

const under = ({ partial, overpay, min, max }: Terms): Session => ({
  ...session,
  features: { ...session.features, partial, overpay },
  limits: { maxItems: 5, ...(min !== undefined && { min: money(min) }), ...(max !== undefined && { max: money(max) }) },
});

const yesOrNo = [true, false] as const;
const everyTerms: Terms[] = yesOrNo.flatMap((partial) =>
  yesOrNo.flatMap((overpay) =>
    [undefined, 1, 300, 850].flatMap((min) =>
      [undefined, 850, 5_000].map((max) => ({ partial, overpay, ...(min !== undefined && { min }), ...(max !== undefined && { max }) })),
    ),
  ),
);

describe('the smallest amount', () => {
  it.each<Owed>([
    { due: 900, open: 2_000 },
    { due: 900, open: 900 },
    // A credit that isn't due yet.
    { due: 900, open: 800 },
    { due: 900, open: 800, inFlight: 300 },
    { due: 900, open: 2_000, inFlight: 950 },
    { due: 0, open: 200 },
  ])('of $due due, $open open is one the element would offer, and there is one wherever it offers any', (owed) => {
    const contract = owing(owed);
    for (const terms of everyTerms) {
      const offering = under(terms);
      const amount = smallestAmount(contract, offering);
      const said = JSON.stringify({ terms, amount });
      if (amount === undefined) expect(presets(contract, offering), said).toEqual([]);
      else expect(isAllowedAmount(contract, offering, money(amount)), said).toBe(true);
    }
  });

  it('is all that is open where a credit that isn’t due yet leaves less than is due', () => {
    expect(smallestAmount(owing({ due: 900, open: 800 }), under({ partial: false, overpay: false }))).toBe(800);
  });

  it('is none where payments for all of it are under way', () => {
    expect(smallestAmount(owing({ due: 900, open: 900, inFlight: 900 }), under({ partial: true, overpay: false }))).toBeUndefined();
  });
});
