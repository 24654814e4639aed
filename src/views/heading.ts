/** Headings at the level the integrator chose. Real h-elements, since a role is not what every reader lists. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ViewContext } from './context.js';

interface Heading {
  readonly level: number;
  readonly id: string;
  readonly look: string;
  readonly isView: boolean;
  /** The focus may be moved to it. */
  readonly isStop: boolean;
  readonly content: unknown;
}

const draw = ({ level, id, look, isView, isStop, content }: Heading): TemplateResult => {
  const part = isView ? 'heading' : nothing;
  const stop = isStop ? '-1' : nothing;
  switch (Math.min(6, Math.max(1, level))) {
    case 1:
      return html`<h1 id=${id} class=${look} part=${part} tabindex=${stop}>${content}</h1>`;
    case 2:
      return html`<h2 id=${id} class=${look} part=${part} tabindex=${stop}>${content}</h2>`;
    case 3:
      return html`<h3 id=${id} class=${look} part=${part} tabindex=${stop}>${content}</h3>`;
    case 4:
      return html`<h4 id=${id} class=${look} part=${part} tabindex=${stop}>${content}</h4>`;
    case 5:
      return html`<h5 id=${id} class=${look} part=${part} tabindex=${stop}>${content}</h5>`;
    default:
      return html`<h6 id=${id} class=${look} part=${part} tabindex=${stop}>${content}</h6>`;
  }
};

/** The one heading of a view; the element moves the focus to it on each step. */
export const viewHeading = ({ headingLevel }: ViewContext, content: unknown, look = 't2'): TemplateResult =>
  draw({ level: headingLevel, id: 'view', look, isView: true, isStop: true, content });

export const sectionHeading = ({ headingLevel }: ViewContext, id: string, content: unknown, look = 't3', isStop = false): TemplateResult =>
  draw({ level: headingLevel + 1, id, look, isView: false, isStop, content });
