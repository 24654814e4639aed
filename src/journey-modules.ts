/**
 * What each journey is drawn with, where the package's modules are used: a part each, asked for when it is wanted.
 * The script for a plain page has {@link file://./journey-script.ts} in its place.
 */
import type { Journey } from './domain/journey.js';
import type { Screens } from './views/screens.js';

export const modules: { readonly [Name in Journey]: () => Promise<Screens[Name]> } = {
  paying: () => import('./views/journeys/paying.js'),
  payments: () => import('./views/journeys/payments.js'),
  'bank-accounts': () => import('./views/journeys/bank-accounts.js'),
  'signing-in': () => import('./views/journeys/signing-in.js'),
  receipts: () => import('./views/journeys/receipts.js'),
};
