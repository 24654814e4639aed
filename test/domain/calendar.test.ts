/** Days a payment can be dated on. Wednesday 18 November 2026; weekends and Thanksgiving are closed. */
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/api/index.js';
import { checkDate, openDates } from '../../src/domain/calendar.js';

const calendar: Calendar = {
  timeZone: 'America/Chicago',
  cutOff: '16:00',
  today: '2026-11-18',
  earliestDate: '2026-11-18',
  latestDate: '2026-11-27',
  closedDates: ['2026-11-21', '2026-11-22', '2026-11-26'],
};

describe('the days offered', () => {
  it('are the open ones, earliest first', () => {
    expect(openDates(calendar, true)).toEqual([
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-27',
    ]);
  });

  it('are the earliest alone where the lender has no scheduling', () => {
    expect(openDates(calendar, false)).toEqual(['2026-11-18']);
  });

  it('are none where the calendar allows none', () => {
    expect(openDates({ ...calendar, latestDate: '2026-11-17' }, true)).toEqual([]);
    expect(openDates({ ...calendar, earliestDate: '2026-11-21', latestDate: '2026-11-22' }, true)).toEqual([]);
  });

  it('end within a year, also where the calendar has no end', () => {
    const dates = openDates({ ...calendar, latestDate: '9999-12-31' }, true);
    expect(dates.at(-1)).toBe('2027-11-19');
    expect(openDates({ ...calendar, earliestDate: '9999-12-31', latestDate: '9999-12-31' }, true)).toEqual(['9999-12-31']);
  });
});

describe('a date that was chosen', () => {
  it('is right on an open day', () => {
    expect(checkDate(calendar, true, '2026-11-18')).toBeUndefined();
    expect(checkDate(calendar, true, '2026-11-27')).toBeUndefined();
  });

  it.each([
    ['a Sunday', '2026-11-22', 'date-closed', '2026-11-23'],
    ['a holiday', '2026-11-26', 'date-closed', '2026-11-27'],
    ['a day that has passed', '2026-11-17', 'date-past', '2026-11-18'],
    ['a Sunday that has passed', '2026-11-15', 'date-past', '2026-11-18'],
    ['too far ahead', '2026-11-30', 'date-too-late', '2026-11-27'],
    ['nothing', '', 'date-missing', '2026-11-18'],
    ['a day there is not', '2026-02-30', 'date-missing', '2026-11-18'],
    ['words', 'tomorrow', 'date-missing', '2026-11-18'],
  ])('is refused with an open day to take instead: %s', (_name, date, code, nextDate) => {
    expect(checkDate(calendar, true, date)).toEqual({ code, nextDate });
  });

  it('is too early for today once the cut-off has passed', () => {
    expect(checkDate({ ...calendar, earliestDate: '2026-11-19' }, true, '2026-11-18')).toEqual({
      code: 'date-too-early',
      nextDate: '2026-11-19',
    });
  });

  it('names the earliest day where that is the only one', () => {
    expect(checkDate(calendar, false, '2026-11-19')).toEqual({ code: 'date-too-late', nextDate: '2026-11-18' });
  });

  it('names no other day where there is none', () => {
    expect(checkDate({ ...calendar, latestDate: '2026-11-17' }, true, '2026-11-18')).toStrictEqual({ code: 'date-too-late' });
  });
});
