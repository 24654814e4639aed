/** Chooses the language for a locale: its own, else English. */
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { Words } from './words.js';

export type { AuthorizationFacts, Words } from './words.js';

const languages: ReadonlyMap<string, Words> = new Map([
  ['ar', ar],
  ['en', en],
  ['es', es],
  ['fr', fr],
]);

export interface Language {
  readonly words: Words;
  /** The locale sums and days are written in: the one asked for, when there are words in it. */
  readonly locale: string;
}

const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

export const languageFor = (tag: string): Language => {
  const words = languages.get(tag.split('-')[0]?.toLowerCase() ?? '');
  return words !== undefined && isLocale(tag) ? { words, locale: tag } : { words: en, locale: 'en-US' };
};
