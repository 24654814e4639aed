/**
 * Lays words over words: a language's over English, the page's own over the language's. What isn't said stays as it was,
 * so that words from another version of the package, or with a mistake in them, never leave a hole.
 */
import type { Messages, Words } from '../locales/en.js';

type Table = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null;

const choose = (own: unknown, other: unknown): unknown => {
  if (isTable(own)) return isTable(other) ? lay(own, other) : own;
  // Words of an open vocabulary may be more than ours.
  return typeof other === (own === undefined ? 'string' : typeof own) ? other : own;
};

const valueOf = (table: Table, name: string): unknown => (Object.hasOwn(table, name) ? table[name] : undefined);

const lay = (base: Table, over: Table): Table => {
  const names = [...new Set([...Object.keys(base), ...Object.keys(over)])];
  return Object.fromEntries(names.map((name) => [name, choose(valueOf(base, name), valueOf(over, name))]));
};

export const layWords = (base: Words, over: Messages | undefined): Words => (over ? (lay(base, over) as Words) : base);
