/**
 * Paying one contract, as data: the draft the payer fills in, and the state the flow is in.
 * Types only; the steps between states are in payment-machine, the checks in draft.
 */
import type { BankAccount, Contract, HolderType, Money, PlainDate, Preview, Timestamp, AccountType } from '../api/index.js';
import type { Fault } from './errors.js';
import type { OpenEntry } from './portfolio.js';
import type { Receipt } from './receipt.js';

export type AmountChoice = 'pastDue' | 'due' | 'open' | 'other';

/** A new account as typed, without its numbers: those stay with the controller and never enter the state. */
export interface NewAccountDraft {
  readonly holderName: string;
  readonly type: AccountType;
  readonly holderType: HolderType;
  readonly routingNumber: string;
  /** What the field shows: empty, or masked once the field was left. */
  readonly accountNumberMask: string;
}

export interface Draft {
  readonly contract: Contract;
  readonly choice: AmountChoice;
  /** What was typed under *Other amount*, as typed. */
  readonly otherAmount: string;
  readonly date: PlainDate;
  /** Id of a saved account, or `new`. Empty until the accounts are there. */
  readonly accountId: string;
  readonly newAccount: NewAccountDraft;
  /** Two payments on one contract, said out loud. */
  readonly inAddition: boolean;
}

/** Saved accounts of the payer while paying. */
export type AccountsState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly accounts: readonly BankAccount[] }
  | { readonly status: 'failed'; readonly fault: Fault };

/** A field of the pay form; also the anchor an error summary links to. */
export type FieldName = 'amount' | 'otherAmount' | 'date' | 'account' | 'holderName' | 'routingNumber' | 'accountNumber' | 'form';

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
  | 'refused';

/** One entry that needs a correction. The values are what the sentence needs; `detail` is the endpoint's own words. */
export interface FieldFault {
  readonly field: FieldName;
  readonly code: FieldErrorCode;
  readonly limit?: Money;
  /** The next open day, for a closed or past one. */
  readonly nextDate?: PlainDate;
  readonly digits?: number;
  readonly detail?: string;
}

/** What was authorized, as the review showed it. */
export interface Reviewed {
  readonly draft: Draft;
  readonly amount: Money;
  readonly account: BankAccount;
  readonly preview: Preview;
}

/** Why a review is shown again or can't go on; shown above its button, announced once. */
export type ReviewNotice = 'paid-in-another-tab' | 'held-by-page' | 'not-yet' | 'not-ticked' | 'offline';

export type PaymentState =
  | { readonly name: 'idle' }
  /** A payment is in flight on this contract: *Pay in addition* is asked first. */
  | { readonly name: 'warned'; readonly contract: Contract }
  | {
      readonly name: 'editing';
      readonly draft: Draft;
      readonly accounts: AccountsState;
      readonly faults: readonly FieldFault[];
      /** Reviews asked for that came to nothing. From the first on, the faults are summed up above the form. */
      readonly attempts: number;
      /** The review could not be had; the form keeps everything. */
      readonly fault?: Fault;
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
      /** As it was to be paid; its contract is the one the payer saw. */
      readonly draft: Draft;
      readonly amount: Money;
      /** `balance`: the contract moved. `terms`: date, text or account of the authorization no longer hold. */
      readonly what: 'balance' | 'terms';
      /** The contract as it is now; absent while it is being fetched or could not be. */
      readonly now?: Contract;
    }
  | { readonly name: 'checking'; readonly entry: OpenEntry; readonly lastAskedAt?: Timestamp };

export type PaymentStateName = PaymentState['name'];
