/**
 * Sums, days and times for the texts the endpoint writes itself, as the payer's page writes them.
 */
import type { Money, PlainDate } from '../../src/api/index.js';
import { createFormat, type Format } from '../../src/domain/format.js';

/** Formatters take far longer to make than to use. Locales come from payers, so that only so many are kept. */
const keptFormats = 100;
const known = new Map<string, Format>();

const formatOf = (locale: string): Format => {
  const format = known.get(locale) ?? createFormat(locale);
  if (known.size >= keptFormats) known.clear();
  known.set(locale, format);
  return format;
};

export const moneyText = (money: Money, locale: string): string => formatOf(locale).money(money);

export const dateText = (date: PlainDate, locale: string): string => formatOf(locale).date(date, 'full');

export const countText = (count: number, locale: string): string => formatOf(locale).count(count);

/** The time by a clock in the zone, and whose clock it is: “4:00 PM Central Time”. */
export const clockText = (time: string, timeZone: string, locale: string): string => formatOf(locale).clock(time, timeZone);
