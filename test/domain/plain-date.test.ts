/** Days without a time zone: the same everywhere, in summer and winter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isPlainDate, weekday } from '../../src/domain/plain-date.js';

describe('a plain date', () => {
  it.each(['2026-11-18', '2028-02-29', '0001-01-01', '9999-12-31'])('is a day there is: %s', (date) => {
    expect(isPlainDate(date)).toBe(true);
  });

  it.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '2026-1-5',
    '20261118',
    '2026-11-18T00:00',
    ' 2026-11-18',
    '+010000-01-01',
  ])('is nothing else: "%s"', (date) => {
    expect(isPlainDate(date)).toBe(false);
  });

  it('case 58: goes over the end of a month, of a year and of summer time', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-11-01', 1)).toBe('2026-11-02');
    expect(addDays('2026-03-08', -1)).toBe('2026-03-07');
  });

  it('knows its weekday', () => {
    expect(weekday('2026-11-22')).toBe(0);
    expect(weekday('2026-11-28')).toBe(6);
  });

  it('is as many days away as were added', () => {
    const days = fc.integer({ min: -400_000, max: 400_000 });
    fc.assert(
      fc.property(days, (count) => {
        expect(daysBetween('2026-11-18', addDays('2026-11-18', count))).toBe(count);
      }),
    );
  });
});
