/**
 * What isn't there at first: what each journey is driven, drawn and told with, once it has been fetched. Types only.
 * Must not know how it comes.
 */
import type * as bankAccounts from './bank-accounts.js';
import type * as paying from './paying.js';
import type * as payments from './payments.js';
import type * as receipts from './receipts.js';
import type * as signingIn from './signing-in.js';

export interface AllParts {
  readonly paying: typeof paying;
  readonly payments: typeof payments;
  readonly 'bank-accounts': typeof bankAccounts;
  readonly 'signing-in': typeof signingIn;
  readonly receipts: typeof receipts;
}

export type Parts = Partial<AllParts>;
