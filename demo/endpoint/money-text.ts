/**
 * Sums and days as a person reads them, for the texts the endpoint writes itself.
 */
import type { Money, PlainDate } from '../../src/api/index.js';

/** The exponent is the currency's; digits are placed as text, never divided. */
export const moneyText = ({ value, currency }: Money, locale: string): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const exponent = format.resolvedOptions().maximumFractionDigits ?? 0;
  const digits = String(Math.abs(value)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits.slice(digits.length - exponent);
  const decimal = `${value < 0 ? '-' : ''}${whole}${exponent > 0 ? `.${fraction}` : ''}` as `${number}`;
  return format.format(decimal);
};

export const dateText = (date: PlainDate, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
