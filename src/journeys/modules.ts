/**
 * The part of each journey, where the package's modules are used: a module each, asked for when it is wanted.
 * The script for a plain page has {@link file://./script.ts} in its place.
 */
import type { Journey } from '../domain/journey.js';
import type { AllParts, Parts } from './parts.js';

/** What is there from the start. */
export const here: Parts = {};

const modules: { readonly [Name in Journey]: () => Promise<AllParts[Name]> } = {
  paying: () => import('./paying.js'),
  payments: () => import('./payments.js'),
  'bank-accounts': () => import('./bank-accounts.js'),
  'signing-in': () => import('./signing-in.js'),
  receipts: () => import('./receipts.js'),
};

export const fetchPart = (journey: Journey): Promise<AllParts[Journey]> => modules[journey]();
