/**
 * The part of each journey, where the script for a plain page is used: all of them are here already.
 * Takes the place of modules in that script.
 */
import type { Journey } from '../domain/journey.js';
import { accountsAsOf, bankAccounts, BankAccountsController, ofAccounts } from './bank-accounts.js';
import type { AllParts } from './parts.js';
import { ofPaying, payFacts, payFlow, PaymentController } from './paying.js';
import { HistoryController, ofHistory, payments, paymentsAsOf } from './payments.js';
import { receiptFile } from './receipts.js';
import { ofSession, ofSigningIn, sessionNote, SignInController, signInFlow } from './signing-in.js';

export const here: AllParts = {
  paying: { ofPaying, payFacts, payFlow, PaymentController },
  payments: { HistoryController, ofHistory, payments, paymentsAsOf },
  'bank-accounts': { accountsAsOf, bankAccounts, BankAccountsController, ofAccounts },
  'signing-in': { ofSession, ofSigningIn, sessionNote, SignInController, signInFlow },
  receipts: { receiptFile },
};

export const fetchPart = (journey: Journey): Promise<AllParts[Journey]> => Promise.resolve(here[journey]);
