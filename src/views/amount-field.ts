/** How much: the amounts there are, and another one where the lender allows it. */
import { html, nothing, type TemplateResult } from 'lit';
import { inFlight } from '../domain/contract.js';
import { isPositive } from '../domain/money.js';
import type { LineFacts } from '../domain/form-facts.js';
import type { DraftLine, FieldFault } from '../domain/payment.js';
import { lenderName } from './contact.js';
import type { ViewContext } from './context.js';
import { describedBy, errorLine, faultOf, invalid, radioGroup, radioRow, section } from './field.js';
import { sectionHeading } from './heading.js';
import { isolate } from './isolate.js';

export interface MoneyInput {
  readonly line: DraftLine;
  readonly id: string;
  /** Ids of the label's parts; a `label` element of its own where absent. */
  readonly labelledBy?: string;
  readonly describedBy: string | typeof nothing;
  readonly fault: FieldFault | undefined;
  /** Whether there are several, so that whose it is is told when it is left. */
  readonly isOneOfMany: boolean;
}

/** The sign stands where the locale writes it; the input itself holds only what was typed. */
export const moneyInput = (field: MoneyInput, { format, send }: ViewContext): TemplateResult => {
  const { line, id, labelledBy, fault, isOneOfMany } = field;
  const sign = format.currencySign(line.contract.currency);
  const look = `${sign.isBefore ? '' : 'after'} ${sign.text.length > 1 ? 'wide' : ''}`;
  const contractId = line.contract.id;
  return html`
    <div class="money short ${look}">
      <span aria-hidden="true">${isolate(sign.text)}</span>
      <input
        id=${id}
        part="field"
        inputmode="decimal"
        autocomplete="off"
        maxlength="40"
        .value=${line.otherAmount}
        aria-labelledby=${labelledBy ?? nothing}
        aria-required="true"
        aria-invalid=${invalid(fault)}
        aria-describedby=${field.describedBy}
        @input=${({ target }: Event) => send({ type: 'otherAmountTyped', contractId, text: (target as HTMLInputElement).value })}
        @blur=${() => send({ type: 'fieldLeft', field: 'otherAmount', ...(isOneOfMany ? { contractId } : {}) })}
      />
    </div>
  `;
};

/** What may be typed under *Other amount*. */
export const bounds = ({ min, max }: LineFacts['bounds'], { words, format }: ViewContext): string =>
  max ? words.form.bounds(format.money(min), format.money(max)) : words.form.boundMin(format.money(min));

const otherAmount = (line: DraftLine, faults: readonly FieldFault[], facts: LineFacts, context: ViewContext): TemplateResult => {
  const fault = faultOf(faults, 'otherAmount');
  const described = describedBy(fault && 'otherAmount-error', 'otherAmount-hint');
  return html`
    <div class="field">
      <label for="otherAmount">${context.words.fields.otherAmount}</label>
      <small id="otherAmount-hint">${bounds(facts.bounds, context)}</small>
      ${errorLine('otherAmount-error', fault, context)}
      ${moneyInput({ line, id: 'otherAmount', describedBy: described, fault, isOneOfMany: false }, context)}
    </div>
  `;
};

export const amountSection = (line: DraftLine, faults: readonly FieldFault[], facts: LineFacts, context: ViewContext): TemplateResult => {
  const { words, format, send } = context;
  const contractId = line.contract.id;
  const ids = { pastDue: 'amount-pastDue', due: 'amount-due', open: 'amount-open' } as const;
  const presets = facts.presets.map(({ choice, amount }) =>
    radioRow({
      name: 'amount',
      id: ids[choice],
      isChosen: line.choice === choice,
      label: words.form.choices[choice],
      sum: format.money(amount),
      hint: words.form.hints[choice],
      choose: () => send({ type: 'amountChosen', contractId, choice }),
    }),
  );
  const other = radioRow({
    name: 'amount',
    id: 'amount-other',
    isChosen: line.choice === 'other',
    label: words.form.choices.other,
    more: otherAmount(line, faults, facts, context),
    choose: () => send({ type: 'amountChosen', contractId, choice: 'other' }),
  });
  const flight = inFlight(line.contract);
  const isReduced = isPositive(flight);
  const group = {
    id: 'amount',
    labelId: 'amount-title',
    errorId: 'amount-error',
    fault: faultOf(faults, 'amount'),
    ...(isReduced ? { hintId: 'amount-hint' } : {}),
  } as const;
  return section(
    'amount-title',
    sectionHeading(context, 'amount-title', words.amount),
    html`<p class="muted small">${words.contracts.rule(lenderName(context))}</p>`,
    html`${isReduced ? html`<p class="small" id="amount-hint">${words.form.afterInFlight(format.money(flight))}</p>` : nothing}
    ${radioGroup(group, [presets, facts.isOtherAllowed ? other : nothing], context)}`,
  );
};
