/**
 * Cancelling a payment, asked for and answered in a row of its own below the payment: never a dialog.
 * The status itself stands in the row above; this says what was asked and what came of it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Payment } from '../api/index.js';
import type { CancelState } from '../domain/history.js';
import { lenderName } from './contact.js';
import type { ViewContext } from './context.js';
import { flag } from './flag.js';
import type { IconName } from './icons.js';
import { isolate } from './isolate.js';
import { notice } from './notice.js';
import type { Tone } from './status.js';

interface Note {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly title: unknown;
  readonly hint: unknown;
}

const noteOf = (cancel: CancelState, payment: Payment, context: ViewContext): Note => {
  const { words, format } = context;
  const { history } = words;
  const reference = isolate(payment.reference);
  switch (cancel.step) {
    case 'asked':
    case 'sending':
      return {
        icon: 'info',
        tone: '',
        title: history.ask(format.money(payment.amount), isolate(payment.contractNumber)),
        hint: history.askHint,
      };
    case 'done':
      return payment.status === 'canceled'
        ? { icon: 'slash', tone: '', title: history.canceled(reference), hint: history.canceledHint }
        : { icon: 'minus', tone: 'warn', title: history.requested(reference), hint: history.requestedHint(lenderName(context)) };
    case 'too-late':
      return { icon: 'info', tone: '', title: history.tooLate(reference), hint: history.tooLateHint };
    case 'unknown':
      return { icon: 'alert', tone: 'warn', title: history.unknown(reference), hint: history.unknownHint };
    case 'refused':
      return { icon: 'alert', tone: 'warn', title: history.refused(reference), hint: words.faults[cancel.fault.code] };
  }
};

/** The button that was pressed stays while the request is on its way, and keeps the focus. */
const buttons = ({ step }: CancelState, payment: Payment, { words, format, send }: ViewContext): TemplateResult => {
  const { history } = words;
  const isSending = step === 'sending';
  const close = (label: string): TemplateResult => html`
    <button type="button" id="cancel-close" part="button" @click=${() => send({ type: 'cancelClosed' })}>${label}</button>
  `;
  if (step !== 'asked' && !isSending) return close(history.close);
  return html`
    <button
      type="button"
      id="cancel-confirm"
      class="primary"
      part="button button-primary"
      aria-disabled=${flag(isSending)}
      @click=${() => send({ type: 'cancelConfirmed' })}
    >
      ${isSending ? history.canceling : history.confirm(format.money(payment.amount))}
    </button>
    ${isSending ? nothing : close(history.keep)}
  `;
};

export const cancelNote = (cancel: CancelState, payment: Payment, context: ViewContext): TemplateResult => {
  const { icon, tone, title, hint } = noteOf(cancel, payment, context);
  return html`
    <div role="group" id="cancel-note" tabindex="-1" aria-labelledby="cancel-title">
      ${notice(
        icon,
        tone,
        html`<p id="cancel-title"><strong>${title}</strong></p>
          <p>${hint}</p>
          <div class="row acts">${buttons(cancel, payment, context)}</div>`,
      )}
    </div>
  `;
};
