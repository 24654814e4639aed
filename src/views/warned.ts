/** A payment is already in flight on this contract: paying beside it has to be said out loud. */
import { html, nothing, type TemplateResult } from 'lit';
import { remaining } from '../domain/contract.js';
import type { PaymentState } from '../domain/payment.js';
import type { ViewContext } from './context.js';
import { section } from './field.js';
import { sectionHeading, viewHeading } from './heading.js';
import { icon } from './icons.js';
import { isolate } from './isolate.js';
import { paymentWord } from './status.js';

const paymentsShown = 20;

type WarnedState = Extract<PaymentState, { name: 'warned' }>;

const payments = ({ contract }: WarnedState, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  return html`
    <dl class="words">
      ${contract.inFlight.slice(0, paymentsShown).map(
        ({ amount, date, status, paymentId }) => html`
          <dt>${format.date(date, 'weekday')}</dt>
          <dd>
            ${format.money(amount)}
            <small>${(paymentId === undefined ? words.warned.elsewhere : words.warned.here)(paymentWord(status, context))}</small>
          </dd>
        `,
      )}
      <dt>${words.warned.remaining}</dt>
      <dd>${format.money(remaining(contract).open)}</dd>
    </dl>
  `;
};

export const warned = (state: WarnedState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const title = html`${icon('clock')}<span>${words.warned.title}</span>`;
  return html`
    <div class="stack head measure">
      ${viewHeading(context, title, 't2 status warn')}
      <p>${words.warned.text(isolate(state.contract.number))} <strong>${words.warned.both}</strong></p>
    </div>
    ${section('flight-title', sectionHeading(context, 'flight-title', words.sums.inFlight), nothing, payments(state, context))}
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
