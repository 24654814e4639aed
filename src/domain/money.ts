/**
 * Money as integer minor units: arithmetic, and amounts typed by a person.
 * Never divides and never goes through a float. Knows nothing of how a sum is shown (see format).
 */
import type { Money } from '../api/index.js';

/** Decimal places of a currency: 2 for USD, 0 for JPY, 3 for KWD; undefined for a code nobody knows. */
export const currencyExponent = (currency: string): number | undefined => {
  if (!Intl.supportedValuesOf('currency').includes(currency)) return undefined;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
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

export type AmountFault = 'amount-missing' | 'amount-not-a-number' | 'amount-too-precise' | 'amount-not-positive';

export type ParsedAmount = { readonly ok: true; readonly money: Money } | { readonly ok: false; readonly fault: AmountFault };

interface Separators {
  readonly decimal: string;
  readonly group: string;
  readonly digits: readonly string[];
}

const separatorsOf = new Map<string, Separators>();

const separators = (locale: string): Separators => {
  const known = separatorsOf.get(locale);
  if (known) return known;
  const plain = new Intl.NumberFormat(locale, { useGrouping: true, minimumFractionDigits: 1 });
  const parts = plain.formatToParts(1_234_567.5);
  const text = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const single = new Intl.NumberFormat(locale, { useGrouping: false });
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => single.format(digit));
  const found = { decimal: text('decimal') || '.', group: text('group') || ',', digits };
  separatorsOf.set(locale, found);
  return found;
};

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');

/** Spaces of every kind are one group sign, and so are the two apostrophes; marks of direction say nothing. */
const normalize = (text: string, { digits }: Separators): string => {
  const plain = text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '').replace(/[\s\u00a0\u202f]+/g, ' ').replace(/’/g, "'");
  return Array.from(plain, (sign) => {
    const digit = digits.indexOf(sign);
    return digit < 0 ? sign : String(digit);
  }).join('');
};

/** Takes off the currency's sign or code where it stands before or after the figure. */
const withoutCurrency = (text: string, currency: string, locale: string): string => {
  const signs = (['narrowSymbol', 'symbol', 'code'] as const).map(
    (currencyDisplay) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(0).find((part) => part.type === 'currency')
        ?.value ?? '',
  );
  const bare = text.trim();
  const lower = bare.toLowerCase();
  for (const sign of signs.map((found) => found.toLowerCase()).filter(Boolean)) {
    if (lower.startsWith(sign)) return bare.slice(sign.length).trim();
    if (lower.endsWith(sign)) return bare.slice(0, -sign.length).trim();
  }
  return bare;
};

const groupedBy = (group: string): RegExp => {
  const sign = /\s/.test(group) ? ' ' : group === '’' ? "'" : group;
  return new RegExp(`^(\\d{1,3}(?:${escape(sign)}\\d{3})+|\\d{1,2}(?:${escape(sign)}\\d{2})+${escape(sign)}\\d{3})$`);
};

/**
 * Reads an amount the way the locale writes it: `1,075.00` in en-US, `1 075,00` in fr-CA.
 * A group sign in a place where no group can be (`12,50` in en-US) is refused rather than guessed at.
 */
export const parseAmount = (text: string, currency: string, locale: string): ParsedAmount => {
  const exponent = currencyExponent(currency);
  const signs = separators(locale);
  const bare = withoutCurrency(normalize(text, signs), currency, locale);
  if (bare === '') return { ok: false, fault: 'amount-missing' };
  if (exponent === undefined) return { ok: false, fault: 'amount-not-a-number' };
  const [whole = '', fraction, ...rest] = bare.split(signs.decimal);
  const isWhole = /^\d+$/.test(whole) || groupedBy(signs.group).test(whole) || (whole === '' && fraction !== undefined && fraction !== '');
  if (rest.length > 0 || !isWhole || (fraction !== undefined && !/^\d*$/.test(fraction))) {
    return /^[-−]/.test(bare) ? { ok: false, fault: 'amount-not-positive' } : { ok: false, fault: 'amount-not-a-number' };
  }
  const decimals = (fraction ?? '').replace(/0+$/, '');
  if (decimals.length > exponent) return { ok: false, fault: 'amount-too-precise' };
  const minor = BigInt(whole.replace(/\D/g, '') + decimals.padEnd(exponent, '0') || '0');
  if (minor <= 0n) return { ok: false, fault: 'amount-not-positive' };
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return { ok: false, fault: 'amount-not-a-number' };
  return { ok: true, money: { value: Number(minor), currency } };
};
