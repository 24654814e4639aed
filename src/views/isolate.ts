/** Text from the endpoint inside our own: clipped where absurdly long, and isolated so that its direction stays its own. */
import { html, type TemplateResult } from 'lit';

const longest = 300;

/** Cuts where a page would otherwise drown; never inside a surrogate pair. */
export const clip = (text: string): string => (text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : text);

export const isolate = (text: string): TemplateResult => html`<bdi>${clip(text)}</bdi>`;
