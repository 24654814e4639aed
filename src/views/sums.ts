/** Sums owed, large and in a list, in the same words at every level. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Money, Totals } from '../api/index.js';
import type { ViewContext } from './context.js';
import { status } from './status.js';

/** Marks of direction take no room. */
const widthOf = (text: string): number => text.replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '').length;

const lengthOf = (text: string): '' | 'long' | 'long longest' => {
  const width = widthOf(text);
  if (width <= 12) return '';
  return width <= 15 ? 'long' : 'long longest';
};

/** The hero figure; one that is long is set smaller, so that it stays on its line, also on a phone and with `$ US` behind it. */
export const bigSum = (money: Money, { format }: ViewContext, look = ''): TemplateResult => {
  const text = format.money(money);
  return html`<p class="total ${look} ${lengthOf(text)}" part="total">${text}</p>`;
};

/** A sum beside its word, or in a line of its own where it would be too long for that on a phone: it is never broken. */
const fact = (money: Money, look: string, { format }: ViewContext): TemplateResult => {
  const text = format.money(money);
  return html`<dd class="${look} ${widthOf(text) > 14 ? 'wide' : ''}">${text}</dd>`;
};

/** Past due and due now; `more` adds lines of its own. */
export const dueList = ({ pastDue, due }: Totals, context: ViewContext, more: unknown = nothing): TemplateResult => {
  const { words } = context;
  const isLate = pastDue.value > 0;
  const late = html`
    <dt class="bad">${status('alert', 'bad', words.sums.pastDue)}</dt>
    ${fact(pastDue, 'bad', context)}
  `;
  return html`
    <dl>
      ${isLate ? late : nothing}
      <dt>${words.sums.due}${isLate ? html` <small>${words.sums.inclPastDue}</small>` : nothing}</dt>
      ${fact(due, '', context)} ${more}
    </dl>
  `;
};
