/**
 * Waits for a language where the script for a plain page is used: the page brings each in a script of its own.
 * Takes the place of language-modules in that script.
 */
import type { Language } from '../domain/language.js';
import { findLanguage } from './language-shelf.js';

const pageLoaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true });
  });

/** Resolves when the language is on the shelf; rejects where all scripts of the page have run without it. It is welcome later, too. */
export const fetchLanguage = async (language: Exclude<Language, 'en'>): Promise<void> => {
  await pageLoaded();
  if (!findLanguage(language)) throw new Error(`No script of the page brought ${language}.`);
};
