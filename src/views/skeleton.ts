/** The true shape of the contract list while it is on its way. Out of hearing: the heading and the live region say it in words. */
import { html, type TemplateResult } from 'lit';
import type { ViewContext } from './context.js';
import { viewHeading } from './heading.js';

export const bone = (width = ''): TemplateResult => html`<span class="bone ${width}"></span>`;

const figure = html`<div class="fact">
  <dt>${bone('w1')}</dt>
  <dd>${bone('w1')}</dd>
</div>`;
const figures = html`<dl>${figure}${figure}</dl>`;

const row = html`<div class="row ends bones">${bone()}${bone('w3')}${bone('w1')}</div>`;

const contract = (rows: number): TemplateResult => html`
  <div class="sheet">
    <div class="cols">
      <div class="stack">
        <div class="stack s1">
          <p class="small">${bone()}</p>
          <p class="t3">${bone('w3')}</p>
        </div>
        <div>
          <p>${bone('w1')}</p>
          <p class="total sub">${bone('w4')}</p>
        </div>
      </div>
      <div class="stack">
        ${figures}
        <div class="bone box fill"></div>
      </div>
    </div>
    <div class="stack">${Array.from({ length: rows }, () => row)}</div>
  </div>
`;

export const skeleton = (context: ViewContext): TemplateResult => html`
  ${viewHeading(context, context.words.views.contracts, 'sr')}
  <div class="breathe" aria-hidden="true">
    <div class="stack head">
      <div class="cols summary">
        <div>
          <p>${bone()}</p>
          <p class="total">${bone('w4')}</p>
        </div>
        <div class="row ends">${figures}</div>
      </div>
      <p>${bone('w3')}</p>
    </div>
    ${contract(5)}${contract(3)}
  </div>
`;

/** A few lines of it, where only a part is on its way. */
export const bones = (rows: number): TemplateResult =>
  html`<div class="breathe" aria-hidden="true">${Array.from({ length: rows }, () => row)}</div>`;
