/**
 * Money as integer minor units: currencies and arithmetic.
 * Never divides and never goes through a float. Knows nothing of how a sum is shown (see format) or typed (see typed-amount).
 */
import type { Money } from '../api/index.js';

/**
 * Where ISO 4217 has other than two decimals. Engines aren't asked: they disagree with it and with each other
 * (some give Hungary and Colombia none), and an amount would be wrong by a hundred.
 */
const exponents: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

/** Known everywhere, and what nearly every lender here writes in: no engine is asked for its list. */
const usual: readonly string[] = ['USD', 'CAD'];

let knownCurrencies: ReadonlySet<string> | undefined;

/** Decimal places of a currency: 2 for USD, 0 for JPY, 3 for KWD; undefined for a code nobody knows. */
export const currencyExponent = (currency: string): number | undefined => {
  if (usual.includes(currency)) return 2;
  knownCurrencies ??= new Set(Intl.supportedValuesOf('currency'));
  if (!knownCurrencies.has(currency)) return undefined;
  const listed = Object.entries(exponents).find(([, codes]) => codes.includes(currency));
  return listed ? Number(listed[0]) : 2;
};

export const isKnownCurrency = (currency: string): boolean => currencyExponent(currency) !== undefined;

const assertSame = (a: Money, b: Money): void => {
  if (a.currency !== b.currency) throw new RangeError(`Sums of ${a.currency} and ${b.currency} don't mix`);
};

export const add = (a: Money, b: Money): Money => {
  assertSame(a, b);
  return { value: a.value + b.value, currency: a.currency };
};

export const subtract = (a: Money, b: Money): Money => {
  assertSame(a, b);
  return { value: a.value - b.value, currency: a.currency };
};

/** Negative, zero or positive, as sorting wants it. */
export const compare = (a: Money, b: Money): number => {
  assertSame(a, b);
  return a.value - b.value;
};

export const isPositive = (money: Money): boolean => money.value > 0;

export const zero = (currency: string): Money => ({ value: 0, currency });

/** Not below zero: what is left after more has been paid than is due. */
export const atLeastZero = (money: Money): Money => (money.value > 0 ? money : zero(money.currency));
