/** What the session says of the lender's calendar and limits. */
import { Session, type Calendar } from '../../api/index.js';
import { addDays, daysFrom, hasCutOffPassed, isAfterCutOff, isWeekend, localTime } from '../days.js';
import { readForm } from '../payer.js';
import type { Check } from '../trial.js';

const isInOrder = ({ today, earliestDate, latestDate, closedDates }: Calendar): boolean =>
  today <= earliestDate && earliestDate <= latestDate && !closedDates.includes(earliestDate);

export const sessionChecks: readonly Check[] = [
  {
    title: 'The calendar holds together',
    rules: ['session.calendar', 'session.closed-dates', 'session.cut-off'],
    run: async (trial) => {
      const exchange = await trial.me.call('getSession');
      const { calendar, asOf } = readForm(exchange, Session);
      const { today, timeZone, earliestDate, latestDate, closedDates } = calendar;
      trial.expect('session.calendar', isInOrder(calendar), exchange, 'today ≤ earliestDate ≤ latestDate, earliestDate not closed');
      const local = localTime(new Date(asOf), timeZone);
      trial.expect('session.calendar', local !== undefined, exchange, 'an IANA time zone');
      // Data may be minutes old, and midnight may have passed since.
      const isToday = local === undefined || today === local.date || today === addDays(local.date, 1);
      trial.expect('session.calendar', isToday, exchange, `today ${local?.date ?? ''}, as it is in ${timeZone} by asOf`);
      const unlisted = daysFrom(today, latestDate).filter((day) => isWeekend(day) && !closedDates.includes(day));
      trial.expect('session.closed-dates', unlisted.length === 0, exchange, `${unlisted.slice(0, 4).join(', ')} in closedDates`);
      const isReckoned = earliestDate > today || !isAfterCutOff(new Date(asOf), today, calendar);
      trial.expect('session.cut-off', isReckoned, exchange, `an earliestDate after ${today}: its cut-off has passed by asOf`);
      const between = daysFrom(today, addDays(earliestDate, -1)).filter((day) => !closedDates.includes(day));
      const isEarliest = between.every((day) => day === today && hasCutOffPassed(new Date(asOf), day, calendar));
      trial.expect('session.cut-off', isEarliest, exchange, 'no open day before earliestDate but a today that is past its cut-off');
    },
  },
  {
    title: 'The limits hold together',
    rules: ['session.limits'],
    run: async (trial) => {
      const exchange = await trial.me.call('getSession');
      const { min, max } = readForm(exchange, Session).limits;
      const isPositive = (min?.value ?? 1) > 0 && (max?.value ?? 1) > 0;
      const isInOrder = min === undefined || max === undefined || (min.currency === max.currency && min.value <= max.value);
      trial.expect('session.limits', isPositive && isInOrder, exchange, '0 < min ≤ max, in one currency');
    },
  },
];
