/**
 * Paying one contract, or several at once, as data: the draft the payer fills in, and the state the flow is in.
 * The steps between states are in payment-machine, the checks in draft.
 */
import type { BankAccount, Contract, Currency, Money, PlainDate, Preview, Timestamp } from '../api/index.js';
import type { Fault } from './errors.js';
import type { NewAccountDraft } from './new-account.js';
import type { OpenEntry } from './portfolio.js';
import type { Receipt } from './receipt.js';
import type { SignInField } from './sign-in.js';

export type AmountChoice = 'pastDue' | 'due' | 'open' | 'other';

/** One contract of a payment, and how much is to be paid on it. */
export interface DraftLine {
  readonly contract: Contract;
  readonly choice: AmountChoice;
  /** What was typed under *Other amount*, as typed. */
  readonly otherAmount: string;
  /** The language it was typed in, whose separators it has; undefined while nothing was typed. */
  readonly typedIn?: string;
  /** Two payments on one contract, said out loud. */
  readonly inAddition: boolean;
}

export interface Draft {
  /** `one`: begun at its contract. `all`: begun by *Pay all open charges*, a line a contract. */
  readonly scope: 'one' | 'all';
  /** Each contract once, all in one currency. Empty where the payer took out every one. */
  readonly lines: readonly DraftLine[];
  /** Contracts that could be paid too, and are not: taken out, or with a payment in flight. */
  readonly left: readonly Contract[];
  /** The lender takes no more contracts at once: later ones are not among them. */
  readonly isCapped: boolean;
  readonly currency: Currency;
  /** Others in which contracts can be paid, each in a payment of its own. */
  readonly otherCurrencies: readonly Currency[];
  readonly date: PlainDate;
  /** Id of a saved account, or `new`. Empty until the accounts are there. */
  readonly accountId: string;
  readonly newAccount: NewAccountDraft;
}

/** Saved accounts of the payer while paying. */
export type AccountsState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly accounts: readonly BankAccount[] }
  | { readonly status: 'failed'; readonly fault: Fault };

/** A field of a form; also the anchor an error summary links to. */
export type FieldName =
  'amount' | 'otherAmount' | 'date' | 'account' | 'holderName' | 'routingNumber' | 'accountNumber' | 'bankSource' | 'form' | SignInField;

/** Why a field is not right. The words are in the locales under the same code. */
export type FieldErrorCode =
  | 'amount-missing'
  | 'amount-not-a-number'
  | 'amount-too-precise'
  | 'amount-not-positive'
  | 'amount-below-min'
  | 'amount-above-max'
  | 'amount-above-open'
  | 'amount-below-due'
  | 'lines-missing'
  | 'date-missing'
  | 'date-past'
  | 'date-closed'
  | 'date-too-early'
  | 'date-too-late'
  | 'account-missing'
  | 'account-not-usable'
  | 'holder-missing'
  | 'routing-missing'
  | 'routing-length'
  | 'routing-check'
  | 'account-number-missing'
  | 'account-number-length'
  | 'account-number-characters'
  | 'first-name-missing'
  | 'last-name-missing'
  | 'email-missing'
  | 'email-form'
  | 'postal-code-missing'
  | 'contract-number-missing'
  | 'code-missing'
  | 'code-length'
  | 'code-refused'
  | 'bank-source-invalid'
  | 'refused';

/** One entry that needs a correction. The values are what the sentence needs; `detail` is the endpoint's own words. */
export interface FieldFault {
  readonly field: FieldName;
  /** Whose amount it is, where several contracts are paid at once. */
  readonly contractId?: string;
  readonly contractNumber?: string;
  readonly code: FieldErrorCode;
  readonly limit?: Money;
  /** The next open day, for a closed or past one. */
  readonly nextDate?: PlainDate;
  readonly digits?: number;
  readonly detail?: string;
}

/** One contract as the review showed it, with its amount. */
export interface ReviewedItem {
  readonly contract: Contract;
  readonly amount: Money;
}

/** What was authorized, as the review showed it. */
export interface Reviewed {
  readonly draft: Draft;
  /** At least one, in the order of the draft. */
  readonly items: readonly ReviewedItem[];
  /** Sum of the items. */
  readonly total: Money;
  readonly account: BankAccount;
  readonly preview: Preview;
  /** The language the authorization was asked for in: the element may speak another by the time it is given. */
  readonly locale: string;
}

/** Why a review is shown again or can't go on; shown above its button, announced once. */
export type ReviewNotice = 'paid-in-another-tab' | 'held-by-page' | 'not-yet' | 'not-ticked' | 'offline';

export type PaymentState =
  | { readonly name: 'idle' }
  /** A payment is in flight on this contract: *Pay in addition* is asked first. */
  | { readonly name: 'warned'; readonly contract: Contract }
  /** All contracts that can be paid are being read, for *Pay all open charges*. */
  | { readonly name: 'gathering'; readonly currency: Currency; readonly fault?: Fault }
  | {
      readonly name: 'editing';
      readonly draft: Draft;
      readonly accounts: AccountsState;
      readonly faults: readonly FieldFault[];
      /** Reviews asked for that came to nothing. From the first on, the faults are summed up above the form. */
      readonly attempts: number;
      /** The review could not be had; the form keeps everything. */
      readonly fault?: Fault;
      /** Typed before the sign-in ended, and given back without its bank digits. */
      readonly isRestored?: boolean;
    }
  | { readonly name: 'previewing'; readonly draft: Draft; readonly accounts: AccountsState; readonly attempts: number }
  | {
      readonly name: 'reviewing';
      readonly reviewed: Reviewed;
      readonly accounts: AccountsState;
      readonly isTicked: boolean;
      readonly notice?: ReviewNotice;
    }
  | { readonly name: 'submitting'; readonly reviewed: Reviewed; readonly accounts: AccountsState }
  | ({ readonly name: 'accepted'; readonly pressedAt: Timestamp } & Receipt)
  | {
      readonly name: 'refused';
      /** Absent when the outcome was settled after a reload: the form is gone, nothing was paid. */
      readonly reviewed?: Reviewed;
      readonly entry: OpenEntry;
      /** What the endpoint said; absent when a payment never arrived and its key was voided. */
      readonly fault?: Fault;
      readonly faults: readonly FieldFault[];
    }
  | {
      readonly name: 'changed';
      /** As it was to be paid; its contracts are the ones the payer saw. */
      readonly draft: Draft;
      readonly items: readonly ReviewedItem[];
      /** `balance`: the contract moved. `terms`: date, text or account of the authorization no longer hold. */
      readonly what: 'balance' | 'terms';
      /** Ids of the contracts that moved. */
      readonly moved: readonly string[];
      /** Those contracts as they are now; absent while they are being fetched or could not be. */
      readonly now?: readonly Contract[];
    }
  | {
      readonly name: 'checking';
      readonly entry: OpenEntry;
      /** The browser forgets it when the page is closed. */
      readonly isOnlyHere?: true;
      readonly lastAskedAt?: Timestamp;
    };

export type PaymentStateName = PaymentState['name'];

/** The form, also while a review of it is being prepared. */
export const isForm = (state: PaymentState): state is Extract<PaymentState, { name: 'editing' | 'previewing' }> =>
  state.name === 'editing' || state.name === 'previewing';
