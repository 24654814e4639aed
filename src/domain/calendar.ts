/**
 * Which days a payment can be dated, by the calendar the endpoint sent.
 * Knows nothing of time zones or cut-offs: the endpoint has reckoned them into `earliestDate`.
 */
import type { Calendar, PlainDate } from '../api/index.js';
import type { FieldErrorCode } from './payment.js';
import { addDays, daysBetween, isPlainDate } from './plain-date.js';

/** How far ahead days are offered; a calendar without an end (`9999-12-31`) is no reason to count to it. */
const furthestDays = 366;

/** Every day that can be chosen, earliest first. A calendar that allows none gives an empty list. */
export const openDates = (calendar: Calendar, canSchedule: boolean): PlainDate[] => {
  const { earliestDate, latestDate } = calendar;
  const closed = new Set(calendar.closedDates);
  const ahead = canSchedule ? Math.min(daysBetween(earliestDate, latestDate), furthestDays) : 0;
  const dates = Array.from({ length: Math.max(ahead + 1, 0) }, (_, days) => addDays(earliestDate, days));
  return dates.filter((date) => !closed.has(date));
};

export interface DateFault {
  readonly code: Extract<FieldErrorCode, `date-${string}`>;
  /** The next day that can be chosen instead; absent when there is none. */
  readonly nextDate?: PlainDate;
}

/** What is wrong with a date, however it arrived; undefined when it can be paid on. */
export const checkDate = (calendar: Calendar, canSchedule: boolean, date: string): DateFault | undefined => {
  const open = openDates(calendar, canSchedule);
  if (open.includes(date)) return undefined;
  const isDate = isPlainDate(date);
  const nextDate = isDate ? (open.find((candidate) => candidate > date) ?? open.at(-1)) : open[0];
  const fault = (code: DateFault['code']): DateFault => (nextDate === undefined ? { code } : { code, nextDate });
  if (!isDate) return fault('date-missing');
  if (date < calendar.today) return fault('date-past');
  if (calendar.closedDates.includes(date)) return fault('date-closed');
  return fault(date < calendar.earliestDate ? 'date-too-early' : 'date-too-late');
};
