/**
 * Sums, days and times as a person reads them, for the texts the endpoint writes itself.
 */
import type { Money, PlainDate } from '../../src/api/index.js';
import { currencyExponent } from '../../src/domain/money.js';

/** A formatter takes far longer to make than to use. Locales come from payers, so that only so many are kept. */
const keptFormats = 100;

const remember = <Format>(make: (locale: string, other: string) => Format): ((locale: string, other: string) => Format) => {
  const known = new Map<string, Format>();
  return (locale, other) => {
    const name = `${locale} ${other}`;
    const format = known.get(name) ?? make(locale, other);
    if (known.size >= keptFormats) known.clear();
    known.set(name, format);
    return format;
  };
};

/** The decimals are those of the API: the engine's own are others for some currencies, and the sum would be wrong by a hundred. */
const moneyFormat = remember((locale, currency) => {
  const exponent = currencyExponent(currency);
  if (exponent === undefined) return undefined;
  const decimals = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  return { format: new Intl.NumberFormat(locale, { style: 'currency', currency, ...decimals }), exponent };
});
const dateFormat = remember((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
const countFormat = remember((locale) => new Intl.NumberFormat(locale));
const clockFormat = remember(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone, timeZoneName: 'longGeneric' }),
);

/** The exponent is the currency's; digits are placed as text, never divided. Of a currency nobody knows the decimals aren't known either. */
export const moneyText = ({ value, currency }: Money, locale: string): string => {
  const known = moneyFormat(locale, currency);
  if (known === undefined) return `${currency} ${countText(value, locale)}`;
  const { format, exponent } = known;
  const digits = String(Math.abs(value)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits.slice(digits.length - exponent);
  const decimal = `${value < 0 ? '-' : ''}${whole}${exponent > 0 ? `.${fraction}` : ''}` as `${number}`;
  return format.format(decimal);
};

export const dateText = (date: PlainDate, locale: string): string => dateFormat(locale, '').format(new Date(`${date}T00:00:00Z`));

export const countText = (count: number, locale: string): string => countFormat(locale, '').format(count);

/** The time by a clock in the zone, and whose clock it is: “4:00 PM Central Time”. */
export const clockText = (instant: Date, timeZone: string, locale: string): string => clockFormat(locale, timeZone).format(instant);
