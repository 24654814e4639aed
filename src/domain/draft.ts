/**
 * Checks what the payer filled in, before anything is sent. Returns every fault at once, in the order of the form.
 * The endpoint checks all of it again; knows nothing of a new account but what is wrong with it.
 */
import type { Contract, Money, Session } from '../api/index.js';
import { checkDate } from './calendar.js';
import { amountBounds, inFlight, isAllowedAmount, presets, remaining, sensibleChoice } from './contract.js';
import { isPositive, parseAmount } from './money.js';
import { emptyAccount, type NewAccountDraft } from './new-account.js';
import type { Draft, FieldFault } from './payment.js';

/** A fresh draft: the sensible amount, the earliest day, no account yet. */
export const openDraft = (contract: Contract, session: Session, earliest: string | undefined, inAddition: boolean): Draft => ({
  contract,
  choice: sensibleChoice(contract, session),
  otherAmount: '',
  date: earliest ?? session.calendar.earliestDate,
  accountId: '',
  newAccount: emptyAccount,
  inAddition,
});

/** Whether *Pay in addition* must be asked before the form. */
export const isAdditional = (contract: Contract): boolean => isPositive(inFlight(contract));

type AmountResult = { readonly ok: true; readonly money: Money } | { readonly ok: false; readonly fault: FieldFault };

const failed = (fault: FieldFault): AmountResult => ({ ok: false, fault });

const checkOther = (draft: Draft, session: Session, locale: string): AmountResult => {
  const parsed = parseAmount(draft.otherAmount, draft.contract.currency, locale);
  if (!parsed.ok) return failed({ field: 'otherAmount', code: parsed.fault });
  if (isAllowedAmount(draft.contract, session, parsed.money)) return parsed;
  const { min, max } = amountBounds(draft.contract, session);
  const lenderMax = session.limits.max;
  if (max && parsed.money.value > max.value) {
    const isLender = lenderMax?.currency === max.currency && lenderMax.value === max.value;
    return failed({ field: 'otherAmount', code: isLender ? 'amount-above-max' : 'amount-above-open', limit: max });
  }
  const isDue = !session.features.partial && min.value === remaining(draft.contract).due.value;
  return failed({ field: 'otherAmount', code: isDue ? 'amount-below-due' : 'amount-below-min', limit: min });
};

/** The amount the draft stands for, read by the locale's separators, or what is wrong with it. */
export const draftAmount = (draft: Draft, session: Session, locale: string): AmountResult => {
  if (draft.choice === 'other') return checkOther(draft, session, locale);
  const preset = presets(draft.contract, session).find(({ choice }) => choice === draft.choice);
  return preset ? { ok: true, money: preset.amount } : failed({ field: 'amount', code: 'amount-missing' });
};

export interface DraftFacts {
  readonly session: Session;
  readonly locale: string;
  /** What is wrong with a new account; asked of whoever holds its number, which the draft doesn't. */
  readonly checkAccount: (account: NewAccountDraft) => readonly FieldFault[];
  /** Ids of the saved accounts that can be paid from. */
  readonly usableAccounts: readonly string[];
}

const checkDraftDate = (draft: Draft, session: Session): FieldFault[] => {
  const fault = checkDate(session.calendar, session.features.schedule, draft.date);
  return fault ? [{ field: 'date', ...fault }] : [];
};

const checkAccount = (draft: Draft, facts: DraftFacts): readonly FieldFault[] => {
  if (draft.accountId === 'new') return facts.checkAccount(draft.newAccount);
  if (draft.accountId === '') return [{ field: 'account', code: 'account-missing' }];
  return facts.usableAccounts.includes(draft.accountId) ? [] : [{ field: 'account', code: 'account-not-usable' }];
};

/** Everything that needs a correction before the review can be asked for. */
export const checkDraft = (draft: Draft, facts: DraftFacts): FieldFault[] => {
  const amount = draftAmount(draft, facts.session, facts.locale);
  return [...(amount.ok ? [] : [amount.fault]), ...checkDraftDate(draft, facts.session), ...checkAccount(draft, facts)];
};
