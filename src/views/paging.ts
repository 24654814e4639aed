/**
 * Where a page stands, and the way to the next. Both buttons stay while there is more than one page,
 * so that the focus isn't lost on the last one.
 */
import { html, type TemplateResult } from 'lit';
import { flag } from './flag.js';

export interface Paging {
  readonly range: unknown;
  readonly previous: unknown;
  readonly following: unknown;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly look: string;
  readonly turn: (to: 'next' | 'previous') => void;
}

const button = (words: unknown, look: string, canTurn: boolean, turn: () => void): TemplateResult => html`
  <button
    type="button"
    class=${look}
    part="button"
    aria-disabled=${flag(!canTurn)}
    @click=${() => {
      if (canTurn) turn();
    }}
  >
    ${words}
  </button>
`;

export const paging = ({ range, previous, following, hasPrevious, hasNext, look, turn }: Paging): TemplateResult => html`
  <div class="row ends">
    <span class="muted small">${range}</span>
    <div class="row">
      ${button(previous, look, hasPrevious, () => turn('previous'))} ${button(following, look, hasNext, () => turn('next'))}
    </div>
  </div>
`;
