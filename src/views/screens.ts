/**
 * The screens that aren't there at first: what each journey is drawn with, once it has been fetched. Types only.
 * Must not know how they come.
 */
import type * as bankAccounts from './journeys/bank-accounts.js';
import type * as paying from './journeys/paying.js';
import type * as payments from './journeys/payments.js';
import type * as receipts from './journeys/receipts.js';
import type * as signingIn from './journeys/signing-in.js';

export interface Screens {
  readonly paying: typeof paying;
  readonly payments: typeof payments;
  readonly 'bank-accounts': typeof bankAccounts;
  readonly 'signing-in': typeof signingIn;
  readonly receipts: typeof receipts;
}
