/** A payment is already in flight on this contract: paying beside it has to be said out loud. */
import { html, type TemplateResult } from 'lit';
import type { PaymentState } from '../domain/payment.js';
import type { ViewContext } from './context.js';
import { flights } from './flights.js';
import { viewHeading } from './heading.js';
import { icon } from './icons.js';
import { isolate } from './isolate.js';

type WarnedState = Extract<PaymentState, { name: 'warned' }>;

export const warned = (state: WarnedState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const title = html`${icon('clock')}<span>${words.warned.title}</span>`;
  return html`
    <div class="stack head measure">
      ${viewHeading(context, title, 't2 status warn')}
      <p>${words.warned.text(isolate(state.contract.number))} <strong>${words.warned.both}</strong></p>
    </div>
    ${flights([state.contract], context)}
    <div class="sheet thin">
      <div class="row acts">
        <button type="button" class="primary" part="button button-primary" @click=${() => send({ type: 'backPressed' })}>
          ${words.back}
        </button>
        <button type="button" part="button" @click=${() => send({ type: 'additionPressed' })}>${words.warned.confirm}</button>
      </div>
    </div>
  `;
};
