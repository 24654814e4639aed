/**
 * How what somebody types is compared with what is on file: e-mail lists, postal codes, contract numbers. Pure; knows no table.
 */

/** A back office keeps several addresses in one field, by comma or semicolon. */
export const splitEmails = (list: string): string[] =>
  list
    .split(/[,;]/)
    .map((email) => email.trim())
    .filter((email) => email !== '');

/** Addresses that differ in case alone are one. */
export const emailKey = (email: string): string => email.trim().normalize('NFC').toLowerCase();

export const contractNumberKey = (number: string): string => number.trim().toLowerCase();

/** How much of a postal code counts: ZIP+4 is often missing, and Canada's six are all there are. */
const postalLength: Readonly<Record<string, number>> = { US: 5, CA: 6 };

/** Letters and digits alone, cut to what counts in the country; empty where nothing is left to compare. */
export const postalKey = (code: string, country: string): string =>
  code
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
    .slice(0, postalLength[country] ?? Number.MAX_SAFE_INTEGER);

export const isSamePostalCode = (typed: string, onFile: string | null, country: string): boolean => {
  const known = postalKey(onFile ?? '', country);
  return known !== '' && postalKey(typed, country) === known;
};
