/** A notice in its place: icon, a strong first sentence, and what to do. Never a dialog. */
import { html, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.js';
import type { Tone } from './status.js';

/** A tinted box. */
export const notice = (name: IconName, tone: Tone, content: unknown): TemplateResult =>
  html`<div class="note ${tone}" part="notice">
    ${icon(name)}
    <div class="stack s1">${content}</div>
  </div>`;

/** The same without the box, for what is good to know beside a figure. */
export const aside = (name: IconName, tone: Tone, content: unknown): TemplateResult =>
  html`<div class="note plain ${tone}">
    ${icon(name)}
    <div class="stack s1">${content}</div>
  </div>`;
