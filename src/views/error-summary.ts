/** Every entry that needs a correction, in the order of the form, each leading to its field. The element moves the focus here. */
import { html, type TemplateResult } from 'lit';
import type { FieldFault } from '../domain/payment.js';
import type { ViewContext } from './context.js';
import { faultLine, fieldId } from './field.js';
import { sectionHeading } from './heading.js';
import { icon } from './icons.js';

/** A hash doesn't reach into a shadow root. In a group, what is chosen takes the focus, as it does for the Tab key. */
const goToField = (event: Event, id: string): void => {
  event.preventDefault();
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  const target = root.getElementById(id);
  const stop = target?.matches('[role="radiogroup"]') ? (target.querySelector('input:checked') ?? target.querySelector('input')) : target;
  (stop as HTMLElement | null)?.focus();
};

const entry = (fault: FieldFault, context: ViewContext): TemplateResult => {
  const text = faultLine(fault, context);
  if (fault.field === 'form') return html`<li><span class="tap">${text}</span></li>`;
  const id = fieldId(fault.field, fault.contractId);
  return html`<li><a class="tap" href="#${id}" @click=${(event: Event) => goToField(event, id)}>${text}</a></li>`;
};

export const errorSummary = (faults: readonly FieldFault[], context: ViewContext): TemplateResult => {
  const { words, format } = context;
  return html`
    <div class="head">
      <div class="note bad" part="notice" id="summary" tabindex="-1" role="group" aria-labelledby="summary-title">
        ${icon('alert')}
        <div class="stack s1">
          ${sectionHeading(context, 'summary-title', words.form.corrections(faults.length, format.count(faults.length)))}
          <ul>
            ${faults.map((fault) => entry(fault, context))}
          </ul>
        </div>
      </div>
    </div>
  `;
};
