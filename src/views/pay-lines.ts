/**
 * *Pay all open charges*: a line a contract with its own amount, which can be taken out and put back, and what they come to.
 * What is left out says why. Never shows an invoice: contracts are paid.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Contract } from '../api/index.js';
import { inFlight } from '../domain/contract.js';
import { isPositive } from '../domain/money.js';
import type { FormFacts, LineFacts } from '../domain/form-facts.js';
import type { AmountChoice, Draft, DraftLine, FieldFault } from '../domain/payment.js';
import { bounds, moneyInput } from './amount-field.js';
import { lenderName } from './contact.js';
import type { ViewContext } from './context.js';
import { describedBy, errorLine, faultOf, fieldId, invalid, section } from './field.js';
import { sectionHeading } from './heading.js';
import { isolate } from './isolate.js';
import { aside } from './notice.js';
import { status } from './status.js';

const nameId = (contract: Contract): string => `line-${contract.id}`;
const noteId = (contract: Contract): string => `note-${contract.id}`;

/** What is under way on the contract, and what will come by itself. */
const flightNote = (contract: Contract, { words, format }: ViewContext): unknown => {
  const flight = inFlight(contract);
  const said = [
    isPositive(flight) ? words.line.inFlightSum(format.money(flight)) : undefined,
    contract.autopay ? `${words.line.autopay} ${words.line.autopayNext(format.date(contract.autopay.nextDate, 'medium'))}` : undefined,
  ].filter((text) => text !== undefined);
  return said.length === 0 ? nothing : html`<div id=${noteId(contract)}>${status('alert', 'warn', said.join('. '))}</div>`;
};

const hasNote = (contract: Contract): boolean => isPositive(inFlight(contract)) || contract.autopay !== undefined;

const name = (contract: Contract, context: ViewContext): TemplateResult => html`
  <span id=${nameId(contract)}>${isolate(contract.number)}</span>
  <small>${isolate(contract.description)}</small>
  ${flightNote(contract, context)}
`;

const choiceSelect = (line: DraftLine, facts: LineFacts, fault: FieldFault | undefined, context: ViewContext): TemplateResult => {
  const { words, format, send } = context;
  const { contract } = line;
  const option = (choice: AmountChoice, shown: string): TemplateResult =>
    html`<option value=${choice} .selected=${line.choice === choice}>${shown}</option>`;
  const id = fieldId('amount', contract.id);
  return html`
    <select
      id=${id}
      part="field"
      aria-labelledby="lines-amount ${nameId(contract)}"
      aria-invalid=${invalid(fault)}
      aria-describedby=${describedBy(fault && `${id}-error`, hasNote(contract) && noteId(contract))}
      @change=${({ target }: Event) =>
        send({ type: 'amountChosen', contractId: contract.id, choice: (target as HTMLSelectElement).value as AmountChoice })}
    >
      ${facts.presets.map(({ choice, amount }) => option(choice, words.payAll.choice(words.form.choices[choice], format.money(amount))))}
      ${facts.isOtherAllowed || line.choice === 'other' ? option('other', words.form.choices.other) : nothing}
    </select>
  `;
};

const otherAmount = (line: DraftLine, facts: LineFacts, fault: FieldFault | undefined, context: ViewContext): TemplateResult => {
  const { id: contractId } = line.contract;
  const id = fieldId('otherAmount', contractId);
  const described = describedBy(fault && `${id}-error`, `${id}-hint`);
  return html`
    ${errorLine(`${id}-error`, fault, context)}
    ${moneyInput({ line, id, labelledBy: `lines-other ${nameId(line.contract)}`, describedBy: described, fault, isOneOfMany: true }, context)}
    <small id="${id}-hint">${bounds(facts.bounds, context)}</small>
  `;
};

