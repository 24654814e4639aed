/** Which payments a monthly schedule leaves unpaid around a day. */
import { describe, expect, it } from 'vitest';
import { dueMonthly, invoiceNumber } from '../../../demo/portfolio/billing.js';

describe('a monthly schedule', () => {
  it('lists what was missed and what comes next', () => {
    expect(dueMonthly('2026-11-23', { day: 1, missed: 2, upcoming: 16 })).toEqual([
      { date: '2026-10-01', number: 14 },
      { date: '2026-11-01', number: 15 },
      { date: '2026-12-01', number: 16 },
    ]);
  });

  it('adds the payment that falls on today', () => {
    expect(dueMonthly('2026-12-01', { day: 1, missed: 1, upcoming: 17 })).toEqual([
      { date: '2026-11-01', number: 15 },
      { date: '2026-12-01', number: 16 },
      { date: '2027-01-01', number: 17 },
    ]);
  });

  it('has only the next payment when nothing was missed', () => {
    expect(dueMonthly('2026-12-31', { day: 28, missed: 0, upcoming: 5 })).toEqual([{ date: '2027-01-28', number: 5 }]);
  });
});

describe('an invoice number', () => {
  it('carries the year of issue and rises with the day', () => {
    expect(invoiceNumber('2026-01-01', 0, 0)).toBe('INV-2026-000328');
    expect(invoiceNumber('2026-12-31', 31, 7)).toBe('INV-2026-120037');
  });
});
