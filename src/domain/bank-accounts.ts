/**
 * The payer's saved bank accounts on screen, as data: a page of them, the one being entered, the one being removed.
 * Types only; knows nothing of how they are fetched or drawn.
 */
import type { BankAccount, Timestamp } from '../api/index.js';
import type { Fault } from './errors.js';
import type { NewAccountDraft } from './new-account.js';
import type { FieldFault } from './payment.js';

/** A new account being entered. */
export interface AccountFormState {
  readonly account: NewAccountDraft;
  readonly faults: readonly FieldFault[];
  /** Presses that came to nothing. From the first on, the faults are summed up above the form. */
  readonly attempts: number;
  readonly isSaving: boolean;
  /** The account could not be saved; the form keeps everything. */
  readonly fault?: Fault;
}

/** One account is removed at a time, in its own row. */
export type Removal =
  | { readonly accountId: string; readonly step: 'asked' | 'sending' }
  /** A payment is under way on it: it stays. */
  | { readonly accountId: string; readonly step: 'in-use' }
  /** It is still there, or nobody knows. */
  | { readonly accountId: string; readonly step: 'failed'; readonly fault: Fault };

/** What has just become of an account; stands above the list until the next thing is done. */
export interface AccountNews {
  readonly kind: 'added' | 'known' | 'removed';
  readonly account: BankAccount;
}

export interface AccountListState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly accounts: readonly BankAccount[];
  /** Index of the first shown account, from 0. */
  readonly offset: number;
  readonly hasNext: boolean;
  readonly asOf?: Timestamp;
  /** A read is under way while older data stays on screen. */
  readonly isRefreshing: boolean;
  /** The last read failed: what is shown is older than it should be. */
  readonly isStale: boolean;
  readonly fault?: Fault;
}

/** Before anything was read. */
export const unreadAccounts: AccountListState = {
  status: 'loading',
  accounts: [],
  offset: 0,
  hasNext: false,
  isRefreshing: false,
  isStale: false,
};

export interface BankAccountsState extends AccountListState {
  readonly form?: AccountFormState | undefined;
  readonly removal?: Removal | undefined;
  readonly news?: AccountNews | undefined;
  readonly isOffline: boolean;
}
