/**
 * The four methods on worked examples and on anything at all: no cent is lost, none is given twice.
 */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  applyPayment,
  cashApplicationMethods,
  chargesAfter,
  splitProRata,
  type Application,
  type CashApplicationSettings,
  type OpenCharge,
} from '../../../demo/endpoint/cash-application.js';

const Examples = z.object({
  invoices: z.array(
    z.object({ id: z.string(), dueDate: z.string(), charges: z.array(z.object({ id: z.string(), type: z.string(), open: z.int() })) }),
  ),
  priority: z.array(z.string()),
  payment: z.int(),
  expected: z.record(z.enum(['balance_forward', 'balance_forward_pro_rated', 'priority_post']), z.record(z.string(), z.int())),
  window: z.object({ postedOn: z.string(), windowDays: z.int(), eligible: z.record(z.string(), z.boolean()) }),
});
const examples = Examples.parse(JSON.parse(readFileSync(new URL('fixtures/cash-application.json', import.meta.url), 'utf8')));

const charges: OpenCharge[] = examples.invoices.flatMap(({ id, dueDate, charges: own }) =>
  own.map((charge, position) => ({ invoiceId: id, chargeId: charge.id, type: charge.type, dueDate, position, open: charge.open })),
);

const settings = (changes: Partial<CashApplicationSettings>): CashApplicationSettings => ({
  method: 'balance_forward',
  windowDays: undefined,
  priority: examples.priority,
  groups: {},
  ...changes,
});

const postedOn = '2021-06-01';

const partsOf = ({ applied }: Application): Record<string, number> =>
  Object.fromEntries(applied.map(({ charge, amount }) => [charge.chargeId, amount]));

describe('the published examples', () => {
  it.each(['balance_forward', 'balance_forward_pro_rated', 'priority_post'] as const)('come out to the cent by %s', (method) => {
    const application = applyPayment(charges, { amount: examples.payment, postedOn }, settings({ method }));
    const { unapplied, ...parts } = examples.expected[method];
    const none = Object.fromEntries(charges.map(({ chargeId }) => [chargeId, 0]));
    expect({ ...none, ...partsOf(application) }).toEqual(parts);
    expect(application.unapplied).toBe(unapplied);
  });

  it('end the window on its last day, the day of posting being day 1', () => {
    const { windowDays, eligible } = examples.window;
    for (const [dueDate, isEligible] of Object.entries(eligible)) {
      const charge: OpenCharge = { invoiceId: 'A', chargeId: 'A-1', type: 'rent', dueDate, position: 0, open: 500 };
      const { applied, unapplied } = applyPayment([charge], { amount: 500, postedOn: examples.window.postedOn }, settings({ windowDays }));
      expect([applied.length, unapplied]).toEqual(isEligible ? [1, 0] : [0, 500]);
    }
  });
});

