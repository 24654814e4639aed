/**
 * All the element draws: the live regions, which outlive everything else, and the frame with what is on screen in it.
 * Must not know how any of it came to be.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { body, frame, type Drawing } from './body.js';
import type { ViewContext } from './context.js';
import { partFailed } from './part-failed.js';
import { shell } from './shell.js';
import type { Shown } from './shown.js';

export interface Whole extends Drawing {
  readonly polite: string;
  readonly urgent: string;
  readonly isReserved: boolean;
}

/** The room that it all will take. */
export const room = html`<div class="reserve"></div>`;

export const whole = (shown: Shown, drawing: Whole, around: ViewContext): TemplateResult => {
  const context = { ...around, awaited: shown.awaited };
  const { signIn, sessionEnd, hasFailedPart } = shown;
  const { polite, urgent, isReserved, screens } = drawing;
  const facts = { ...frame(shown, drawing, context), isReserved };
  const { locale } = context.format;
  const note = (sessionEnd && screens['signing-in']?.sessionNote(sessionEnd, signIn, context)) ?? nothing;
  const failure = hasFailedPart ? partFailed(context) : nothing;
  return html`
    <div class="sr" role="status" lang=${locale} dir=${context.direction}>${polite}</div>
    <div class="sr" role="alert" lang=${locale} dir=${context.direction}>${urgent}</div>
    ${shell(facts, [note, failure, body(shown, drawing, context)], context)}
  `;
};
