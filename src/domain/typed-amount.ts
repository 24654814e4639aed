/**
 * Amounts typed by a person, in each locale's way, as integer minor units.
 * Never rounds and never guesses. Knows nothing of what may be paid.
 */
import type { Money } from '../api/index.js';
import { currencyExponent } from './money.js';

export type AmountFault = 'amount-missing' | 'amount-not-a-number' | 'amount-too-precise' | 'amount-not-positive';

export type ParsedAmount = { readonly ok: true; readonly money: Money } | { readonly ok: false; readonly fault: AmountFault };

interface Separators {
  readonly decimal: string;
  readonly group: string;
  /** A whole number with its groups where the locale puts them. */
  readonly grouped: RegExp;
  /** 0 to 9 in the locale's own digits. */
  readonly digits: readonly string[];
}

const separatorsOf = new Map<string, Separators>();

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');

/** Spaces of every kind are one, and so are the two apostrophes; marks of direction say nothing. */
const plainSigns = (text: string): string =>
  text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/’/g, "'");

/** The first of one type; empty where there is none. */
const partOf = (parts: readonly Intl.NumberFormatPart[], type: Intl.NumberFormatPart['type']): string =>
  parts.find((part) => part.type === type)?.value ?? '';

const separators = (locale: string): Separators => {
  const known = separatorsOf.get(locale);
  if (known) return known;
  // With Latin digits: the separators of others are told apart by themselves, see `normalize`.
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(123_456_789.5);
  const decimal = plainSigns(partOf(parts, 'decimal'));
  const group = plainSigns(partOf(parts, 'group'));
  // 12,34,56,789 where groups are of two, 123,456,789 elsewhere.
  const isByHundreds = parts[0]?.value === '12';
  const sign = escape(group);
  const grouped = isByHundreds ? new RegExp(`^\\d{1,2}(?:${sign}\\d{2})*${sign}\\d{3}$`) : new RegExp(`^\\d{1,3}(?:${sign}\\d{3})+$`);
  const single = new Intl.NumberFormat(locale);
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => single.format(digit));
  const found = { decimal, group, grouped, digits };
  separatorsOf.set(locale, found);
  return found;
};

/** Arabic digits are read in every locale: Arabic is written with either kind. */
const arabicDigits = ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'];

const readSign = (sign: string, { decimal, group, digits }: Separators): string => {
  if (sign === '٫') return decimal;
  if (sign === '٬') return group;
  const index = digits.indexOf(sign);
  if (index >= 0) return String(index);
  const arabic = arabicDigits.map((row) => row.indexOf(sign)).find((at) => at >= 0);
  return arabic === undefined ? sign : String(arabic);
};

const normalize = (text: string, signs: Separators): string => Array.from(plainSigns(text), (sign) => readSign(sign, signs)).join('');

/** Takes off the currency's sign or code where it stands before or after the figure. */
const withoutCurrency = (text: string, currency: string, locale: string): string => {
  const signs = (['symbol', 'narrowSymbol', 'code'] as const).map((currencyDisplay) => {
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(0);
    return plainSigns(partOf(parts, 'currency')).toLowerCase();
  });
  const lower = text.toLowerCase();
  for (const sign of signs) {
    if (lower.startsWith(sign)) return text.slice(sign.length).trim();
    if (lower.endsWith(sign)) return text.slice(0, -sign.length).trim();
  }
  return text;
};

/** No amount has more characters; a pasted novel isn't worth reading as a number, and would hold the page up. */
const maxLength = 1_000;

const failed = (fault: AmountFault): ParsedAmount => ({ ok: false, fault });

/** `whole` and `decimals` hold digits only. */
const toMinorUnits = (whole: string, decimals: string, exponent: number, currency: string): ParsedAmount => {
  if (decimals.length > exponent) return failed('amount-too-precise');
  // Exact up to the largest safe integer; what rounds, rounds above it.
  const value = Number(whole + decimals.padEnd(exponent, '0'));
  if (value === 0) return failed('amount-not-positive');
  return Number.isSafeInteger(value) ? { ok: true, money: { value, currency } } : failed('amount-not-a-number');
};

/** The digits before and after the decimal sign; undefined where that isn't how a number is written here. */
const splitNumber = (text: string, { decimal, grouped }: Separators): { whole: string; decimals: string } | undefined => {
  const [whole = '', fraction = '', ...rest] = text.split(decimal);
  const isWhole = /^\d+$/.test(whole) || grouped.test(whole) || (whole === '' && fraction !== '');
  if (rest.length > 0 || !isWhole || !/^\d*$/.test(fraction)) return undefined;
  return { whole: whole.replace(/\D/g, ''), decimals: fraction.replace(/0+$/, '') };
};

/**
 * Reads an amount the way the locale writes it: `1,075.00` in en-US, `1 075,00` in fr-CA.
 * A group sign in a place where no group can be (`12,50` in en-US) is refused rather than guessed at.
 */
export const parseAmount = (text: string, currency: string, locale: string): ParsedAmount => {
  if (text.length > maxLength) return failed('amount-not-a-number');
  const exponent = currencyExponent(currency);
  const signs = separators(locale);
  const typed = normalize(text, signs).trim();
  if (typed === '') return failed('amount-missing');
  if (exponent === undefined) return failed('amount-not-a-number');
  const bare = withoutCurrency(typed, currency, locale);
  if (bare === '') return failed('amount-missing');
  const split = splitNumber(bare, signs);
  if (split) return toMinorUnits(split.whole, split.decimals, exponent, currency);
  return failed(/^[-−]\D*\d/.test(bare) ? 'amount-not-positive' : 'amount-not-a-number');
};
