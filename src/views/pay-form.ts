/**
 * Paying one contract, or several at once: amounts, date, bank account, on one screen. Reports what was entered and decides nothing:
 * which amounts and days there are comes in as facts.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { FormFacts } from '../domain/form-facts.js';
import type { Draft, FieldFault, PaymentState } from '../domain/payment.js';
import { accountSection } from './account-field.js';
import { amountSection } from './amount-field.js';
import type { ViewContext } from './context.js';
import { dateSection } from './date-field.js';
import { errorSummary } from './error-summary.js';
import { flag } from './flag.js';
import { viewHeading } from './heading.js';
import { icon } from './icons.js';
import { isolate } from './isolate.js';
import { notice } from './notice.js';
import { linesSection } from './pay-lines.js';

type FormState = Extract<PaymentState, { name: 'editing' | 'previewing' }>;

/** Why there is no review. With corrections beside it, it was the payment itself that was refused. */
const refusal = (state: FormState, { words }: ViewContext): unknown => {
  if (state.name !== 'editing' || !state.fault) return nothing;
  const { code, detail } = state.fault;
  const title = state.faults.length > 0 ? words.refused.nothing : words.form.noReview;
  return html`<div class="head">
    ${notice(
      'alert',
      'bad',
      html`<p><strong>${title}</strong></p>
        <p>${detail ? isolate(detail) : words.faults[code]}</p>`,
    )}
  </div>`;
};

/** Given back after the payer has signed in again. */
const restored = (state: FormState, { words }: ViewContext): unknown =>
  state.name === 'editing' && state.isRestored
    ? html`<div class="head">
        ${notice(
          'info',
          'calm',
          html`<p><strong>${words.form.restored}</strong></p>
            <p>${words.form.restoredHint}</p>`,
        )}
      </div>`
    : nothing;

/** The button keeps its place and the focus while the review is on its way. */
const actions = (isBusy: boolean, { words, send }: ViewContext): TemplateResult => html`
  <div class="sheet thin">
    <div class="row acts">
      <button type="submit" class="primary" part="button button-primary" aria-disabled=${flag(isBusy)}>
        ${isBusy ? [icon('turning'), words.form.preparing] : words.form.review}
      </button>
      <button type="button" part="button" @click=${() => send({ type: 'backPressed' })}>${words.back}</button>
    </div>
  </div>
`;

const title = ({ scope, lines }: Draft, context: ViewContext): unknown => {
  const { words } = context;
  const [line] = lines;
  if (scope === 'all' || !line) {
    return html`${viewHeading(context, words.line.payAll)}
      <p>${words.payAll.intro}</p>`;
  }
  return html`${viewHeading(context, words.form.title(isolate(line.contract.number)))}
    <p>${isolate(line.contract.description)}</p>`;
};

const amounts = (draft: Draft, faults: readonly FieldFault[], facts: FormFacts, context: ViewContext): unknown => {
  const [line] = draft.lines;
  const [own] = facts.lines;
  return draft.scope === 'one' && line && own ? amountSection(line, faults, own, context) : linesSection(draft, faults, facts, context);
};

export const payForm = (state: FormState, facts: FormFacts, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { draft, accounts } = state;
  const faults = state.name === 'editing' ? state.faults : [];
  const isBusy = state.name === 'previewing';
  // What is wrong with a field just left stands at the field alone.
  const isSummed = faults.length > 0 && state.attempts > 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!isBusy) send({ type: 'reviewPressed' });
  };
  return html`
    <div class="stack s1 head">
      <p class="muted small">${words.form.step}</p>
      ${title(draft, context)}
    </div>
    ${restored(state, context)} ${refusal(state, context)} ${isSummed ? errorSummary(faults, context) : nothing}
    <form novalidate aria-busy=${flag(isBusy)} @submit=${submit}>
      ${amounts(draft, faults, facts, context)} ${dateSection(draft, faults, facts, context)}
      ${accountSection(draft, accounts, faults, context)} ${actions(isBusy, context)}
    </form>
  `;
};
