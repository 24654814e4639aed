/**
 * Money, dates, times and counts as text in one locale, by Intl.
 * Never rounds: a sum goes to Intl as the exact decimal text of its minor units. Knows no words.
 */
import type { Money, PlainDate, Timestamp } from '../api/index.js';
import { directionOf } from './language.js';
import { currencyExponent } from './money.js';

const dateOptions = {
  /** Nov 24, 2025 */
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  /** November 24, 2025 */
  full: { year: 'numeric', month: 'long', day: 'numeric' },
  /** Monday, November 24, 2025 */
  long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  /** Mon, Nov 24 */
  near: { weekday: 'short', month: 'short', day: 'numeric' },
  /** Mon, Nov 24, 2025 */
  weekday: { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof dateOptions;

export interface CurrencySign {
  readonly text: string;
  /** Whether the locale writes it before the figure. */
  readonly isBefore: boolean;
}

export interface Format {
  readonly locale: string;
  /** A currency nobody knows is shown as its code and the bare number, since its decimals aren't known either. */
  readonly money: (money: Money) => string;
  readonly currencySign: (currency: string) => CurrencySign;
  /** A sum without the sign of its currency, as a person may type it. */
  readonly figure: (money: Money) => string;
  readonly date: (date: PlainDate, style: DateStyle) => string;
  /** Time of day in the lender's zone; names the zone where the reader's differs. */
  readonly time: (at: Timestamp, timeZone: string) => string;
  readonly dateTime: (at: Timestamp, timeZone: string) => string;
  /** A wall-clock time such as a cut-off (`16:00`), with the zone in words. */
  readonly clock: (time: string, timeZone: string) => string;
  readonly count: (count: number) => string;
  /** Of so many that are shown, after so many that are not: which the first and the last are, counted from 1. */
  readonly range: (offset: number, shown: number) => readonly [first: string, last: string];
  readonly list: (items: readonly string[]) => string;
  /** A language by its name, such as *American English*; by its tag where it has none here. */
  readonly language: (tag: string) => string;
}

type Digits = { readonly numberingSystem?: 'latn' };

/** The exact decimal text of minor units: 107500 with 2 decimals is `1075.00`. */
const decimalText = (value: number, exponent: number): Intl.StringNumericLiteral => {
  const digits = String(Math.abs(value)).padStart(exponent + 1, '0');
  const split = digits.length - exponent;
  return `${value < 0 ? '-' : ''}${digits.slice(0, split)}.${digits.slice(split)}0` as Intl.StringNumericLiteral;
};

/** An endpoint may name a zone this browser doesn't know; UTC, said so, is then still true. */
const knownZone = (timeZone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
};

/** Made when it is first asked for: the first view needs few of them, and each is costly. */
const once = <Value extends object | string>(make: () => Value): (() => Value) => {
  let made: Value | undefined;
  return () => (made ??= make());
};

const remember = <Value>(make: (key: string) => Value): ((key: string) => Value) => {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
};

/** Among letters that run from the right, a sign such as US$ would be torn apart. */
const keepWhole = (parts: readonly Intl.NumberFormatPart[]): string =>
  parts.map(({ type, value }) => (type === 'currency' ? `\u2068${value}\u2069` : value)).join('');

const createMoney = (
  locale: string,
  digits: Digits,
  count: (value: number) => string,
): Pick<Format, 'money' | 'currencySign' | 'figure'> => {
  const currencies = remember((currency) => {
    const exponent = currencyExponent(currency);
    if (exponent === undefined) return undefined;
    const decimals = { ...digits, minimumFractionDigits: exponent, maximumFractionDigits: exponent };
    const figures = once(() => new Intl.NumberFormat(locale, decimals));
    return { exponent, figures, formatter: new Intl.NumberFormat(locale, { style: 'currency', currency, ...decimals }) };
  });
  const isFromRight = directionOf(locale) === 'rtl';
  return {
    money: ({ value, currency }) => {
      const known = currencies(currency);
      if (!known) return `${currency} ${count(value)}`;
      const text = decimalText(value, known.exponent);
      return isFromRight ? keepWhole(known.formatter.formatToParts(text)) : known.formatter.format(text);
    },
    figure: ({ value, currency }) => {
      const known = currencies(currency);
      return known ? known.figures().format(decimalText(value, known.exponent)) : count(value);
    },
    currencySign: (currency) => {
      const parts = currencies(currency)?.formatter.formatToParts(1) ?? [];
      const at = parts.findIndex(({ type }) => type === 'currency');
      return { text: parts[at]?.value ?? currency, isBefore: at <= parts.findIndex(({ type }) => type === 'integer') };
    },
  };
};

/** What a line must not break between: 16 h 00, 4:00 PM. Engines write these with spaces of several kinds, some of which it may break at. */
const clockParts: readonly unknown[] = ['hour', 'minute', 'dayPeriod'];

type Moments = (at: number) => string;
type MakeMoments = (options: Intl.DateTimeFormatOptions) => Moments;

/** A moment as people write it: the time of day in one piece, and the first of a month by its number in order where the language has it so. */
const createMoments = (locale: string, digits: Digits): MakeMoments => {
  const isFrench = /^fr\b/i.test(locale);
  return (options) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, ...digits });
    return (at) =>
      formatter
        .formatToParts(at)
        .map(({ type, value }, index, parts) => {
          if (isFrench && type === 'day' && value === '1') return '1er';
          const isInside = clockParts.includes(parts[index - 1]?.type) && clockParts.includes(parts[index + 1]?.type);
          return isInside ? value.replace(/\s/g, '\u00a0') : value;
        })
        .join('');
  };
};

