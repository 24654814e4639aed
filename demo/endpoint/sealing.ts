/**
 * Account numbers at rest: sealed with AES-256-GCM, and compared by an HMAC that says only "the same".
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Random } from './deps.js';

const ivLength = 12;
const tagLength = 16;

export interface AccountNumbers {
  readonly routingNumber: string;
  readonly accountNumber: string;
}

/** One secret, one purpose each. */
const derive = (key: Uint8Array, purpose: 'seal' | 'sameness' | 'body' | 'check'): Buffer =>
  Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `aspire-pay ${purpose}`, 32));

/** The account's id is authenticated too: a sealed number moved to another row can't be opened. */
export const sealNumbers = (key: Uint8Array, random: Random, accountId: string, numbers: AccountNumbers): string => {
  const iv = random(ivLength);
  const cipher = createCipheriv('aes-256-gcm', derive(key, 'seal'), iv);
  cipher.setAAD(Buffer.from(accountId, 'utf8'));
  const sealed = Buffer.concat([cipher.update(`${numbers.routingNumber}:${numbers.accountNumber}`, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
};

/** Nothing of what was sealed, and nothing of the key, is in its message. */
export class UnsealError extends Error {
  constructor(accountId: string) {
    super(`The numbers of account ${accountId} can't be opened: another key sealed them, or they were changed or moved`);
    this.name = 'UnsealError';
  }
}

const open = (key: Uint8Array, accountId: string, bytes: Buffer): string => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', derive(key, 'seal'), bytes.subarray(0, ivLength), { authTagLength: tagLength });
    decipher.setAAD(Buffer.from(accountId, 'utf8'));
    decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8');
  } catch {
    throw new UnsealError(accountId);
  }
};

/** For whoever writes the bank's file. Throws {@link UnsealError} when the text, the key or the id isn't the one it was sealed with. */
export const unsealNumbers = (key: Uint8Array, accountId: string, text: string): AccountNumbers => {
  const [routingNumber = '', accountNumber = ''] = open(key, accountId, Buffer.from(text, 'base64')).split(':');
  return { routingNumber, accountNumber };
};

/** Within one payer: two payers with the same account can't be told to share it. */
export const samenessOf = (key: Uint8Array, payerId: string, { routingNumber, accountNumber }: AccountNumbers): string =>
  createHmac('sha256', derive(key, 'sameness')).update(`${payerId}:${routingNumber}:${accountNumber}`, 'utf8').digest('hex');

/** A body with an account number is remembered by this: a plain hash of so few digits could be guessed. */
export const macOfBody = (key: Uint8Array, canonical: string): string =>
  createHmac('sha256', derive(key, 'body')).update(canonical, 'utf8').digest('hex');

/** What this key makes of a fixed text: kept beside what it sealed, it tells another key before that seals anything. */
export const checkOfKey = (key: Uint8Array): string => createHmac('sha256', derive(key, 'check')).update('sealing key').digest('hex');
