/**
 * What of a payment being prepared outlives the sign-in it was typed in: everything but bank digits. Pure.
 */
import type { Contract, Session } from '../api/index.js';
import { canPay } from './contract.js';
import { mustAsk } from './draft.js';
import { withContracts } from './draft-edits.js';
import { withoutNumbers } from './new-account.js';
import type { Draft, PaymentState } from './payment.js';

const draftOf = (state: PaymentState): Draft | undefined => {
  switch (state.name) {
    case 'editing':
    case 'previewing':
    case 'changed':
      return state.draft;
    case 'reviewing':
      return state.reviewed.draft;
    // What was sent is the journal's: it is asked for, and never offered to be paid again.
    case 'submitting':
    case 'checking':
    case 'accepted':
    case 'refused':
    case 'warned':
    case 'gathering':
    case 'idle':
      return undefined;
  }
};

export const draftToKeep = (state: PaymentState): Draft | undefined => {
  const draft = draftOf(state);
  return draft && { ...draft, newAccount: withoutNumbers(draft.newAccount) };
};

/**
 * The same on its contracts as they are now; undefined where none of them can be paid. What is in flight on one since then was not said to
 * be paid in addition, so that one is left out.
 */
export const restoreDraft = (draft: Draft, contracts: readonly Contract[], session: Session): Draft | undefined => {
  const known = new Set(contracts.map(({ id }) => id));
  const now = withContracts(draft, contracts, session);
  const lines = now.lines.filter((line) => known.has(line.contract.id) && canPay(line.contract, session) && !mustAsk(line));
  return lines.length > 0 ? { ...now, lines } : undefined;
};
