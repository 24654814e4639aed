/** The modules a browser fetches before anybody has pressed anything: the entry and what it imports by name, not what it asks for later. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const importedBy = (code: string): string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g)].map(([, file]) => file ?? '');

export const listFirst = (folder: string, entry: string): string[] => {
  const found = new Set([entry]);
  for (const file of found) {
    for (const next of importedBy(readFileSync(join(folder, file), 'utf8'))) found.add(next);
  }
  return [...found].map((file) => join(folder, file));
};
