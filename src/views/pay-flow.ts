/** Which screen of paying is shown. States that share a screen share its template, so that focus and input stay. */
import { nothing, type TemplateResult } from 'lit';
import type { PayFacts } from '../domain/form-facts.js';
import type { PaymentState } from '../domain/payment.js';
import { accepted } from './accepted.js';
import { changed } from './changed.js';
import { checking } from './checking.js';
import type { ViewContext } from './context.js';
import { gathering } from './gathering.js';
import { payForm } from './pay-form.js';
import { refused } from './refused.js';
import { review } from './review.js';
import { warned } from './warned.js';

export const payFlow = (state: PaymentState, context: ViewContext, facts: PayFacts): TemplateResult | typeof nothing => {
  switch (state.name) {
    case 'idle':
      return nothing;
    case 'warned':
      return warned(state, context);
    case 'gathering':
      return gathering(state, context);
    case 'editing':
    case 'previewing':
      return payForm(state, facts.form(state.draft), context);
    case 'reviewing':
    case 'submitting':
      return review(state, context);
    case 'accepted':
      return accepted(state, context);
    case 'refused':
      return refused(state, context);
    case 'changed':
      return changed(state, facts.changed(state), context);
    case 'checking':
      return checking(state, context);
  }
};
