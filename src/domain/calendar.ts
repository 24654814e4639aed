/**
 * Which days a payment can be dated, by the calendar the endpoint sent.
 * Knows nothing of time zones or cut-offs: the endpoint has reckoned them into `earliestDate`.
 */
import type { Calendar, PlainDate } from '../api/index.js';
import type { FieldErrorCode } from './payment.js';
import { addDays, isPlainDate } from './plain-date.js';

const isOpenDay = (calendar: Calendar, date: PlainDate): boolean => !calendar.closedDates.includes(date);

/** Every day that can be chosen, earliest first. A calendar that allows none gives an empty list. */
export const openDates = (calendar: Calendar, canSchedule: boolean): PlainDate[] => {
  const dates: PlainDate[] = [];
  const last = canSchedule ? calendar.latestDate : calendar.earliestDate;
  for (let date = calendar.earliestDate; date <= last && dates.length < 366; date = addDays(date, 1)) {
    if (isOpenDay(calendar, date)) dates.push(date);
  }
  return dates;
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
  const nextDate = open.find((candidate) => candidate > date) ?? open.at(-1);
  const fault = (code: DateFault['code']): DateFault => (nextDate === undefined ? { code } : { code, nextDate });
  if (!isPlainDate(date)) return fault('date-missing');
  if (date < calendar.today) return fault('date-past');
  if (!isOpenDay(calendar, date)) return fault('date-closed');
  return fault(date < calendar.earliestDate ? 'date-too-early' : 'date-too-late');
};
