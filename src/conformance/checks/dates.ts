/** Days a preview must refuse, and those it must not. */
import { addDays, daysFrom, laterOpenDay } from '../days.js';
import type { Exchange } from '../exchange.js';
import type { Check, Trial } from '../trial.js';

const noDays: readonly unknown[] = ['2026-02-30', '2026-1-5', '2026-01-05T00:00:00Z', '05.01.2026', '', null, 20_260_105, {}];

const question = 'previews, which write nothing';
const refusal = { pointer: '/date' } as const;

const ask = async (trial: Trial, date: unknown): Promise<Exchange> => trial.me.preview({ ...(await trial.purse.plan()), date });

export const dateChecks: readonly Check[] = [
  {
    title: 'What is no day',
    rules: ['date.form'],
    writes: question,
    run: async (trial) => {
      for (const date of noDays)
        trial.expectProblem('date.form', await ask(trial, date), 'invalid', { ...refusal, of: JSON.stringify(date) });
    },
  },
  {
    title: 'Past days',
    rules: ['date.past'],
    writes: question,
    run: async (trial) => {
      const { today } = (await trial.me.session()).calendar;
      for (const days of [-1, -7, -365]) trial.expectProblem('date.past', await ask(trial, addDays(today, days)), 'invalid', refusal);
    },
  },
  {
    title: 'Closed days',
    rules: ['date.closed'],
    writes: question,
    run: async (trial) => {
      const { closedDates, earliestDate, latestDate } = (await trial.me.session()).calendar;
      const closed = closedDates.filter((day) => day > earliestDate && day < latestDate);
      trial.requireOccasion(closed.length > 0, 'no day between the earliest and the latest is closed');
      for (const day of closed.slice(0, 3)) trial.expectProblem('date.closed', await ask(trial, day), 'invalid', refusal);
    },
  },
  {
    title: 'Days before the earliest',
    rules: ['date.too-early'],
    writes: question,
    run: async (trial) => {
      const { today, earliestDate } = (await trial.me.session()).calendar;
      trial.requireOccasion(today < earliestDate, 'today is the earliest date');
      for (const day of daysFrom(today, addDays(earliestDate, -1)).slice(0, 3)) {
        trial.expectProblem('date.too-early', await ask(trial, day), 'invalid', refusal);
      }
    },
  },
  {
    title: 'Days after the latest',
    rules: ['date.too-late'],
    writes: question,
    run: async (trial) => {
      const { latestDate } = (await trial.me.session()).calendar;
      // A week of them, so that one is open.
      for (const days of [1, 2, 3, 4, 365]) {
        trial.expectProblem('date.too-late', await ask(trial, addDays(latestDate, days)), 'invalid', refusal);
      }
    },
  },
  {
    title: 'A later open day',
    rules: ['date.schedule'],
    writes: question,
    run: async (trial) => {
      const { calendar, features } = await trial.me.session();
      const later = laterOpenDay(calendar);
      if (features.schedule) {
        trial.requireOccasion(later !== undefined, 'there is no open day after the earliest');
        if (later !== undefined) trial.expectStatus('date.schedule', await ask(trial, later), 200);
        return;
      }
      const beyond = later ?? addDays(calendar.earliestDate, 7);
      trial.expectProblem('date.schedule', await ask(trial, beyond), 'invalid', refusal);
    },
  },
];
