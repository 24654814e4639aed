/** Days and times as the lender's calendar means them. Must not know the clock: what time it is, the endpoint says. */
import type { Calendar, PlainDate } from '../api/index.js';

const millisecondsPerDay = 86_400_000;

const toUtc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);

export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(toUtc(date) + days * millisecondsPerDay).toISOString().slice(0, 10);

/** Every day from the first to the last, both included; at most two years of them. */
export const daysFrom = (first: PlainDate, last: PlainDate): PlainDate[] => {
  const days: PlainDate[] = [];
  for (let day = first; day <= last && days.length < 732; day = addDays(day, 1)) days.push(day);
  return days;
};

export const isWeekend = (date: PlainDate): boolean => [0, 6].includes(new Date(toUtc(date)).getUTCDay());

export interface LocalTime {
  readonly date: PlainDate;
  /** `HH:MM`. */
  readonly time: string;
}

/** Undefined for a time zone nobody knows. */
export const localTime = (moment: Date, timeZone: string): LocalTime | undefined => {
  try {
    const format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
    return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
  } catch {
    return undefined;
  }
};

const isReached = (moment: Date, day: PlainDate, { cutOff, timeZone }: Calendar): boolean => {
  const local = localTime(moment, timeZone);
  return local !== undefined && (local.date > day || (local.date === day && local.time >= cutOff));
};

/** Whether the moment lies after the cut-off of that day; the cut-off's own minute is still before. */
export const isAfterCutOff = (moment: Date, day: PlainDate, calendar: Calendar): boolean =>
  isReached(new Date(moment.getTime() - 60_000), day, calendar);

/** Whether the cut-off of that day has come. */
export const hasCutOffPassed = (moment: Date, day: PlainDate, calendar: Calendar): boolean => isReached(moment, day, calendar);

/** Whether what a calendar said at one moment of today and of the earliest date no longer holds at a later one. */
export const isOutdated = (calendar: Calendar, saidAt: Date, moment: Date): boolean => {
  const { earliestDate, timeZone } = calendar;
  return hasCutOffPassed(moment, earliestDate, calendar) || localTime(saidAt, timeZone)?.date !== localTime(moment, timeZone)?.date;
};

/** The first open day that can be paid on after the earliest one. */
export const laterOpenDay = ({ earliestDate, latestDate, closedDates }: Calendar): PlainDate | undefined =>
  daysFrom(addDays(earliestDate, 1), latestDate).find((day) => !closedDates.includes(day));
