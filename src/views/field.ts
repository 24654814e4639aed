/**
 * A field of the pay form with its label, hint and error in one place and one shadow root.
 * Ids are the field's name, so that the error summary can lead there.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldFault, FieldName } from '../domain/payment.js';
import type { ViewContext } from './context.js';
import { icon } from './icons.js';
import { isolate } from './isolate.js';

/** What is wrong and what to do, in words. */
export const faultWords = (fault: FieldFault, { words, format }: ViewContext): string | TemplateResult => {
  // The endpoint knows best why it refused.
  if (fault.detail) return isolate(fault.detail);
  return words.fieldFaults[fault.code]({
    limit: fault.limit ? format.money(fault.limit) : '',
    nextDate: fault.nextDate ? format.date(fault.nextDate, 'weekday') : '',
    digits: fault.digits ?? 0,
    shown: format.count(fault.digits ?? 0),
    example: format.figure({ value: 107_500, currency: 'USD' }),
  });
};

/** The same with the field's name before it; what concerns no field has none. */
export const faultLine = (fault: FieldFault, context: ViewContext): unknown => {
  const { words } = context;
  if (fault.field === 'form') return faultWords(fault, context);
  const name = words.fields[fault.field];
  const whose = fault.contractNumber === undefined ? name : words.fieldOf(name, isolate(fault.contractNumber));
  return words.fieldFault<unknown>(whose, faultWords(fault, context));
};

export const faultOf = (faults: readonly FieldFault[], field: FieldName, contractId?: string): FieldFault | undefined =>
  faults.find((fault) => fault.field === field && fault.contractId === contractId);

/** Where a field is found, and the error summary leads: its name, and whose it is where there are several. */
export const fieldId = (field: FieldName, contractId: string | undefined): string =>
  contractId === undefined ? field : `${field}-${contractId}`;

export const errorLine = (id: string, fault: FieldFault | undefined, context: ViewContext): TemplateResult | typeof nothing =>
  fault ? html`<p class="status bad small" id=${id}>${icon('alert')}<span>${faultWords(fault, context)}</span></p>` : nothing;

/** Ids for `aria-describedby`: the error first, since it is read first. */
export const describedBy = (...ids: readonly (string | false | undefined)[]): string | typeof nothing =>
  ids.filter(Boolean).join(' ') || nothing;

export const invalid = (fault: FieldFault | undefined): 'true' | typeof nothing => (fault ? 'true' : nothing);

export interface Group {
  /** The field's name, where the error summary leads. */
  readonly id: FieldName;
  readonly labelId: string;
  readonly errorId: string;
  readonly hintId?: string;
  readonly fault: FieldFault | undefined;
}

/** One choice of several, one of which must be made, as radio rows in one frame. */
export const radioGroup = ({ id, labelId, errorId, hintId, fault }: Group, rows: unknown, context: ViewContext): TemplateResult => html`
  ${errorLine(errorId, fault, context)}
  <div
    class="pick measure"
    role="radiogroup"
    id=${id}
    aria-labelledby=${labelId}
    aria-required="true"
    aria-invalid=${invalid(fault)}
    aria-describedby=${describedBy(fault && errorId, hintId)}
  >
    ${rows}
  </div>
`;

export interface RadioRow {
  readonly name: string;
  readonly id: string;
  readonly isChosen: boolean;
  readonly label: unknown;
  readonly sum?: string | undefined;
  readonly hint?: unknown;
  /** What opens below the row while it is chosen. */
  readonly more?: unknown;
  readonly choose: () => void;
}

/** Named by its words alone; sum and hint describe it. */
export const radioRow = ({ name, id, isChosen, label, sum, hint, more, choose }: RadioRow): TemplateResult => html`
  <div>
    <label class="choice">
      <input
        type="radio"
        name=${name}
        id=${id}
        .checked=${isChosen}
        aria-labelledby=${`${id}-name`}
        aria-describedby=${describedBy(sum !== undefined && `${id}-sum`, hint !== undefined && `${id}-hint`)}
        @change=${choose}
      />
      <span id=${`${id}-name`}>${label}</span>
      ${sum === undefined ? nothing : html`<span class="num lead" id=${`${id}-sum`}>${sum}</span>`}
      ${hint === undefined ? nothing : html`<small id=${`${id}-hint`}>${hint}</small>`}
    </label>
    ${isChosen && more !== undefined ? html`<div class="more stack">${more}</div>` : nothing}
  </div>
`;

export const section = (id: string, heading: TemplateResult, hint: unknown, content: unknown): TemplateResult => html`
  <section class="sheet thin" aria-labelledby=${id}>
    <div class="stack s1">${heading}${hint}</div>
    <div class="stack">${content}</div>
  </section>
`;
