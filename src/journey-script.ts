/**
 * What each journey is drawn with, where the script for a plain page is used: all of it is here already.
 * Takes the place of journey-modules in that script.
 */
import type { Journey } from './domain/journey.js';
import { accountsAsOf, bankAccounts } from './views/journeys/bank-accounts.js';
import { payFacts, payFlow } from './views/journeys/paying.js';
import { payments, paymentsAsOf } from './views/journeys/payments.js';
import { receiptFile } from './views/journeys/receipts.js';
import { sessionNote, signInFlow } from './views/journeys/signing-in.js';
import type { Screens } from './views/screens.js';

export const modules: { readonly [Name in Journey]: () => Promise<Screens[Name]> } = {
  paying: () => Promise.resolve({ payFacts, payFlow }),
  payments: () => Promise.resolve({ payments, paymentsAsOf }),
  'bank-accounts': () => Promise.resolve({ accountsAsOf, bankAccounts }),
  'signing-in': () => Promise.resolve({ sessionNote, signInFlow }),
  receipts: () => Promise.resolve({ receiptFile }),
};
