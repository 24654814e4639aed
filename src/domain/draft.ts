/**
 * Checks what the payer filled in, before anything is sent. Returns every fault at once, in the order of the form.
 * The endpoint checks all of it again; knows nothing of the numbers of a new account but what is wrong with them.
 */
import type { Contract, Money, Session } from '../api/index.js';
import { checkDate, openDates } from './calendar.js';
import { amountBounds, inFlight, isAllowedAmount, presets, remaining, sensibleChoice } from './contract.js';
import { add, isPositive, zero } from './money.js';
import { emptyAccount, type NewAccountDraft } from './new-account.js';
import type { Draft, DraftLine, FieldFault, ReviewedItem } from './payment.js';
import { parseAmount } from './typed-amount.js';

const lineOf = (contract: Contract, choice: DraftLine['choice'], inAddition: boolean): DraftLine => ({
  contract,
  choice,
  otherAmount: '',
  inAddition,
});

const emptyDraft = ({ calendar, features }: Session): Pick<Draft, 'date' | 'accountId' | 'newAccount'> => ({
  date: openDates(calendar, features.schedule)[0] ?? calendar.earliestDate,
  accountId: '',
  newAccount: emptyAccount,
});

/** A fresh draft of one contract: the sensible amount, the earliest day, no account yet. */
export const openDraft = (contract: Contract, session: Session, inAddition: boolean): Draft => ({
  scope: 'one',
  lines: [lineOf(contract, sensibleChoice(contract, session), inAddition)],
  left: [],
  isCapped: false,
  currency: contract.currency,
  otherCurrencies: [],
  ...emptyDraft(session),
});

/** Whether *Pay in addition* must be asked before the contract is paid. */
export const isAdditional = (contract: Contract): boolean => isPositive(inFlight(contract));

/** Whether it must be asked for this line: a payment is in flight that nobody said to pay beside. */
export const mustAsk = ({ contract, inAddition }: DraftLine): boolean => !inAddition && isAdditional(contract);

/** No more contracts in one payment: what is remembered of it until its end is known has to have an end itself. */
const mostContracts = 500;

/** How many contracts can be paid at once. */
export const mostLines = ({ limits }: Session): number => Math.min(limits.maxItems, mostContracts);

/** All that is open where that may be paid, else the sensible amount. */
export const openLine = (contract: Contract, session: Session): DraftLine => {
  const isWhole = presets(contract, session).some(({ choice }) => choice === 'open');
  return lineOf(contract, isWhole ? 'open' : sensibleChoice(contract, session), isAdditional(contract));
};

export interface Gathered {
  /** In the order they are due, and no more than the lender takes at once. */
  readonly contracts: readonly Contract[];
  /** There are more that could be paid. */
  readonly isCapped: boolean;
  /** Currencies of further contracts that can be paid, each in a payment of its own. */
  readonly otherCurrencies: readonly string[];
}

/** A fresh draft of all of them. What has a payment in flight is left out, to be added by *Pay in addition*. */
export const openDraftOfAll = ({ contracts, isCapped, otherCurrencies }: Gathered, session: Session, currency: string): Draft => ({
  scope: 'all',
  lines: contracts.filter((contract) => !isAdditional(contract)).map((contract) => openLine(contract, session)),
  left: contracts.filter(isAdditional),
  isCapped,
  currency,
  otherCurrencies,
  ...emptyDraft(session),
});

type AmountResult = { readonly ok: true; readonly money: Money } | { readonly ok: false; readonly fault: FieldFault };

const failed = (fault: FieldFault): AmountResult => ({ ok: false, fault });

const checkOther = ({ contract, otherAmount, typedIn }: DraftLine, session: Session, locale: string): AmountResult => {
  const parsed = parseAmount(otherAmount, contract.currency, typedIn ?? locale);
  if (!parsed.ok) return failed({ field: 'otherAmount', code: parsed.fault });
  if (isAllowedAmount(contract, session, parsed.money)) return parsed;
  const { min, max } = amountBounds(contract, session);
  const lenderMax = session.limits.max;
  if (max && parsed.money.value > max.value) {
    const isLender = lenderMax?.currency === max.currency && lenderMax.value === max.value;
    return failed({ field: 'otherAmount', code: isLender ? 'amount-above-max' : 'amount-above-open', limit: max });
  }
  const isDue = !session.features.partial && min.value === remaining(contract).due.value;
  return failed({ field: 'otherAmount', code: isDue ? 'amount-below-due' : 'amount-below-min', limit: min });
};

/** The amount a line stands for, read by the separators of the language it was typed in, or what is wrong with it. */
export const lineAmount = (line: DraftLine, session: Session, locale: string): AmountResult => {
  if (line.choice === 'other') return checkOther(line, session, locale);
  const preset = presets(line.contract, session).find(({ choice }) => choice === line.choice);
  return preset ? { ok: true, money: preset.amount } : failed({ field: 'amount', code: 'amount-missing' });
};

export interface DraftItems {
  readonly items: readonly ReviewedItem[];
  /** Sum of the items, in the currency of the draft. */
  readonly total: Money;
  readonly faults: readonly FieldFault[];
}

/** Names the contract of a fault, where it is one of several. */
export const whose = ({ scope }: Draft, { id, number }: Contract): Pick<FieldFault, 'contractId' | 'contractNumber'> =>
  scope === 'all' ? { contractId: id, contractNumber: number } : {};

/** What the draft would pay, with a fault for each line that stands for no amount. */
export const draftItems = (draft: Draft, session: Session, locale: string): DraftItems => {
  const items: ReviewedItem[] = [];
  const faults: FieldFault[] = draft.lines.length === 0 ? [{ field: 'form', code: 'lines-missing' }] : [];
  for (const line of draft.lines) {
    const { contract } = line;
    const amount = lineAmount(line, session, locale);
    if (amount.ok) items.push({ contract, amount: amount.money });
    else faults.push({ ...amount.fault, ...whose(draft, contract) });
  }
  return { items, total: items.reduce((sum, { amount }) => add(sum, amount), zero(draft.currency)), faults };
};

export interface DraftFacts {
  readonly session: Session;
  readonly locale: string;
  /** What is wrong with a new account; asked of whoever holds its number, which the draft doesn't. */
  readonly checkAccount: (account: NewAccountDraft) => readonly FieldFault[];
  /** Ids of the saved accounts that can be paid from; undefined while they are on their way, which is nobody's mistake. */
  readonly usableAccounts: readonly string[] | undefined;
}

const checkDraftDate = (draft: Draft, session: Session): FieldFault[] => {
  const fault = checkDate(session.calendar, session.features.schedule, draft.date);
  return fault ? [{ field: 'date', ...fault }] : [];
};

const checkAccount = (draft: Draft, facts: DraftFacts): readonly FieldFault[] => {
  if (draft.accountId === 'new') return facts.checkAccount(draft.newAccount);
  if (!facts.usableAccounts) return [];
  if (draft.accountId === '') return [{ field: 'account', code: 'account-missing' }];
  return facts.usableAccounts.includes(draft.accountId) ? [] : [{ field: 'account', code: 'account-not-usable' }];
};

/** Everything that needs a correction before the review can be asked for. */
export const checkDraft = (draft: Draft, facts: DraftFacts): FieldFault[] => [
  ...draftItems(draft, facts.session, facts.locale).faults,
  ...checkDraftDate(draft, facts.session),
  ...checkAccount(draft, facts),
];
