/**
 * The Federal Reserve's eleven holidays, on which no bank debit moves. Source: the Board's holiday schedule; a holiday on a Sunday is kept
 * on the Monday after, one on a Saturday is not moved.
 */
import type { PlainDate } from '../../src/api/index.js';
import { addDays, weekday } from '../../src/domain/plain-date.js';

const monday = 1;
const thursday = 4;

const day = (year: number, month: number, date: number): PlainDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** The nth such weekday of a month, from 1. */
const nth = (year: number, month: number, wanted: number, count: number): PlainDate => {
  const first = day(year, month, 1);
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + (count - 1) * 7);
};

const lastMondayOfMay = (year: number): PlainDate => {
  const last = day(year, 5, 31);
  return addDays(last, -((weekday(last) - monday + 7) % 7));
};

const observed = (date: PlainDate): PlainDate => (weekday(date) === 0 ? addDays(date, 1) : date);

const holidaysIn = (year: number): PlainDate[] => [
  observed(day(year, 1, 1)),
  nth(year, 1, monday, 3),
  nth(year, 2, monday, 3),
  lastMondayOfMay(year),
  observed(day(year, 6, 19)),
  observed(day(year, 7, 4)),
  nth(year, 9, monday, 1),
  nth(year, 10, monday, 2),
  observed(day(year, 11, 11)),
  nth(year, 11, thursday, 4),
  observed(day(year, 12, 25)),
];

const reckoned = new Map<number, readonly PlainDate[]>();

/** Reckoned once a year: a calendar asks for each of its days. */
export const federalReserveHolidays = (year: number): readonly PlainDate[] => {
  const known = reckoned.get(year);
  if (known) return known;
  const holidays = holidaysIn(year);
  reckoned.set(year, holidays);
  return holidays;
};

export const isFederalReserveHoliday = (date: PlainDate): boolean => federalReserveHolidays(Number(date.slice(0, 4))).includes(date);
