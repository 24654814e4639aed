/**
 * From a filled-in form to a review: has the new account added where one was typed, then asks for the preview.
 * Writes no payment. Knows nothing of the machine: it says what came out.
 */
import type { BankAccount } from '../api/index.js';
import type { Failure } from '../client/client.js';
import type { DraftItems } from '../domain/draft.js';
import type { Fault } from '../domain/errors.js';
import { withoutNumbers } from '../domain/new-account.js';
import type { Draft, FieldFault, Reviewed } from '../domain/payment.js';
import { movedContracts, refusedFields } from '../domain/refused-fields.js';
import { notUsable, type AddAnswer } from './account-entry.js';
import type { PayerScope } from './payer-scope.js';

export interface ReviewRequest {
  readonly scope: PayerScope;
  readonly draft: Draft;
  /** What the draft pays, without a fault. */
  readonly paid: DraftItems;
  readonly accounts: readonly BankAccount[];
  /** Adds the account that was typed. */
  readonly add: () => Promise<AddAnswer>;
  readonly locale: string;
}

export type ReviewAnswer =
  | { readonly kind: 'reviewed'; readonly reviewed: Reviewed }
  /** Entries need a correction, by the endpoint's word. */
  | { readonly kind: 'corrections'; readonly faults: readonly FieldFault[]; readonly account?: BankAccount }
  /** The new account was not given after all; nothing is wrong. */
  | { readonly kind: 'cancelled'; readonly account?: BankAccount }
  /** These contracts are not as the payer saw them. */
  | { readonly kind: 'moved'; readonly moved: readonly string[]; readonly account?: BankAccount }
  | { readonly kind: 'failed'; readonly fault: Fault; readonly account?: BankAccount };

const ofFailure = (failure: Failure, draft: Draft): ReviewAnswer => {
  if (failure.problem === 'contract-changed') return { kind: 'moved', moved: movedContracts(failure.errors, draft) };
  if (failure.problem === 'account-not-usable') return { kind: 'corrections', faults: [notUsable(failure.fault.detail)] };
  if (failure.errors.length > 0) return { kind: 'corrections', faults: refusedFields(failure.errors, draft) };
  return { kind: 'failed', fault: failure.fault };
};

/** A new account that was added is a saved one from now on, and what was typed for it is done with. */
export const withSaved = (draft: Draft, account: BankAccount): Draft =>
  draft.accountId === account.id ? draft : { ...draft, accountId: account.id, newAccount: withoutNumbers(draft.newAccount) };

type Chosen = { readonly ok: true; readonly account: BankAccount } | { readonly ok: false; readonly answer: ReviewAnswer };

const chooseAccount = async ({ draft, accounts, add }: ReviewRequest): Promise<Chosen> => {
  const saved = accounts.find(({ id }) => id === draft.accountId);
  if (saved) return { ok: true, account: saved };
  const answer = await add();
  if (answer.kind !== 'added') return { ok: false, answer };
  const { account } = answer;
  if (account.status === 'usable') return { ok: true, account };
  return { ok: false, answer: { kind: 'corrections', faults: [notUsable(account.help)], account } };
};

/** Asks the endpoint for everything the review shows. */
export const requestReview = async (request: ReviewRequest): Promise<ReviewAnswer> => {
  const { draft, paid, scope, locale } = request;
  const { items, total } = paid;
  const chosen = await chooseAccount(request);
  if (!chosen.ok) return chosen.answer;
  const { account } = chosen;
  const preview = await scope.client.preview({
    items: items.map(({ contract: { id, version }, amount }) => ({ contractId: id, contractVersion: version, amount })),
    date: draft.date,
    accountId: account.id,
    locale,
  });
  if (preview.ok)
    return { kind: 'reviewed', reviewed: { draft: withSaved(draft, account), items, total, account, preview: preview.value, locale } };
  const answer = ofFailure(preview, draft);
  return answer.kind === 'reviewed' ? answer : { ...answer, account };
};
