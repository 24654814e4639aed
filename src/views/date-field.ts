/** When: a select of the days there are, so that a closed day can't be chosen. One that arrived all the same is shown with its error. */
import { html, type TemplateResult } from 'lit';
import type { PlainDate } from '../api/index.js';
import type { FormFacts } from '../domain/form-facts.js';
import type { Draft, FieldFault } from '../domain/payment.js';
import type { ViewContext } from './context.js';
import { describedBy, errorLine, faultOf, invalid, section } from './field.js';
import { sectionHeading } from './heading.js';

/** Until when today can be paid, or why it can't. On a day that is closed anyhow there is nothing to be late for. */
const cutOff = (earliest: PlainDate | undefined, { session, words, format }: ViewContext): string => {
  if (!session) return '';
  const { today, cutOff: time, timeZone, closedDates } = session.calendar;
  if (closedDates.includes(today)) return '';
  const say = earliest === today ? words.form.cutOffToday : words.form.cutOffPassed;
  return say(format.clock(time, timeZone));
};

export const dateSection = (draft: Draft, faults: readonly FieldFault[], facts: FormFacts, context: ViewContext): TemplateResult => {
  const { words, format, send } = context;
  const fault = faultOf(faults, 'date');
  const [earliest] = facts.openDates;
  const dates = facts.openDates.includes(draft.date) ? facts.openDates : [draft.date, ...facts.openDates];
  const today = context.session?.calendar.today ?? draft.date;
  const name = (date: PlainDate): string => {
    // The year is said where it is another one.
    const shown = format.date(date, date.slice(0, 4) === today.slice(0, 4) ? 'near' : 'weekday');
    return date === earliest ? words.form.earliest(shown) : shown;
  };
  return section(
    'date-title',
    sectionHeading(context, 'date-title', words.paymentDate),
    '',
    html`
      <div class="field measure">
        <label class="sr" for="date">${words.fields.date}</label>
        ${errorLine('date-error', fault, context)}
        <select
          id="date"
          part="field"
          aria-invalid=${invalid(fault)}
          aria-describedby=${describedBy(fault && 'date-error', 'date-hint')}
          @change=${({ target }: Event) => send({ type: 'dateChosen', date: (target as HTMLSelectElement).value })}
        >
          ${dates.map((date) => html`<option value=${date} .selected=${date === draft.date}>${name(date)}</option>`)}
        </select>
        <small id="date-hint">${cutOff(earliest, context)} ${words.form.closedDays}</small>
      </div>
    `,
  );
};
