/** A level-payment loan repays itself to the cent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Loan, levelPayment, splitPayment } from '../../../demo/portfolio/loan.js';

const anyLoan = fc.record({
  principal: fc.integer({ min: 100_000, max: 100_000_000 }),
  ratePerMillion: fc.integer({ min: 10_000, max: 200_000 }),
  payments: fc.integer({ min: 2, max: 120 }),
  paymentsPerYear: fc.constantFrom(1, 2, 4, 12),
});

const amounts = (loan: Loan, number: number): number[] => splitPayment(loan, number).map((line) => line.amount);

describe('a loan payment', () => {
  it('is known for a loan everybody can look up: $186,750 at 7.25 % over 84 months is $2,841.44', () => {
    expect(levelPayment({ principal: 18_675_000, ratePerMillion: 72_500, payments: 84, paymentsPerYear: 12 })).toBe(284_144);
  });

  it('is interest on what is still owed, the rest principal', () => {
    const loan: Loan = { principal: 1_000_000, ratePerMillion: 120_000, payments: 12, paymentsPerYear: 12 };
    expect(amounts(loan, 1)).toEqual([78_849, 10_000]);
    expect(amounts(loan, 2)).toEqual([79_637, 9_212]);
  });

  it('has repaid the whole principal with the last one', () => {
    fc.assert(
      fc.property(anyLoan, (loan) => {
        const principals = Array.from({ length: loan.payments }, (_, index) => amounts(loan, index + 1)[0] ?? 0);
        expect(principals.reduce((sum, principal) => sum + principal, 0)).toBe(loan.principal);
      }),
    );
  });
});
