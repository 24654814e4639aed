/** Adding a bank account on its own: the same fields, checks and sentences as while paying. Reports and decides nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AccountFormState } from '../domain/bank-accounts.js';
import { isOutcomeUnknown } from '../domain/errors.js';
import type { ViewContext } from './context.js';
import { errorSummary } from './error-summary.js';
import { flag } from './flag.js';
import { viewHeading } from './heading.js';
import { icon } from './icons.js';
import { isolate } from './isolate.js';
import { newAccount } from './new-account.js';
import { notice } from './notice.js';

const refusal = ({ fault }: AccountFormState, { words }: ViewContext): unknown => {
  if (!fault) return nothing;
  const title = isOutcomeUnknown(fault) ? words.accounts.perhapsSaved : words.accounts.notSaved;
  return html`<div class="head">
    ${notice(
      'alert',
      'bad',
      html`<p><strong>${title}</strong></p>
        <p>${fault.detail ? isolate(fault.detail) : words.faults[fault.code]}</p>`,
    )}
  </div>`;
};

export const accountForm = (state: AccountFormState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { account, faults, attempts, isSaving } = state;
  // What is wrong with a field just left stands at the field alone.
  const isSummed = faults.length > 0 && attempts > 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!isSaving) send({ type: 'saveAccountPressed' });
  };
  return html`
    <div class="head">${viewHeading(context, words.accounts.add)}</div>
    ${refusal(state, context)} ${isSummed ? errorSummary(faults, context) : nothing}
    <form novalidate class="stack s6 measure" aria-busy=${flag(isSaving)} @submit=${submit}>
      <div class="stack">${newAccount(account, faults, context)}</div>
      <div class="row acts">
        <button type="submit" class="primary" part="button button-primary" aria-disabled=${flag(isSaving)}>
          ${isSaving ? [icon('turning'), words.accounts.saving] : words.accounts.add}
        </button>
        <button type="button" part="button" @click=${() => send({ type: 'backPressed' })}>${words.back}</button>
      </div>
    </form>
  `;
};
