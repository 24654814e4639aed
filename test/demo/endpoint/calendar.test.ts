/**
 * Days on which money moves: weekends, the Federal Reserve's holidays, the lender's own; and the cut-off in its time zone.
 */
import { describe, expect, it } from 'vitest';
import { calendarAt, expectedDebitDate, isClosedDay, nextCutOff, openDayFrom } from '../../../demo/endpoint/calendar.js';
import { federalReserveHolidays } from '../../../demo/endpoint/holidays.js';
import type { LenderSettings } from '../../../demo/endpoint/store/lender.js';
import { instantOf, localTime } from '../../../demo/endpoint/zone.js';
import { settingsWith } from './support/submissions.js';

const settings = (changes: Partial<LenderSettings> = {}): LenderSettings => settingsWith({ horizonDays: 10, ...changes });

describe('the holidays of the Federal Reserve', () => {
  it.each([
    [2026, '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-04 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25'],
    [2027, '2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-19 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-25'],
    [2023, '2023-01-02 2023-01-16 2023-02-20 2023-05-29 2023-06-19 2023-07-04 2023-09-04 2023-10-09 2023-11-11 2023-11-23 2023-12-25'],
  ])('of %i: one on a Sunday is kept on Monday, one on a Saturday is not moved', (year, dates) => {
    expect(federalReserveHolidays(year).join(' ')).toBe(dates);
  });
});

describe('a closed day', () => {
  it('is a weekend, a holiday or one of the lender, and the next open day comes after all of them', () => {
    const own = settings({ closedDates: ['2026-11-27'] });
    expect(isClosedDay(own, '2026-11-25')).toBe(false);
    for (const date of ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']) expect(isClosedDay(own, date)).toBe(true);
    expect(openDayFrom(own, '2026-11-26')).toBe('2026-11-30');
    expect(expectedDebitDate(own, '2026-11-25')).toBe('2026-11-30');
    expect(expectedDebitDate(settings(), '2026-11-25')).toBe('2026-11-27');
  });

  it('is not Friday when the holiday falls on a Saturday', () => {
    expect(isClosedDay(settings(), '2026-07-03')).toBe(false);
  });
});

describe('the earliest date', () => {
  it.each([
    ['in the morning of an open day', '2026-11-23T15:00:00Z', '2026-11-23'],
    ['a second before the cut-off', '2026-11-23T21:59:59Z', '2026-11-23'],
    ['at the cut-off', '2026-11-23T22:00:00Z', '2026-11-24'],
    ['after midnight in London, still the evening before in Chicago', '2026-11-24T03:00:00Z', '2026-11-24'],
    ['on Friday after the cut-off', '2026-11-20T23:00:00Z', '2026-11-23'],
    ['on a Sunday', '2026-11-22T18:00:00Z', '2026-11-23'],
    ['on the eve of Thanksgiving after the cut-off', '2026-11-25T22:30:00Z', '2026-11-27'],
    ['in summer time', '2026-07-13T20:59:59Z', '2026-07-13'],
    ['in summer time at the cut-off', '2026-07-13T21:00:00Z', '2026-07-14'],
  ])('%s (%s) is %s', (_case, now, date) => {
    expect(calendarAt(settings(), new Date(now)).earliestDate).toBe(date);
  });

  it('is never after the latest', () => {
    const calendar = calendarAt(settings({ horizonDays: 0 }), new Date('2026-11-25T23:00:00Z'));
    expect(calendar).toMatchObject({
      today: '2026-11-25',
      earliestDate: '2026-11-27',
      latestDate: '2026-11-27',
      closedDates: ['2026-11-26'],
    });
  });

  it('ends at its own cut-off', () => {
    expect(nextCutOff(settings(), new Date('2026-11-23T15:00:00Z')).toISOString()).toBe('2026-11-23T22:00:00.000Z');
    expect(nextCutOff(settings(), new Date('2026-11-20T23:00:00Z')).toISOString()).toBe('2026-11-23T22:00:00.000Z');
    expect(nextCutOff(settings(), new Date('2026-10-30T22:00:00Z')).toISOString()).toBe('2026-11-02T22:00:00.000Z');
  });
});

describe('the clock of a time zone', () => {
  it.each([
    ['Pacific/Kiritimati', '2026-11-23T10:00:00Z', '2026-11-24', '00:00:00'],
    ['Pacific/Pago_Pago', '2026-11-23T10:00:00Z', '2026-11-22', '23:00:00'],
    ['Asia/Kolkata', '2026-11-23T18:30:00Z', '2026-11-24', '00:00:00'],
    ['America/Chicago', '2026-11-01T06:30:00Z', '2026-11-01', '01:30:00'],
    ['America/Chicago', '2026-11-01T07:30:00Z', '2026-11-01', '01:30:00'],
  ])('%s at %s shows %s %s', (zone, instant, date, time) => {
    expect(localTime(new Date(instant), zone)).toEqual({ date, time });
  });

  it('case 58: is read back to the instant, on the days the clock changes too', () => {
    expect(instantOf('2026-03-08', '16:00', 'America/Chicago').toISOString()).toBe('2026-03-08T21:00:00.000Z');
    expect(instantOf('2026-03-08', '01:30', 'America/Chicago').toISOString()).toBe('2026-03-08T07:30:00.000Z');
    expect(instantOf('2026-11-01', '16:00', 'America/Chicago').toISOString()).toBe('2026-11-01T22:00:00.000Z');
    expect(instantOf('2026-11-23', '00:00', 'Pacific/Kiritimati').toISOString()).toBe('2026-11-22T10:00:00.000Z');
  });
});
