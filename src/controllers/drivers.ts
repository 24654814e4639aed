/**
 * The controllers that aren't there at first: what each journey is driven with, and what is said of it, once its part has come. Types only.
 * Must not know how they come.
 */
import type { ofAccounts } from './account-announcements.js';
import type { BankAccountsController } from './bank-accounts.js';
import type { ofHistory } from './history-announcements.js';
import type { HistoryController } from './history.js';
import type { ofPaying } from './paying-announcements.js';
import type { PaymentController } from './payment.js';
import type { ofSession, ofSigningIn } from './sign-in-announcements.js';
import type { SignInController } from './sign-in.js';

export interface Drivers {
  readonly paying?: { readonly PaymentController: typeof PaymentController; readonly ofPaying: typeof ofPaying };
  readonly payments?: { readonly HistoryController: typeof HistoryController; readonly ofHistory: typeof ofHistory };
  readonly 'bank-accounts'?: {
    readonly BankAccountsController: typeof BankAccountsController;
    readonly ofAccounts: typeof ofAccounts;
  };
  readonly 'signing-in'?: {
    readonly SignInController: typeof SignInController;
    readonly ofSession: typeof ofSession;
    readonly ofSigningIn: typeof ofSigningIn;
  };
}
