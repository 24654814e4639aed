/** A screen that could not be fetched: said above what is there, with the way to try again. */
import { html, type TemplateResult } from 'lit';
import { turning } from './awaited.js';
import type { ViewContext } from './context.js';
import { flag } from './flag.js';
import { notice } from './notice.js';

export const partFailed = ({ words, send, awaited }: ViewContext): TemplateResult => {
  const isBusy = awaited !== undefined;
  return html`
    <div class="head" id="part-failed">
      ${notice(
        'alert',
        'warn',
        html`<p><strong>${words.faults['part-failed']}</strong></p>
          <p>
            <button type="button" part="button" aria-busy=${flag(isBusy)} @click=${() => send({ type: 'journeyRetried' })}>
              ${turning(isBusy)}${words.tryAgain}
            </button>
          </p>`,
      )}
    </div>
  `;
};