describe('the methods', () => {
  it('take the oldest due of each charge type in turn by priority_post_oldest_due_by', () => {
    const application = applyPayment(charges, { amount: 110_000, postedOn }, settings({ method: 'priority_post_oldest_due_by' }));
    expect(partsOf(application)).toEqual({ 'A-rent': 100_000, 'A-tax': 5_000, 'A-late': 2_500, 'B-rent': 2_500 });
    const order = applyPayment(charges, { amount: 215_000, postedOn }, settings({ method: 'priority_post_oldest_due_by' }));
    expect(order.applied.map(({ charge }) => charge.chargeId)).toEqual(['A-rent', 'A-tax', 'A-late', 'B-rent', 'B-tax', 'B-late']);
  });

  it('let sales tax share pro rata with its parent charge where they are grouped', () => {
    const grouped = settings({ groups: { sales_tax: 'rent' } });
    expect(partsOf(applyPayment(charges, { amount: 52_500, postedOn }, grouped))).toEqual({ 'A-rent': 50_000, 'A-tax': 2_500 });
    expect(partsOf(applyPayment(charges, { amount: 52_500, postedOn }, settings({})))).toEqual({ 'A-rent': 52_500 });
  });

  it('put what has no priority last', () => {
    const odd = { invoiceId: 'A', chargeId: 'A-odd', type: 'toString', dueDate: '2021-04-01', position: -1, open: 100 };
    const { applied } = applyPayment([...charges, odd], { amount: 107_600, postedOn }, settings({}));
    expect(applied.map(({ charge }) => charge.chargeId)).toEqual(['A-rent', 'A-tax', 'A-late', 'A-odd']);
  });

  it('give credits nothing, count them against their invoice, and leave the rest unapplied', () => {
    const credit = { invoiceId: 'A', chargeId: 'A-credit', type: 'credit', dueDate: '2021-04-01', position: 9, open: -900 };
    const { applied, unapplied } = applyPayment([...charges, credit], { amount: 300_000, postedOn }, settings({}));
    expect(applied.map(({ charge }) => charge.chargeId)).not.toContain('A-credit');
    expect(unapplied).toBe(85_900);
    expect(applied.filter(({ charge }) => charge.invoiceId === 'A').reduce((sum, { amount }) => sum + amount, 0)).toBe(106_600);
  });

  it('cover the oldest due first, then by invoice, place and id, however the charges are read', () => {
    const charge = (dueDate: string, invoiceId: string, position: number, chargeId: string): OpenCharge => ({
      ...{ dueDate, invoiceId, position, chargeId },
      ...{ type: 'rent', open: 10 },
    });
    const inOrder = [
      charge('2021-04-01', 'Z', 8, 'z'),
      charge('2021-05-01', 'A', 7, 'y'),
      charge('2021-05-01', 'B', 1, 'x'),
      charge('2021-05-01', 'B', 2, 'v'),
      charge('2021-05-01', 'B', 2, 'w'),
    ];
    for (const read of [inOrder, inOrder.toReversed()]) {
      const { applied } = applyPayment(read, { amount: 50, postedOn }, settings({}));
      expect(applied.map((part) => part.charge.chargeId)).toEqual(['z', 'y', 'x', 'v', 'w']);
    }
  });

  it('let a charge that is paid take no turn', () => {
    const paid = charges.map((charge) => (charge.chargeId === 'A-rent' ? { ...charge, open: 0 } : charge));
    const { applied } = applyPayment(paid, { amount: 106_000, postedOn }, settings({ method: 'priority_post_oldest_due_by' }));
    expect(applied.map(({ charge }) => charge.chargeId)).toEqual(['B-rent', 'A-tax', 'A-late']);
  });

  it('give the odd cent to the largest remainder, and of equals to the earlier charge', () => {
    expect(splitProRata(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitProRata(200, [1, 1, 1])).toEqual([67, 67, 66]);
    expect(splitProRata(92_500, [100_000, 5_000, 2_500])).toEqual([86_047, 4_302, 2_151]);
    expect(splitProRata(2, [6, 3, 1])).toEqual([1, 1, 0]);
    expect(splitProRata(2, [1, 3, 6])).toEqual([0, 1, 1]);
    expect(splitProRata(5, [0, 0])).toEqual([0, 0]);
    expect(splitProRata(Number.MAX_SAFE_INTEGER - 1, [Number.MAX_SAFE_INTEGER, 0])).toEqual([Number.MAX_SAFE_INTEGER - 1, 0]);
  });
});

const anyCharge = fc.record({
  invoiceId: fc.constantFrom('A', 'B', 'C', 'D'),
  type: fc.constantFrom('rent', 'sales_tax', 'late_fee', 'service'),
  open: fc.integer({ min: -5_000, max: 1_000_000 }),
});
const dueDates: Record<string, string> = { A: '2021-04-01', B: '2021-05-01', C: '2021-05-01', D: '2021-07-01' };
const anyCharges = fc.array(anyCharge, { maxLength: 12 }).map((list): OpenCharge[] =>
  list.map((charge, position) => ({
    ...charge,
    chargeId: `${charge.invoiceId}-${position}`,
    position,
    dueDate: dueDates[charge.invoiceId] ?? '',
  })),
);
const anySettings = fc.record({
  method: fc.constantFrom(...cashApplicationMethods),
  windowDays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  priority: fc.shuffledSubarray(['rent', 'sales_tax', 'late_fee']),
  groups: fc.constantFrom({}, { sales_tax: 'rent' }),
});
/** `ASPIRE_PAY_PORTFOLIOS=100000` runs as many portfolios as a release does; a share of it runs every time. */
const runs = { numRuns: Number(process.env['ASPIRE_PAY_PORTFOLIOS'] ?? 400) };
const patience = Math.max(20_000, runs.numRuns * 5);

const anyAmount = fc.integer({ min: 1, max: 5_000_000 });

describe('any payment on any charges', () => {
  it(
    'is applied and unapplied to exactly its amount, and never above what is open',
    () => {
      fc.assert(
        fc.property(anyCharges, anySettings, anyAmount, (list, method, amount) => {
          const { applied, unapplied } = applyPayment(list, { amount, postedOn }, method);
          expect(applied.reduce((sum, part) => sum + part.amount, 0) + unapplied).toBe(amount);
          for (const invoiceId of ['A', 'B', 'C', 'D']) {
            const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
            const taken = sum(applied.filter(({ charge }) => charge.invoiceId === invoiceId).map((part) => part.amount));
            const open = sum(list.filter((charge) => charge.invoiceId === invoiceId).map((charge) => charge.open));
            expect(taken).toBeLessThanOrEqual(Math.max(0, open));
          }
          for (const part of applied) {
            expect(part.amount).toBeGreaterThan(0);
            expect(part.amount).toBeLessThanOrEqual(part.charge.open);
          }
          expect(new Set(applied.map(({ charge }) => charge.chargeId)).size).toBe(applied.length);
          expect(unapplied).toBeGreaterThanOrEqual(0);
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'is applied the same in whatever order the charges are read',
    () => {
      fc.assert(
        fc.property(
          anyCharges.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
          anySettings,
          anyAmount,
          ([list, shuffled], method, amount) => {
            expect(applyPayment(shuffled, { amount, postedOn }, method)).toEqual(applyPayment(list, { amount, postedOn }, method));
          },
        ),
        runs,
      );
    },
    patience,
  );

  it(
    'leaves cash only when everything it may cover is covered',
    () => {
      fc.assert(
        fc.property(anyCharges, anySettings, anyAmount, (list, method, amount) => {
          const payment = { amount, postedOn };
          const { unapplied } = applyPayment(list, payment, method);
          if (unapplied === 0) return;
          expect(applyPayment(chargesAfter(list, [payment], method), payment, method).applied).toEqual([]);
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'after another takes only what the other left',
    () => {
      fc.assert(
        fc.property(anyCharges, anySettings, anyAmount, anyAmount, (list, method, first, second) => {
          const left = chargesAfter(
            list,
            [
              { amount: first, postedOn },
              { amount: second, postedOn },
            ],
            method,
          );
          const before = list.reduce((sum, { open }) => sum + Math.max(open, 0), 0);
          const after = left.reduce((sum, { open }) => sum + Math.max(open, 0), 0);
          expect(before - after).toBeLessThanOrEqual(first + second);
          left.forEach(({ open }, index) => {
            expect(open).toBeLessThanOrEqual(list[index]?.open ?? 0);
            expect(open).toBeGreaterThanOrEqual(Math.min(0, list[index]?.open ?? 0));
          });
        }),
        runs,
      );
    },
    patience,
  );
});
