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

/** Past due and due now; `more` adds lines of its own. */
export const dueList = ({ pastDue, due }: Totals, { words, format }: ViewContext, more: unknown = nothing): TemplateResult => {
  const isLate = pastDue.value > 0;
  const late = html`
    <dt class="bad">${status('alert', 'bad', words.sums.pastDue)}</dt>
    <dd class="bad">${format.money(pastDue)}</dd>
  `;
  return html`
    <dl>
      ${isLate ? late : nothing}
      <dt>${words.sums.due}${isLate ? html` <small>${words.sums.inclPastDue}</small>` : nothing}</dt>
      <dd>${format.money(due)}</dd>
      ${more}
    </dl>
  `;
};
