/**
 * The lender's calendar: today and the cut-off in its time zone, days on which no debit moves, when a debit is expected.
 */
import type { Calendar, PlainDate } from '../../src/api/index.js';
import { addDays, weekday } from '../../src/domain/plain-date.js';
import { isFederalReserveHoliday } from './holidays.js';
import type { LenderSettings } from './store/lender.js';
import { instantOf, localTime } from './zone.js';

type DaySettings = Pick<LenderSettings, 'closedDates'>;
type CalendarSettings = Pick<LenderSettings, 'closedDates' | 'timeZone' | 'cutOff' | 'horizonDays' | 'features'>;

/** A lender that closes for longer than this has closed for good. */
const furthestSearch = 3_660;

export const isClosedDay = ({ closedDates }: DaySettings, date: PlainDate): boolean =>
  weekday(date) === 0 || weekday(date) === 6 || isFederalReserveHoliday(date) || closedDates.includes(date);

/** The date itself when it is open, else the first open one after it. */
export const openDayFrom = (settings: DaySettings, date: PlainDate): PlainDate => {
  let found = date;
  for (let step = 0; step < furthestSearch && isClosedDay(settings, found); step += 1) found = addDays(found, 1);
  return found;
};

/** The bank's entry date: the next business day after the payment's. */
export const expectedDebitDate = (settings: DaySettings, date: PlainDate): PlainDate => openDayFrom(settings, addDays(date, 1));

const earliestDate = (settings: CalendarSettings, now: Date): PlainDate => {
  const { date, time } = localTime(now, settings.timeZone);
  return openDayFrom(settings, time < settings.cutOff ? date : addDays(date, 1));
};

/** What a payment is judged by: today, and the first and the last day it may be dated. */
export type Days = Pick<Calendar, 'today' | 'earliestDate' | 'latestDate'>;

export const daysAt = (settings: CalendarSettings, now: Date): Days => {
  const today = localTime(now, settings.timeZone).date;
  const earliest = earliestDate(settings, now);
  const horizon = settings.features.schedule ? addDays(today, settings.horizonDays) : earliest;
  return { today, earliestDate: earliest, latestDate: horizon > earliest ? horizon : earliest };
};

/** The days, and every closed one among them. */
export const calendarAt = (settings: CalendarSettings, now: Date): Calendar => {
  const days = daysAt(settings, now);
  const closedDates: PlainDate[] = [];
  for (let date = days.today; date <= days.latestDate; date = addDays(date, 1)) {
    if (isClosedDay(settings, date)) closedDates.push(date);
  }
  return { timeZone: settings.timeZone, cutOff: settings.cutOff, ...days, closedDates };
};

/** When the earliest date stops being the earliest: a preview made now ends then at the latest. */
export const nextCutOff = (settings: CalendarSettings, now: Date): Date =>
  instantOf(earliestDate(settings, now), settings.cutOff, settings.timeZone);