const lineRow = (line: DraftLine, facts: LineFacts, faults: readonly FieldFault[], context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { contract } = line;
  const fault = faultOf(faults, 'amount', contract.id);
  const otherFault = faultOf(faults, 'otherAmount', contract.id);
  return html`
    <tr role="row">
      <th role="rowheader" scope="row">${name(contract, context)}</th>
      <td role="cell" class="entry">
        <div class="stack s1">
          ${errorLine(`${fieldId('amount', contract.id)}-error`, fault, context)} ${choiceSelect(line, facts, fault, context)}
          ${line.choice === 'other' ? otherAmount(line, facts, otherFault, context) : nothing}
        </div>
      </td>
      <td role="cell" class="end">
        <button type="button" class="quiet" part="button" @click=${() => send({ type: 'lineRemoved', contractId: contract.id })}>
          ${words.payAll.remove}<span class="sr"> ${isolate(contract.number)}</span>
        </button>
      </td>
    </tr>
  `;
};

/** Left out, with the way to pay it all the same: *Pay in addition* where a payment is in flight. */
const leftRow = (contract: Contract, canAdd: boolean, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const say = isPositive(inFlight(contract)) ? words.warned.confirm : words.payAll.putBack;
  return html`
    <li class="row ends">
      <div>${name(contract, context)}</div>
      ${
        canAdd
          ? html`<button
              type="button"
              class="quiet"
              part="button"
              id="left-${contract.id}"
              @click=${() => send({ type: 'lineAdded', contractId: contract.id })}
            >
              ${say}<span class="sr"> ${isolate(contract.number)}</span>
            </button>`
          : nothing
      }
    </li>
  `;
};

const leftOut = ({ left }: Draft, { canAdd }: FormFacts, context: ViewContext): unknown =>
  left.length === 0
    ? nothing
    : html`<div class="stack s1">
        <p class="lead" id="left-title">${context.words.payAll.left}</p>
        <ul class="plain" aria-labelledby="left-title">
          ${repeat(
            left,
            ({ id }) => id,
            (contract) => leftRow(contract, canAdd, context),
          )}
        </ul>
      </div>`;

const table = (draft: Draft, faults: readonly FieldFault[], facts: FormFacts, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const rows = repeat(
    draft.lines.map((line, index) => ({ line, facts: facts.lines[index] })),
    ({ line }) => line.contract.id,
    ({ line, facts: own }) => (own ? lineRow(line, own, faults, context) : nothing),
  );
  const count = draft.lines.length;
  return html`
    <span hidden id="lines-other">${words.form.choices.other}</span>
    <div class="table edit" part="table">
      <table role="table">
        <caption>
          <span class="sr">${words.payAll.caption}</span>
        </caption>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">${words.contract}</th>
            <th role="columnheader" scope="col"><span id="lines-amount">${words.amount}</span></th>
            <th role="columnheader" scope="col"><span class="sr">${words.payAll.remove}</span></th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
        <tfoot>
          <tr role="row">
            <th role="rowheader" scope="row">${words.payAll.total(count, format.count(count))}</th>
            <td role="cell" class="sum lead" part="total">${format.money(facts.total)}</td>
            <td role="cell" class="none"></td>
          </tr>
        </tfoot>
      </table>
    </div>
  `;
};

export const linesSection = (draft: Draft, faults: readonly FieldFault[], facts: FormFacts, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const say = (text: string): TemplateResult => aside('info', 'calm', html`<p>${text}</p>`);
  return section(
    'lines-title',
    sectionHeading(context, 'lines-title', words.payAll.amounts),
    html`<p class="muted small">${words.contracts.rule(lenderName(context))}</p>`,
    html`${draft.isCapped ? say(words.payAll.capped(format.count(facts.maxItems))) : nothing}
    ${draft.otherCurrencies.map((currency) => say(words.payAll.separate(currency)))}
    ${draft.lines.length === 0 ? html`<p>${words.payAll.none}</p>` : table(draft, faults, facts, context)} ${leftOut(draft, facts, context)}`,
  );
};
