/**
 * The part of each journey, where the script for a plain page is used: all of them are here already.
 * Takes the place of modules in that script.
 */
import type { Journey } from '../domain/journey.js';
import '../locales/en.js'; // All words side by side compress better.
import * as bankAccounts from './bank-accounts.js';
import type { AllParts } from './parts.js';
import * as paying from './paying.js';
import * as payments from './payments.js';
import * as receipts from './receipts.js';
import * as signingIn from './signing-in.js';

export const here: AllParts = { paying, payments, 'bank-accounts': bankAccounts, 'signing-in': signingIn, receipts };

export const fetchPart = (journey: Journey): Promise<AllParts[Journey]> => Promise.resolve(here[journey]);
