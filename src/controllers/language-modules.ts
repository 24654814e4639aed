/**
 * Fetches a language where the package's modules are used: a module each, asked for when an element first speaks it.
 * The script for a plain page has {@link file://./language-scripts.ts} in its place, or it would hold every language.
 */
import type { Language } from '../domain/language.js';
import type { Messages } from '../locales/en.js';
import { addLanguage } from './language-shelf.js';

type Module = Promise<{ readonly default: Messages }>;

const modules: Readonly<Record<Exclude<Language, 'en'>, () => Module>> = {
  'en-CA': () => import('../locales/en-CA.js'),
  'fr-CA': () => import('../locales/fr-CA.js'),
  'es-US': () => import('../locales/es-US.js'),
  ar: () => import('../locales/ar.js'),
};

/** Resolves when the language is on the shelf; rejects where it can't be had. */
export const fetchLanguage = async (language: Exclude<Language, 'en'>): Promise<void> => {
  const { default: words } = await modules[language]();
  addLanguage(language, words);
};
