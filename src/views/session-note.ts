/**
 * A session about to end: a note above whatever is being done, which goes on. Never a dialog, never a countdown; the live region has said it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import { codeField } from './code-field.js';
import { timeZoneOf, type ViewContext } from './context.js';
import { flag } from './flag.js';
import { icon } from './icons.js';
import { signInFault } from './sign-in.js';

const stay = ({ step }: SessionEndState, { words, send }: ViewContext): TemplateResult => {
  const isBusy = step === 'asking';
  return html`
    <div class="row acts">
      <button type="button" part="button" aria-disabled=${flag(isBusy)} @click=${() => send({ type: 'stayPressed' })}>
        ${isBusy ? [icon('turning'), words.sessionEnd.asking] : words.sessionEnd.stay}
      </button>
    </div>
  `;
};

const code = (state: Extract<SignInState, { name: 'code' }>, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { signIn } = words;
  const give = (event: Event): void => {
    event.preventDefault();
    send({ type: 'codeGiven' });
  };
  return html`
    <p>${state.resent > 0 ? signIn.resent : words.sessionEnd.sent}</p>
    ${state.fault ? signInFault(state.fault, context) : nothing}
    <form class="stack" novalidate aria-busy=${flag(state.isBusy)} @submit=${give}>
      ${codeField(state, context)}
      <div class="row acts">
        <button type="submit" part="button" aria-disabled=${flag(state.isBusy)}>
          ${state.isBusy ? [icon('turning'), signIn.entering] : signIn.enter}
        </button>
        <button type="button" class="quiet" part="button" @click=${() => send({ type: 'codeResendPressed' })}>${signIn.resend}</button>
      </div>
    </form>
  `;
};

const content = (state: SessionEndState, signIn: SignInState, context: ViewContext): unknown => {
  const { sessionEnd } = context.words;
  if (state.step === 'code' && signIn.name === 'code') return code(signIn, context);
  if (state.step !== 'failed') return [html`<p>${sessionEnd.text}</p>`, stay(state, context)];
  const why = state.fault ? signInFault(state.fault, context) : nothing;
  return [html`<p>${sessionEnd.failed}</p>`, why, stay(state, context)];
};

export const sessionNote = (state: SessionEndState, signIn: SignInState, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  return html`
    <div class="head">
      <section class="note warn" part="notice" id="session-note" aria-labelledby="session-note-title">
        ${icon('clock')}
        <div class="stack">
          <p id="session-note-title"><strong>${words.sessionEnd.title(format.time(state.endsAt, timeZoneOf(context)))}</strong></p>
          ${content(state, signIn, context)}
        </div>
      </section>
    </div>
  `;
};
