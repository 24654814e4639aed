/**
 * A bank account being entered. The account number's digits are reported once and never drawn: what is drawn is the mask,
 * and only while nobody is in the field. Where the integrator has fields of their own, those are shown in place of both numbers.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { AccountType, HolderType } from '../api/index.js';
import type { NewAccountDraft } from '../domain/new-account.js';
import type { FieldFault, FieldName } from '../domain/payment.js';
import { lenderName } from './contact.js';
import type { ViewContext } from './context.js';
import { describedBy, errorLine, faultOf, invalid } from './field.js';

/** Sets an input's value unless somebody is typing in it; what was forgotten leaves it all the same. */
class Masked extends Directive {
  override render(_mask: string, _isForgotten: boolean): unknown {
    return nothing;
  }
  override update(part: ElementPart, [mask, isForgotten]: [string, boolean]): unknown {
    const input = part.element as HTMLInputElement;
    if (isForgotten || !input.matches(':focus')) input.value = mask;
    return nothing;
  }
}
const masked = directive(Masked);

interface TextField {
  readonly id: Extract<FieldName, 'holderName' | 'routingNumber'>;
  readonly errorId: string;
  readonly hintId?: string;
  readonly hint?: string;
  readonly value: string;
  readonly isNumber: boolean;
  readonly type: (text: string) => void;
}

const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value;

const textField = (field: TextField, faults: readonly FieldFault[], context: ViewContext): TemplateResult => {
  const fault = faultOf(faults, field.id);
  return html`
    <div class="field">
      <label for=${field.id}>${context.words.fields[field.id]}</label>
      ${field.hint ? html`<small id=${field.hintId ?? nothing}>${field.hint}</small>` : nothing} ${errorLine(field.errorId, fault, context)}
      <input
        type="text"
        id=${field.id}
        class=${field.isNumber ? 'short' : ''}
        part="field"
        inputmode=${field.isNumber ? 'numeric' : nothing}
        dir=${field.isNumber ? 'ltr' : 'auto'}
        autocomplete=${field.isNumber ? 'off' : 'name'}
        maxlength="140"
        .value=${field.value}
        aria-required="true"
        aria-invalid=${invalid(fault)}
        aria-describedby=${describedBy(fault && field.errorId, field.hintId)}
        @input=${(event: Event) => field.type(valueOf(event))}
        @blur=${() => context.send({ type: 'fieldLeft', field: field.id })}
      />
    </div>
  `;
};

/** Entering a masked field empties it; leaving it without typing brings the mask back, and the number with it. */
const accountNumber = (draft: NewAccountDraft, faults: readonly FieldFault[], context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { accountNumberMask: mask, isForgotten } = draft;
  const fault = faultOf(faults, 'accountNumber');
  return html`
    <div class="field">
      <label for="accountNumber">${words.fields.accountNumber}</label>
      <small id="accountNumber-hint">${words.form.accountHint}</small>
      ${errorLine('accountNumber-error', fault, context)}
      <input
        ${masked(mask, isForgotten)}
        type="text"
        id="accountNumber"
        class="short"
        part="field"
        inputmode="numeric"
        dir="ltr"
        autocomplete="off"
        maxlength="40"
        aria-required="true"
        aria-invalid=${invalid(fault)}
        aria-describedby=${describedBy(fault && 'accountNumber-error', 'accountNumber-hint')}
        @focus=${({ target }: Event) => {
          if (mask !== '') (target as HTMLInputElement).value = '';
        }}
        @input=${(event: Event) => send({ type: 'accountNumberTyped', text: valueOf(event) })}
        @blur=${({ target }: Event) => {
          if ((target as HTMLInputElement).value === '') (target as HTMLInputElement).value = mask;
          send({ type: 'fieldLeft', field: 'accountNumber' });
        }}
      />
    </div>
  `;
};

/** A group, so that it has a name, and the error summary has a place to lead to: the fields themselves may be in another page. */
const sourced = (faults: readonly FieldFault[], context: ViewContext): TemplateResult => {
  const fault = faultOf(faults, 'bankSource');
  return html`
    <div
      class="field"
      id="bankSource"
      role="group"
      tabindex="-1"
      aria-labelledby="bankSource-name"
      aria-describedby=${describedBy(fault && 'bankSource-error')}
    >
      <span class="lead" id="bankSource-name">${context.words.fields.bankSource}</span>
      ${errorLine('bankSource-error', fault, context)}
      <slot name="bank"></slot>
    </div>
  `;
};

const radio = (name: string, label: string, isChosen: boolean, choose: () => void): TemplateResult => html`
  <label class="choice"><input type="radio" name=${name} .checked=${isChosen} @change=${choose} />${label}</label>
`;

const kinds = (draft: NewAccountDraft, { words, send }: ViewContext): TemplateResult => {
  const types: readonly AccountType[] = ['checking', 'savings'];
  const holders: readonly HolderType[] = ['business', 'consumer'];
  return html`
    <div class="cols">
      <fieldset>
        <legend>${words.form.accountType}</legend>
        <div class="row">
          ${types.map((accountType) =>
            radio('accountType', words.form.accountTypes[accountType] ?? accountType, draft.type === accountType, () =>
              send({ type: 'accountTypeChosen', accountType }),
            ),
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend>${words.form.holderType}</legend>
        <div class="row">
          ${holders.map((holderType) =>
            radio('holderType', words.form.holderTypes[holderType] ?? holderType, draft.holderType === holderType, () =>
              send({ type: 'holderTypeChosen', holderType }),
            ),
          )}
        </div>
      </fieldset>
    </div>
  `;
};

export const newAccount = (draft: NewAccountDraft, faults: readonly FieldFault[], context: ViewContext): TemplateResult => {
  const { words, send, session } = context;
  const note = session?.bankAccounts === 'existing' ? words.form.existing : words.form.kept;
  const holder = {
    id: 'holderName',
    errorId: 'holderName-error',
    value: draft.holderName,
    isNumber: false,
    type: (text: string) => send({ type: 'holderNameTyped', text }),
  } as const;
  const routing = {
    id: 'routingNumber',
    errorId: 'routingNumber-error',
    hintId: 'routingNumber-hint',
    hint: words.form.routingHint,
    value: draft.routingNumber,
    isNumber: true,
    type: (text: string) => send({ type: 'routingNumberTyped', text }),
  } as const;
  const numbers = context.hasBankSource
    ? sourced(faults, context)
    : [textField(routing, faults, context), accountNumber(draft, faults, context)];
  return html`
    ${textField(holder, faults, context)} ${numbers} ${kinds(draft, context)}
    <p class="small muted">${note(lenderName(context))}</p>
  `;
};
