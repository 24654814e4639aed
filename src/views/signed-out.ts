/** Nobody is signed in: the site's own sign-in shows in the slot. */
import { html, type TemplateResult } from 'lit';
import type { PortfolioState } from '../domain/portfolio.js';
import type { ViewContext } from './context.js';
import { viewHeading } from './heading.js';

/** The state is taken for what the public lender may offer here later, such as registering. */
export const signedOut = (_state: PortfolioState, context: ViewContext): TemplateResult => html`
  <div class="stack s6 measure">
    <div class="stack">
      ${viewHeading(context, context.words.signedOut.title)}
      <p>${context.words.signedOut.text}</p>
    </div>
    <div><slot name="signed-out"></slot></div>
  </div>
`;
