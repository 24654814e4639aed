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

/** A word and what it stands for in one line, or in two where they are too long for one: neither is squeezed, no sum is broken. */
export const fact = (word: unknown, value: string, look = ''): TemplateResult =>
  html`<div class="fact">
    <dt class=${look}>${word}</dt>
    <dd class=${look}>${value}</dd>
  </div>`;

/** Past due and due now; `more` adds lines of its own. */
export const dueList = ({ pastDue, due }: Totals, context: ViewContext, more: unknown = nothing): TemplateResult => {
  const { words, format } = context;
  const isLate = pastDue.value > 0;
  const dueWord = isLate ? html`${words.sums.due} <small>${words.sums.inclPastDue}</small>` : words.sums.due;
  return html`
    <dl>
      ${isLate ? fact(status('alert', 'bad', words.sums.pastDue), format.money(pastDue), 'bad') : nothing}
      ${fact(dueWord, format.money(due))} ${more}
    </dl>
  `;
};
