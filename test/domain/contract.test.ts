/** What of a contract can be paid, beside payments in flight and inside the lender's rules. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract, Features, Limits, Session } from '../../src/api/index.js';
import {
  amountBounds,
  canPay,
  inFlight,
  isAllowedAmount,
  isOtherAllowed,
  presets,
  remaining,
  sensibleChoice,
} from '../../src/domain/contract.js';
import { payFacts } from '../../src/domain/form-facts.js';
import * as sample from '../support/sample-contracts.js';
import { draftOf } from '../support/sample-payments.js';

const { money, today } = sample;

interface Owed {
  readonly pastDue?: number;
  readonly due?: number;
  readonly open?: number;
  readonly underWay?: readonly number[];
}

const owing = ({ pastDue = 0, due = 0, open = 0, underWay = [] }: Owed): Contract => ({
  ...sample.excavators,
  totals: { pastDue: money(pastDue), due: money(due), open: money(open) },
  inFlight: underWay.map((value) => ({ amount: money(value), date: today, status: 'pending' })),
});

const lender = (features: Partial<Features> = {}, limits: Limits = { maxItems: 10 }): Session => ({
  ...sample.session,
  features: { ...sample.session.features, ...features },
  limits,
});

const offered = (contract: Contract, session: Session) => presets(contract, session).map(({ choice, amount }) => [choice, amount.value]);

describe('the amounts offered', () => {
  it('are past due, due now and total open', () => {
    expect(offered(owing({ pastDue: 100, due: 300, open: 900 }), lender())).toEqual([
      ['pastDue', 100],
      ['due', 300],
      ['open', 900],
    ]);
  });

  it('are only those that exist', () => {
    expect(offered(owing({ due: 300, open: 900 }), lender())).toEqual([
      ['due', 300],
      ['open', 900],
    ]);
    expect(offered(owing({}), lender())).toEqual([]);
    expect(offered(owing({ pastDue: -5, due: -5, open: -5 }), lender())).toEqual([]);
  });

  it('are what remains beside payments in flight, which take the oldest first', () => {
    const contract = owing({ pastDue: 100, due: 300, open: 900, underWay: [100, 50] });
    expect(inFlight(contract)).toEqual(money(150));
    expect(remaining(contract)).toEqual({ pastDue: money(0), due: money(150), open: money(750) });
    expect(offered(contract, lender())).toEqual([
      ['due', 150],
      ['open', 750],
    ]);
  });

  it('pass over a payment in flight in another currency', () => {
    const contract = owing({ due: 300, open: 900, underWay: [100] });
    const mixed = { ...contract, inFlight: [...contract.inFlight, { amount: money(50, 'CAD'), date: today, status: 'pending' }] };
    expect(inFlight(mixed)).toEqual(money(100));
  });

  it('are inside the lender’s limits', () => {
    const session = lender({}, { min: money(200), max: money(500), maxItems: 10 });
    expect(offered(owing({ pastDue: 100, due: 300, open: 900 }), session)).toEqual([['due', 300]]);
  });

  it('include the whole open amount even below the smallest payment', () => {
    const session = lender({}, { min: money(1_000), maxItems: 10 });
    expect(offered(owing({ pastDue: 100, due: 100, open: 900 }), session)).toEqual([['open', 900]]);
  });

  it('are not less than what is due where the lender takes no part of it', () => {
    expect(offered(owing({ pastDue: 100, due: 300, open: 900 }), lender({ partial: false }))).toEqual([
      ['due', 300],
      ['open', 900],
    ]);
  });

  it('pass over a limit in another currency', () => {
    const session = lender({}, { max: { value: 1, currency: 'CAD' }, maxItems: 10 });
    expect(offered(owing({ due: 300, open: 900 }), session)).toHaveLength(2);
  });

  it.each([
    ['what is due now', owing({ pastDue: 100, due: 300, open: 900 }), 'due'],
    ['everything open where nothing is due', owing({ open: 900 }), 'open'],
    ['everything open where a credit has made up for what is past due', owing({ pastDue: 100, due: 0, open: 900 }), 'open'],
  ])('begin with %s', (_name, contract, choice) => {
    expect(sensibleChoice(contract, lender())).toBe(choice);
  });

  it('begin with what is allowed where the sensible one is above the limit', () => {
    const contract = owing({ pastDue: 100, due: 300, open: 900 });
    expect(sensibleChoice(contract, lender({}, { max: money(200), maxItems: 10 }))).toBe('pastDue');
    expect(sensibleChoice(contract, lender({}, { max: money(50), maxItems: 10 }))).toBe('other');
  });
});

describe('another amount', () => {
  it('lies between the smallest payment and what is open', () => {
    const contract = owing({ due: 300, open: 900, underWay: [100] });
    expect(amountBounds(contract, lender())).toEqual({ min: money(1), max: money(800) });
    expect(amountBounds(contract, lender({}, { min: money(50), max: money(500), maxItems: 1 }))).toEqual({
      min: money(50),
      max: money(500),
    });
  });

  it('is the whole of what is open, where that is less than the smallest payment', () => {
    const small = lender({}, { min: money(1_000), maxItems: 1 });
    expect(amountBounds(owing({ open: 900 }), small)).toEqual({ min: money(900), max: money(900) });
    const overpaid = lender({ overpay: true }, { min: money(1_000), maxItems: 1 });
    expect([899, 900, 901, 1_000].filter((value) => isAllowedAmount(owing({ open: 900 }), overpaid, money(value)))).toEqual([900, 1_000]);
  });

  it('has no upper end where the lender takes more than is open', () => {
    const contract = owing({ due: 300, open: 900 });
    expect(amountBounds(contract, lender({ overpay: true }))).toEqual({ min: money(1) });
    expect(isOtherAllowed(contract, lender({ overpay: true }))).toBe(true);
    expect(isAllowedAmount(contract, lender({ overpay: true }), money(5_000))).toBe(true);
    expect(isAllowedAmount(contract, lender(), money(901))).toBe(false);
    expect(isAllowedAmount(contract, lender({ overpay: true }, { max: money(1_000), maxItems: 1 }), money(1_001))).toBe(false);
  });

  it('is not offered where only one amount is possible', () => {
    expect(isOtherAllowed(owing({ due: 900, open: 900 }), lender({ partial: false }))).toBe(false);
    expect(isOtherAllowed(owing({ due: 300, open: 900 }), lender({ partial: false }))).toBe(true);
    expect(isOtherAllowed(owing({ open: 40 }), lender({}, { min: money(100), maxItems: 1 }))).toBe(false);
  });

  it('is never allowed at zero or below, and every preset is inside the rules', () => {
    const value = fc.integer({ min: -1_000, max: 1_000 });
    const owed = fc.record({ pastDue: value, due: value, open: value, underWay: fc.array(fc.nat(500), { maxLength: 2 }) });
    const rules = fc.record({ partial: fc.boolean(), overpay: fc.boolean(), min: fc.nat(400), max: fc.integer({ min: 400, max: 900 }) });
    fc.assert(
      fc.property(owed, rules, value, (sums, { partial, overpay, min, max }, amount) => {
        const contract = owing(sums);
        const session = lender({ partial, overpay }, { min: money(min), max: money(max), maxItems: 1 });
        if (amount <= 0 || amount > max) expect(isAllowedAmount(contract, session, money(amount))).toBe(false);
        for (const { amount: preset } of presets(contract, session)) {
          expect(preset.value).toBeGreaterThan(0);
          expect(preset.value).toBeLessThanOrEqual(max);
          if (!overpay) expect(preset.value).toBeLessThanOrEqual(sums.open - sums.underWay.reduce((a, b) => a + b, 0));
        }
      }),
    );
  });
});

describe('a contract', () => {
  const contract = owing({ pastDue: 100, due: 300, open: 900 });

  it('can be paid', () => {
    expect(canPay(contract, lender())).toBe(true);
  });

  it('can be paid where there is only one amount to pay, or none but what is typed', () => {
    expect(canPay(owing({ due: 900, open: 900 }), lender({ partial: false }))).toBe(true);
    expect(canPay(contract, lender({}, { max: money(50), maxItems: 1 }))).toBe(true);
  });

  it.each<readonly [string, Contract, Session]>([
    ['the lender says so', { ...contract, payable: false }, lender()],
    ['it came with a problem', { ...contract, problem: 'In part.' }, lender()],
    ['it is closed', { ...contract, status: 'closed' }, lender()],
    ['payments are off', contract, lender({ payments: false })],
    ['no bank account can be used', contract, { ...lender(), bankAccounts: 'none' }],
    [
      'nobody knows its currency',
      {
        ...contract,
        currency: 'ZZZ',
        totals: { pastDue: money(1, 'ZZZ'), due: money(1, 'ZZZ'), open: money(1, 'ZZZ') },
      },
      lender(),
    ],
    ['nothing is left beside payments in flight', owing({ due: 300, open: 900, underWay: [900] }), lender()],
    [
      'what is due is above the lender’s limit and no part of it is taken',
      contract,
      lender({ partial: false }, { max: money(200), maxItems: 1 }),
    ],
  ])('can’t be paid where %s', (_name, broken, session) => {
    expect(canPay(broken, session)).toBe(false);
  });

  it('gives the form its amounts, bounds and days', () => {
    const facts = payFacts(lender(), 'en-US').form(draftOf(contract));
    const [line] = facts.lines;
    expect(line?.presets).toHaveLength(3);
    expect(line?.isOtherAllowed).toBe(true);
    expect(line?.bounds.max).toEqual(money(900));
    expect(facts.total).toEqual(contract.totals.due);
    expect(facts.openDates[0]).toBe(today);
    expect(facts.openDates).not.toContain('2025-11-27');
  });
});
