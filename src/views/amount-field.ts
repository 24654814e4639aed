/** How much: the amounts there are, and another one where the lender allows it. */
import { html, nothing, type TemplateResult } from 'lit';
import { inFlight } from '../domain/contract.js';
import { isPositive } from '../domain/money.js';
import type { FormFacts } from '../domain/form-facts.js';
import type { Draft, FieldFault } from '../domain/payment.js';
import { lenderName } from './contact.js';
import type { ViewContext } from './context.js';
import { describedBy, errorLine, faultOf, invalid, radioGroup, radioRow, section } from './field.js';
import { sectionHeading } from './heading.js';

const bounds = ({ min, max }: FormFacts['bounds'], { words, format }: ViewContext): string =>
  max ? words.form.bounds(format.money(min), format.money(max)) : words.form.boundMin(format.money(min));

/** The sign stands where the locale writes it; the input itself holds only what was typed. */
const otherAmount = (draft: Draft, faults: readonly FieldFault[], facts: FormFacts, context: ViewContext): TemplateResult => {
  const { words, format, send } = context;
  const fault = faultOf(faults, 'otherAmount');
  const sign = format.currencySign(draft.contract.currency);
  const look = `${sign.isBefore ? '' : 'after'} ${sign.text.length > 1 ? 'wide' : ''}`;
  return html`
    <div class="field">
      <label for="otherAmount">${words.fields.otherAmount}</label>
      <small id="otherAmount-hint">${bounds(facts.bounds, context)}</small>
      ${errorLine('otherAmount-error', fault, context)}
      <div class="money short ${look}">
        <span aria-hidden="true">${sign.text}</span>
        <input
          id="otherAmount"
          part="field"
          inputmode="decimal"
          autocomplete="off"
          maxlength="40"
          .value=${draft.otherAmount}
          aria-invalid=${invalid(fault)}
          aria-describedby=${describedBy(fault && 'otherAmount-error', 'otherAmount-hint')}
          @input=${({ target }: Event) => send({ type: 'otherAmountTyped', text: (target as HTMLInputElement).value })}
          @blur=${() => send({ type: 'fieldLeft', field: 'otherAmount' })}
        />
      </div>
    </div>
  `;
};

export const amountSection = (draft: Draft, faults: readonly FieldFault[], facts: FormFacts, context: ViewContext): TemplateResult => {
  const { words, format, send } = context;
  const ids = { pastDue: 'amount-pastDue', due: 'amount-due', open: 'amount-open' } as const;
  const presets = facts.presets.map(({ choice, amount }) =>
    radioRow({
      name: 'amount',
      id: ids[choice],
      isChosen: draft.choice === choice,
      label: words.form.choices[choice],
      sum: format.money(amount),
      hint: words.form.hints[choice],
      choose: () => send({ type: 'amountChosen', choice }),
    }),
  );
  const other = radioRow({
    name: 'amount',
    id: 'amount-other',
    isChosen: draft.choice === 'other',
    label: words.form.choices.other,
    more: otherAmount(draft, faults, facts, context),
    choose: () => send({ type: 'amountChosen', choice: 'other' }),
  });
  const flight = inFlight(draft.contract);
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
