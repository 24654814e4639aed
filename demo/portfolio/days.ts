/**
 * What the seed needs of the calendar besides the domain's plain dates: days of the month and of the year.
 * Knows no clock and no time zone.
 */
import type { PlainDate } from '../../src/api/index.js';
import { daysBetween } from '../../src/domain/plain-date.js';

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** 1 for the first of January. */
export const dayOfYear = (date: PlainDate): number => daysBetween(`${date.slice(0, 4)}-01-01`, date) + 1;

/** The day of the month, `months` away from the month of `date`; `day` is at most 28, so every month has it. */
export const dayInMonth = (date: PlainDate, months: number, day: number): PlainDate => {
  const time = Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1 + months, day);
  return new Date(time).toISOString().slice(0, 10);
};

/** Plain dates sort as text. */
export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);

/** `November 2026`: the words for a billing period on an invoice line. */
export const monthAndYear = (date: PlainDate): string => {
  return new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
};
