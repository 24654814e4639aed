/**
 * The lender's terms at their edges: amounts, dates, accounts.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Problem, type Money } from '../../../src/api/index.js';
import { errorsOf, refusalOf, usd, type PaymentPlan } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { morning } from './support/portfolio.js';

onBothDatabases('the terms', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterEach(() => {
    harness.setClock(morning);
  });
  afterAll(() => harness.stop());

  /** `ok`, or what is wrong. */
  const judge = async (ids: readonly string[], plan: PaymentPlan): Promise<string> => {
    const answer = await harness.call.preview(await harness.call.plan(ids, plan));
    return answer.status === 200 ? 'ok' : errorsOf(answer).join(', ');
  };
  const judgeAmount = (value: number, id = 'c01'): Promise<string> => judge([id], { amount: usd(value) });

  describe('of amounts', () => {
    it('hold the limits, to the cent', async () => {
      expect(await judgeAmount(999)).toBe('/items/0/amount below-minimum');
      expect(await judgeAmount(1_000)).toBe('ok');
      expect(await judgeAmount(250_000)).toBe('ok');
      expect(await judgeAmount(250_001)).toBe('/items/0/amount above-maximum');
      expect(await judgeAmount(322_501)).toBe('/items/0/amount above-open');
    });

    it('stop at what is open less what is in flight', async () => {
      expect(await judgeAmount(215_000, 'elsewhere')).toBe('ok');
      expect(await judgeAmount(215_001, 'elsewhere')).toBe('/items/0/amount above-open');
      expect(await judgeAmount(1_000, 'taken')).toBe('/items/0/contractId not-payable');
    });

    it('allow more than is open only where the lender does', async () => {
      await harness.withLender({ features: { overpay: true } }, { features: { overpay: false } }, async () => {
        expect(await judgeAmount(250_000, 'elsewhere')).toBe('ok');
        expect(await judgeAmount(250_001, 'elsewhere')).toBe('/items/0/amount above-maximum');
      });
    });

    it('allow the whole rest even below the minimum', async () => {
      const id = harness.nextContract();
      await harness.call.pay(await harness.call.prepare([id], { amount: usd(250_000) }));
      await harness.call.pay(await harness.call.prepare([id], { amount: usd(72_000) }));
      expect(await judgeAmount(499, id)).toBe('/items/0/amount below-minimum');
      expect(await judgeAmount(500, id)).toBe('ok');
      expect(await judgeAmount(501, id)).toBe('/items/0/amount above-open');
    });

    it('allow less than what is due only where the lender does', async () => {
      await harness.withLender({ features: { partial: false } }, { features: { partial: true } }, async () => {
        expect(await judgeAmount(214_999)).toBe('/items/0/amount below-due');
        expect(await judgeAmount(215_000)).toBe('ok');
        expect(await judgeAmount(107_499, 'elsewhere')).toBe('/items/0/amount below-due');
        expect(await judgeAmount(107_500, 'elsewhere')).toBe('ok');
      });
    });

    it.each([
      ['zero', 0, '/items/0/amount not-positive'],
      ['negative zero', -0, '/items/0/amount not-positive'],
      ['negative', -100, '/items/0/amount not-positive'],
      ['the largest there is', Number.MAX_SAFE_INTEGER, '/items/0/amount above-open'],
    ])('case 43: refuse %s', async (_case, value, verdict) => {
      expect(await judgeAmount(value)).toBe(verdict);
    });

    it.each(['-0', '1.5', '"1000"', 'null', '1e400', '9007199254740993', 'true', '[]', '1000.00000000000000001'])(
      'case 43: refuse the value %s without a look at the contract',
      async (literal) => {
        const plan = await harness.call.plan(['c01']);
        const text = JSON.stringify({ ...plan, items: [{ ...plan.items[0], amount: { value: 424_242, currency: 'USD' } }] });
        const raw = text.replace('424242', literal);
        const answer = await harness.call('/payments/preview', { raw, headers: { 'content-type': 'application/json' } });
        expect(refusalOf(answer)).toBe('422 invalid');
        expect(answer.text).not.toContain('424242');
      },
    );

    it("are in the contract's currency, and in the account's", async () => {
      const euros = (value: number): Money => ({ value, currency: 'EUR' });
      const canadian = (value: number): Money => ({ value, currency: 'CAD' });
      expect(await judge(['c01'], { amount: euros(1_000) })).toBe('/items/0/amount wrong-currency, /accountId wrong-currency');
      expect(await judge(['canadian'], { amount: canadian(1_000) })).toBe('/accountId wrong-currency');
    });

    it('are judged for every contract at once', async () => {
      const plan = await harness.call.plan(['c01', 'read-only', 'closed', 'c02'], { amount: usd(5) });
      const answer = await harness.call.preview({ ...plan, date: '2026-11-29' });
      expect(errorsOf(answer)).toEqual([
        '/items/0/amount below-minimum',
        '/items/1/contractId not-payable',
        '/items/2/contractId not-payable',
        '/items/3/amount below-minimum',
        '/date closed-day',
      ]);
    });
  });

  describe('of several contracts', () => {
    it('hold the number, one of each, and one currency', async () => {
      const ids = ['c01', 'c02', 'c03', 'c04', 'c05'];
      expect(await judge(ids, {})).toBe('ok');
      expect(await judge([...ids, 'c06'], {})).toBe('/items too-many');
      expect(await judge(['c01', 'c02', 'c01'], {})).toBe('/items/2/contractId duplicate');
      expect(await judge(['c01', 'canadian'], {})).toBe('/items/1/amount mixed-currencies');
      expect(errorsOf(await harness.call.preview({ ...(await harness.call.plan(['c01'])), items: [] }))).toEqual(['/items invalid']);
    });

    it('refuse a total that is beyond counting', async () => {
      expect(await judge(['c01', 'c02'], { amount: usd(Number.MAX_SAFE_INTEGER) })).toBe('/items too-large');
    });

    it('allow one contract at a time where pay-all is off', async () => {
      await harness.withLender({ features: { payAll: false } }, { features: { payAll: true } }, async () => {
        expect(await judge(['c01'], {})).toBe('ok');
        expect(await judge(['c01', 'c02'], {})).toBe('/items too-many');
      });
    });
  });

  describe('of dates', () => {
    const judgeDate = (date: string): Promise<string> => judge(['c01'], { date });

    it.each([
      ['today', '2026-11-23', 'ok'],
      ['yesterday', '2026-11-22', '/date past'],
      ['long ago', '0001-01-01', '/date past'],
      ['Thanksgiving', '2026-11-26', '/date closed-day'],
      ['a Saturday', '2026-11-28', '/date closed-day'],
      ['a Sunday', '2026-11-29', '/date closed-day'],
      ['a day the lender closes', '2026-12-24', '/date closed-day'],
      ['Christmas', '2026-12-25', '/date closed-day'],
      ['the last day offered', '2027-01-22', 'ok'],
      ['the next business day after it', '2027-01-25', '/date too-late'],
      ['the last day there is', '9999-12-31', '/date too-late'],
      ['the first day there is', '0000-01-01', '/date past'],
      ['a day that does not exist', '2026-02-30', '/date invalid'],
      ['no day', 'today', '/date invalid'],
    ])('%s (%s): %s', async (_case, date, verdict) => {
      expect(await judgeDate(date)).toBe(verdict);
    });

    it('name the next open day for a closed one', async () => {
      const answer = await harness.call.preview(await harness.call.plan(['c01'], { date: '2026-11-28' }));
      expect(Problem.parse(answer.body).errors?.[0]?.detail).toContain('2026-11-30');
    });

    it('refuse today from the cut-off on', async () => {
      harness.setClock('2026-11-23T21:59:59Z');
      expect(await judgeDate('2026-11-23')).toBe('ok');
      harness.setClock('2026-11-23T22:00:00Z');
      expect(await judgeDate('2026-11-23')).toBe('/date too-early');
      expect(await judgeDate('2026-11-24')).toBe('ok');
    });

    it('allow the earliest day only where scheduling is off', async () => {
      await harness.withLender({ features: { schedule: false } }, { features: { schedule: true } }, async () => {
        expect(await judgeDate('2026-11-23')).toBe('ok');
        expect(await judgeDate('2026-11-24')).toBe('/date not-earliest');
      });
    });

    it('expect the debit on the next business day, over a weekend and a holiday', async () => {
      const expectedFor = async (date: string): Promise<unknown> => {
        const answer = await harness.call.preview(await harness.call.plan(['c01'], { date }));
        return (answer.body as { expectedDebitDate: string }).expectedDebitDate;
      };
      expect(await expectedFor('2026-11-25')).toBe('2026-11-27');
      expect(await expectedFor('2026-11-27')).toBe('2026-11-30');
      expect(await expectedFor('2026-12-23')).toBe('2026-12-28');
    });
  });
});
