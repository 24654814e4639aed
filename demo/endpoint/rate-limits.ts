/**
 * How often the same payer, and the same address, may ask for what costs something. Counted in the database, so that several processes
 * keep one limit. Of what is asked it knows no more than a payment's key.
 */
import { createHmac } from 'node:crypto';
import type { EndpointDeps } from './deps.js';
import { ProblemError } from './problems.js';
import { findKey } from './store/payment-keys.js';
import type { KeyScope } from './store/payments.js';
import { countRequests, countUnlessKnown, type CountedWindow } from './store/rate-windows.js';

/** `most` requests in a window that begins with the first of them. Around a window's end twice as many may come together. */
export interface RateLimit {
  readonly most: number;
  readonly seconds: number;
}

/** Generous: many clerks pay from one address, and one clerk may pay a hundred contracts one by one. */
export const usualRateLimits = {
  'payments-by-payer': { most: 120, seconds: 600 },
  'payments-by-address': { most: 600, seconds: 600 },
  'previews-by-payer': { most: 300, seconds: 600 },
  'previews-by-address': { most: 1_500, seconds: 600 },
  'bank-accounts-by-payer': { most: 30, seconds: 3_600 },
  'bank-accounts-by-address': { most: 120, seconds: 3_600 },
  /** Per e-mail and contract, or per e-mail where somebody signs in. */
  'codes-by-person': { most: 10, seconds: 3_600 },
  'codes-by-address': { most: 60, seconds: 3_600 },
  'code-tries-by-address': { most: 100, seconds: 600 },
} as const satisfies Record<string, RateLimit>;

export type RateName = keyof typeof usualRateLimits;
export type RateLimits = Readonly<Record<RateName, RateLimit>>;

/** Every limit, `factor` times as high. */
export const scaleRateLimits = (limits: RateLimits, factor: number): RateLimits => {
  const scale = ({ most, seconds }: RateLimit): RateLimit => ({ most: most * factor, seconds });
  return {
    'payments-by-payer': scale(limits['payments-by-payer']),
    'payments-by-address': scale(limits['payments-by-address']),
    'previews-by-payer': scale(limits['previews-by-payer']),
    'previews-by-address': scale(limits['previews-by-address']),
    'bank-accounts-by-payer': scale(limits['bank-accounts-by-payer']),
    'bank-accounts-by-address': scale(limits['bank-accounts-by-address']),
    'codes-by-person': scale(limits['codes-by-person']),
    'codes-by-address': scale(limits['codes-by-address']),
    'code-tries-by-address': scale(limits['code-tries-by-address']),
  };
};

export interface RateClaim {
  readonly name: RateName;
  /** A payer, an address: undefined where it isn't known, which is then not limited. */
  readonly subject: string | undefined;
}

type LimiterDeps = Pick<EndpointDeps, 'store' | 'now' | 'authorizationKey' | 'rateLimits'>;

/** Addresses are personal: the table holds what tells two of them apart, and neither of them. */
const blind = (key: Uint8Array, { name, subject }: RateClaim): string =>
  createHmac('sha256', key).update(`rate-limit\0${name}\0${subject}`, 'utf8').digest('base64url');

const secondsUntil = (window: CountedWindow, now: number): number => Math.max(1, Math.ceil((window.endsAt - now) / 1_000));

const countedOf = (deps: LimiterDeps, claims: readonly RateClaim[]) => {
  const limits = deps.rateLimits ?? usualRateLimits;
  if (limits === 'none') return { limits: usualRateLimits, requests: [] };
  const requests = claims
    .filter(({ subject }) => subject !== undefined)
    .map((claim) => ({
      name: claim.name,
      subject: blind(deps.authorizationKey, claim),
      windowMs: limits[claim.name].seconds * 1_000,
    }));
  return { limits, requests };
};

const excessOf = (limits: RateLimits, claims: readonly RateClaim[], windows: readonly CountedWindow[], now: number) => {
  const waits = windows
    .filter((window) => claims.some(({ name }) => name === window.name && window.count > limits[name].most))
    .map((window) => secondsUntil(window, now));
  if (waits.length === 0) return undefined;
  return new ProblemError('rate-limited', 'Too many requests. Try again a little later.', { retryAfterSeconds: Math.max(...waits) });
};

/** What a payment's count says: its key is known, or it is one too many, or neither. */
export interface PaymentCount {
  readonly isKnown: boolean;
  readonly excess?: ProblemError | undefined;
}

/** Counts a payment whose key is not known, and looks for its key where nothing is counted. */
export const countPayment = async (deps: LimiterDeps, scope: KeyScope, claims: readonly RateClaim[]): Promise<PaymentCount> => {
  const { limits, requests } = countedOf(deps, claims);
  if (requests.length === 0) return { isKnown: (await findKey(deps.store.db, scope)) !== undefined };
  const now = deps.now().getTime();
  const windows = await countUnlessKnown(deps.store, requests, { now, scope });
  return windows === undefined ? { isKnown: true } : { isKnown: false, excess: excessOf(limits, claims, windows, now) };
};

/** Counts the request; throws 429 `rate-limited` with `Retry-After` where it is one too many of any kind. */
export const requireRate = async (deps: LimiterDeps, claims: readonly RateClaim[]): Promise<void> => {
  const { limits, requests } = countedOf(deps, claims);
  if (requests.length === 0) return;
  const now = deps.now().getTime();
  const excess = excessOf(limits, claims, await countRequests(deps.store, requests, now), now);
  if (excess !== undefined) throw excess;
};
