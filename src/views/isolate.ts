/** Text from the endpoint inside our own: clipped where absurdly long, and isolated so that its direction stays its own. */
import { html, nothing, type TemplateResult } from 'lit';

const longest = 300;

/** Cuts where a page would otherwise drown; never inside a surrogate pair. */
export const clip = (text: string): string => (text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : text);

/** A number, or a word, that fits a line wherever it stands: it is not broken at its hyphens. */
const isUnit = (text: string): boolean => /^\S{1,18}$/.test(text);

export const isolate = (text: string): TemplateResult => html`<bdi class=${isUnit(text) ? 'unit' : nothing}>${clip(text)}</bdi>`;
