/**
 * Six-digit codes: made, and compared as HMACs. A code is in memory until its mail is handed over, and nowhere after.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../deps.js';

export const mostTries = 5;
export const codeMs = 5 * 60_000;

const codes = 1_000_000;
/** The largest multiple of a million in four bytes: drawn from above it, some codes would come more often. */
const evenBelow = Math.floor(2 ** 32 / codes) * codes;

export const newCode = (random: Random): string => {
  for (;;) {
    const drawn = Buffer.from(random(4)).readUInt32BE();
    if (drawn < evenBelow) return String(drawn % codes).padStart(6, '0');
  }
};

/** Each its own, so that what is typed says which one is meant. */
export const newCodes = (random: Random, count: number): string[] => {
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(newCode(random));
  return [...drawn];
};

/** A plain hash of six digits could be guessed. The request's id is in it: a code opens one request only. */
export const macOfCode = (key: Uint8Array, requestId: string, code: string): string =>
  createHmac('sha256', key).update(`sign-in-code\0${requestId}\0${code}`, 'utf8').digest('base64url');

const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Looks at every one, whichever fits. */
export const findByMac = <Offer extends { readonly mac: string }>(offers: readonly Offer[], mac: string): Offer | undefined =>
  offers.reduce<Offer | undefined>((found, offer) => (isSame(offer.mac, mac) ? offer : found), undefined);
