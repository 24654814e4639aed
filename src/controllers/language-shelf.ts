/**
 * Words of languages that are on the page: put here by the package's modules or by a language's own script, which may come before or
 * after the element's. One for the page, whatever brought it. Holds words alone; which of them an element speaks is the element's.
 */
import type { Messages } from '../locales/en.js';

interface Shelf {
  readonly words: Map<string, Messages>;
  readonly watchers: Set<() => void>;
}

const place = Symbol.for('aspire-pay.languages');

const shelf = (): Shelf => {
  const page = globalThis as { [place]?: Shelf };
  const known = page[place];
  if (known) return known;
  const made: Shelf = { words: new Map(), watchers: new Set() };
  page[place] = made;
  return made;
};

export const findLanguage = (language: string): Messages | undefined => shelf().words.get(language);

export const addLanguage = (language: string, words: Messages): void => {
  const { watchers } = shelf();
  shelf().words.set(language, words);
  for (const tell of [...watchers]) tell();
};

/** Calls back whenever a language has come; returns the way to stop. */
export const watchLanguages = (tell: () => void): (() => void) => {
  const { watchers } = shelf();
  watchers.add(tell);
  return () => watchers.delete(tell);
};
