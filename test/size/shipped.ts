/**
 * What a build has for browsers: the one script; and the modules fetched before anybody has pressed anything, which are the entry and what it
 * imports by name, not what it asks for later.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const importedBy = (code: string): string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g)].map(([, file]) => file ?? '');

/** Every journey in it, in English. */
export const wholeScript = 'dist/aspire-pay.iife.js';

const folder = 'dist/modules';

/** Until the contracts are on screen. */
export const listFirstView = (): string[] => {
  const found = new Set(['aspire-pay.js']);
  for (const file of found) {
    for (const next of importedBy(readFileSync(join(folder, file), 'utf8'))) found.add(next);
  }
  return [...found].map((file) => join(folder, file));
};
