/** A payment whose outcome is being asked for, where its contract is not in sight: first of all, do not pay again. */
import { html, type TemplateResult } from 'lit';
import type { OpenEntry } from '../domain/portfolio.js';
import type { ViewContext } from './context.js';
import { isolate } from './isolate.js';
import { notice } from './notice.js';

export const openEntryNotice = (entry: OpenEntry, { words, format, send }: ViewContext): TemplateResult =>
  notice(
    'turning',
    '',
    html`<p>
        <strong>${words.line.doNotPay}</strong>
        ${entry.contracts.map(({ number, amount }) => html`${words.line.checkingOn<unknown>(format.money(amount), isolate(number))} `)}
      </p>
      <p>
        <button type="button" class="quiet" part="button" @click=${() => send({ type: 'checkingOpened', key: entry.key })}>
          ${words.line.seeChecking}
        </button>
      </p>`,
  );
