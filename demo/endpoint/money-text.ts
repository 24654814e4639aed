/**
 * Sums and days as a person reads them, for the texts the endpoint writes itself.
 */
import type { Money, PlainDate } from '../../src/api/index.js';

/** A formatter takes far longer to make than to use. Locales come from payers, so that only so many are kept. */
const keptFormats = 100;

const remember = <Format>(make: (locale: string, currency: string) => Format): ((locale: string, currency: string) => Format) => {
  const known = new Map<string, Format>();
  return (locale, currency) => {
    const name = `${locale} ${currency}`;
    const format = known.get(name) ?? make(locale, currency);
    if (known.size >= keptFormats) known.clear();
    known.set(name, format);
    return format;
  };
};

const moneyFormat = remember((locale, currency) => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return { format, exponent: format.resolvedOptions().maximumFractionDigits ?? 0 };
});
const dateFormat = remember((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));

/** The exponent is the currency's; digits are placed as text, never divided. */
export const moneyText = ({ value, currency }: Money, locale: string): string => {
  const { format, exponent } = moneyFormat(locale, currency);
  const digits = String(Math.abs(value)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits.slice(digits.length - exponent);
  const decimal = `${value < 0 ? '-' : ''}${whole}${exponent > 0 ? `.${fraction}` : ''}` as `${number}`;
  return format.format(decimal);
};

export const dateText = (date: PlainDate, locale: string): string => dateFormat(locale, '').format(new Date(`${date}T00:00:00Z`));
