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
const derive = (key: Uint8Array, purpose: 'seal' | 'sameness' | 'body'): Buffer =>
  Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `aspire-pay ${purpose}`, 32));

/** The account's id is authenticated too: a sealed number moved to another row can't be opened. */
export const sealNumbers = (key: Uint8Array, random: Random, accountId: string, numbers: AccountNumbers): string => {
  const iv = random(ivLength);
  const cipher = createCipheriv('aes-256-gcm', derive(key, 'seal'), iv);
  cipher.setAAD(Buffer.from(accountId, 'utf8'));
  const sealed = Buffer.concat([cipher.update(`${numbers.routingNumber}:${numbers.accountNumber}`, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
};

/** For whoever writes the bank's file. Throws when the text, the key or the id isn't the one it was sealed with. */
export const unsealNumbers = (key: Uint8Array, accountId: string, text: string): AccountNumbers => {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', derive(key, 'seal'), bytes.subarray(0, ivLength), { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(accountId, 'utf8'));
  decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  const open = Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8');
  const [routingNumber = '', accountNumber = ''] = open.split(':');
  return { routingNumber, accountNumber };
};

/** Within one payer: two payers with the same account can't be told to share it. */
export const samenessOf = (key: Uint8Array, payerId: string, { routingNumber, accountNumber }: AccountNumbers): string =>
  createHmac('sha256', derive(key, 'sameness')).update(`${payerId}:${routingNumber}:${accountNumber}`, 'utf8').digest('hex');

/** A body with an account number is remembered by this: a plain hash of so few digits could be guessed. */
export const macOfBody = (key: Uint8Array, canonical: string): string =>
  createHmac('sha256', derive(key, 'body')).update(canonical, 'utf8').digest('hex');
