/** A payment whose outcome is being asked for, where its contract is not in sight: first of all, do not pay again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OpenEntry } from '../domain/portfolio.js';
import { isAwaited } from './awaited.js';
import type { ViewContext } from './context.js';
import { flag } from './flag.js';
import { isolate } from './isolate.js';
import { notice } from './notice.js';

/** The way to what is known of it; `more` is for ears where several such buttons are in sight. */
export const seeChecking = ({ key }: OpenEntry, context: ViewContext, more: unknown = nothing): TemplateResult => {
  const event = { type: 'checkingOpened', key } as const;
  return html`
    <button type="button" class="quiet" part="button" aria-busy=${flag(isAwaited(event, context))} @click=${() => context.send(event)}>
      ${context.words.line.seeChecking}${more}
    </button>
  `;
};

export const openEntryNotice = (entry: OpenEntry, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const numbers = html`<span class="sr">${entry.contracts.map(({ number }) => html` ${isolate(number)}`)}</span>`;
  return notice(
    'turning',
    '',
    html`<p>
        <strong>${words.line.doNotPay}</strong>
        ${entry.contracts.map(({ number, amount }) => html`${words.line.checkingOn<unknown>(format.money(amount), isolate(number))} `)}
      </p>
      <p>${seeChecking(entry, context, numbers)}</p>`,
  );
};
