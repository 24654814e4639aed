/**
 * Ids, versions and references from injected randomness.
 */
import type { Random } from './deps.js';

const randomText = (random: Random, bytes: number): string => Buffer.from(random(bytes)).toString('base64url');

/** `pay_…`, `acct_…`: the prefix helps whoever reads a log. */
export const newId = (random: Random, prefix: 'acct' | 'batch' | 'code' | 'eft' | 'pay' | 'person'): string =>
  `${prefix}_${randomText(random, 15)}`;

/** Random, not counted: it never returns to an earlier value, not even after the data is loaded anew. */
export const newVersion = (random: Random): string => randomText(random, 12);

/** A bearer token: 256 bits, so that nobody guesses one. */
export const newToken = (random: Random): string => randomText(random, 32);

/** No vowels and no digits: no words by accident, nothing that could be taken for part of an account number. */
const referenceLetters = 'BCDFGHJKLMNPQRSTVWXZ';

/** What a payer reads out on the telephone, such as `AP-KQXR-MWTB-CDFG`. */
export const newReference = (random: Random): string => {
  const letters = Array.from(random(24), (byte) => (byte < 240 ? (referenceLetters[byte % 20] ?? '') : '')).join('');
  const padded = letters.padEnd(12, 'Z');
  return `AP-${padded.slice(0, 4)}-${padded.slice(4, 8)}-${padded.slice(8, 12)}`;
};