const createTimes = (locale: string, make: MakeMoments): Pick<Format, 'time' | 'dateTime' | 'clock'> => {
  const here = once(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const zoned = (options: Intl.DateTimeFormatOptions): ((timeZone: string) => Moments) =>
    remember((name) => {
      const timeZone = knownZone(name);
      return make({ ...options, timeZone, ...(timeZone === here() ? {} : { timeZoneName: 'short' }) });
    });
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  const times = zoned(time);
  const moments = zoned({ ...dateOptions.medium, ...time });
  const clocks = once(() => make({ ...time, timeZone: 'UTC' }));
  const zoneNames = remember((name) => {
    const named = new Intl.DateTimeFormat(locale, { timeZone: knownZone(name), timeZoneName: 'longGeneric' });
    return named.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? name;
  });
  return {
    time: (at, timeZone) => times(timeZone)(Date.parse(at)),
    dateTime: (at, timeZone) => moments(timeZone)(Date.parse(at)),
    clock: (wall, timeZone) => `${clocks()(Date.parse(`1970-01-01T${wall}:00Z`))} ${zoneNames(timeZone)}`,
  };
};

const createLanguages = (locale: string): Format['language'] => {
  const names = once(() => new Intl.DisplayNames(locale, { type: 'language' }));
  return (tag) => {
    try {
      return names().of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
};

/** The digits of contract numbers and bank papers, unless others were asked for: engines differ in what they choose for a language. */
const digitsOf = (locale: string): Digits => (/-u-(?:\w+-)*?nu-/.test(locale) ? {} : { numberingSystem: 'latn' });

/** Formatters are costly to make and are made once a locale. */
export const createFormat = (locale: string): Format => {
  const digits = digitsOf(locale);
  const numbers = once(() => new Intl.NumberFormat(locale, digits));
  const lists = once(() => new Intl.ListFormat(locale));
  const count = (value: number): string => numbers().format(value);
  const moments = createMoments(locale, digits);
  const dates = remember((style) => moments({ ...dateOptions[style as DateStyle], timeZone: 'UTC' }));
  return {
    locale,
    count,
    range: (offset, shown) => [count(offset + 1), count(offset + shown)],
    list: (items) => lists().format(items),
    date: (date, style) => dates(style)(Date.parse(`${date}T00:00:00Z`)),
    language: createLanguages(locale),
    ...createMoney(locale, digits, count),
    ...createTimes(locale, moments),
  };
};
