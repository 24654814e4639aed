/** What the four results share: a heading with its sign, a section of facts, the actions below. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Money } from '../api/index.js';
import type { Journey } from '../domain/journey.js';
import type { OpenEntry } from '../domain/portfolio.js';
import { timeZoneOf, type ViewContext } from './context.js';
import { section } from './field.js';
import { sectionHeading, viewHeading } from './heading.js';
import { icon, type IconName } from './icons.js';
import { isolate } from './isolate.js';
import type { Tone } from './status.js';
import { bigSum } from './sums.js';

export const resultHead = (name: IconName, tone: Tone, title: string, content: unknown, context: ViewContext): TemplateResult => html`
  <div class="stack head measure">${viewHeading(context, html`${icon(name)}<span>${title}</span>`, `t2 status ${tone}`)} ${content}</div>
`;

/** A sum over its few facts. */
export const resultPayment = (title: string, over: string, sum: Money | undefined, facts: unknown, context: ViewContext): TemplateResult =>
  section(
    'payment-title',
    sectionHeading(context, 'payment-title', title),
    nothing,
    html`<div class="stack s6">
      ${
        sum
          ? html`<div>
              <p class="over">${over}</p>
              ${bigSum(sum, context)}
            </div>`
          : nothing
      }
      ${facts}
    </div>`,
  );

export const resultNext = (title: string, content: unknown, context: ViewContext): TemplateResult =>
  section('next-title', sectionHeading(context, 'next-title', title), nothing, content);

export interface Action {
  readonly words: string;
  readonly isPrimary: boolean;
  /** Begun by it, where it isn't this one. */
  readonly journey?: Journey;
  readonly press: () => void;
}

export const actions = (buttons: readonly Action[]): TemplateResult => html`
  <div class="sheet thin">
    <div class="row acts">
      ${buttons.map(
        ({ words, isPrimary, journey, press }) => html`
          <button
            type="button"
            class=${isPrimary ? 'primary' : ''}
            part=${isPrimary ? 'button button-primary' : 'button'}
            data-journey=${journey ?? nothing}
            @click=${press}
          >
            ${words}
          </button>
        `,
      )}
    </div>
  </div>
`;

/** The first eight digits of the key, short enough to read out on the phone. */
export const requestId = (key: string): string => {
  const digits = key
    .replace(/[^0-9a-f]/gi, '')
    .slice(0, 8)
    .toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
};

export const pressedAt = ({ pressedAt }: Pick<OpenEntry, 'pressedAt'>, context: ViewContext): string =>
  context.format.dateTime(pressedAt, timeZoneOf(context));

/** What the journal remembers of a press, for a result whose form is gone. */
export const entryFacts = (entry: OpenEntry, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  return html`
    ${entry.contracts.map(
      ({ number, amount }) => html`
        <dt>${words.contract}</dt>
        <dd>${isolate(number)}${entry.contracts.length > 1 ? html`<small>${format.money(amount)}</small>` : nothing}</dd>
      `,
    )}
    <dt>${words.paymentDate}</dt>
    <dd>${format.date(entry.date, 'long')}</dd>
    <dt>${words.request}</dt>
    <dd>${isolate(requestId(entry.key))}</dd>
  `;
};

/** The sum of an entry, where all of it is in one currency. */
export const entrySum = ({ contracts }: OpenEntry): Money | undefined => sumOf(contracts.map(({ amount }) => amount));

export const sumOf = (amounts: readonly Money[]): Money | undefined => {
  const [first] = amounts;
  if (!first || amounts.some(({ currency }) => currency !== first.currency)) return undefined;
  return { value: amounts.reduce((sum, { value }) => sum + value, 0), currency: first.currency };
};
