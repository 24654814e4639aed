/**
 * What most operations share: their parameters, and the problems that come with a token, a body or a payment.
 * Knows no single path.
 */
import type { ProblemName } from '../problems.js';
import { referParameter } from './parts.js';

export const payer = referParameter('Payer');
export const cursor = referParameter('Cursor');

export const always = ['rate-limited', 'unavailable'] as const satisfies readonly ProblemName[];
export const forSignedIn = ['unauthenticated', 'payer-mismatch', ...always] as const satisfies readonly ProblemName[];
export const forBodies = ['too-large', 'unsupported-media-type', 'invalid'] as const satisfies readonly ProblemName[];
export const forPayments = [
  ...forSignedIn,
  ...forBodies,
  'forbidden',
  'payments-off',
  'contract-changed',
  'account-not-usable',
] as const satisfies readonly ProblemName[];
