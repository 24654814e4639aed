/**
 * Messages as data: every leaf of a language by its path, and what it says for given values. For tests over all languages.
 * Must not know what any of them says.
 */
import type { Words } from '../../src/locales/en.js';

type Say = (...values: never[]) => unknown;
export type Leaf = string | Say;

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Every message by its path, such as `line.pay`. */
export const leavesOf = (words: Words | Readonly<Record<string, unknown>>, path = ''): ReadonlyMap<string, Leaf> => {
  const found = new Map<string, Leaf>();
  for (const [name, value] of Object.entries(words)) {
    const here = path === '' ? name : `${path}.${name}`;
    if (isTable(value)) for (const [below, leaf] of leavesOf(value, here)) found.set(below, leaf);
    else found.set(here, value as Leaf);
  }
  return found;
};

/** Values by their place; the first may be counted by, and each can be told from the others wherever it stands. */
export const markers = (count: number): readonly string[] => [1, 2, 3, 4].map((place) => String(place * 10_000 + count));

const faultValues = (count: number) => ({
  limit: `${70_000 + count}`,
  nextDate: `${71_000 + count}`,
  digits: count,
  shown: `${72_000 + count}`,
  example: `${73_000 + count}`,
});

const isFault = (path: string): boolean => path.startsWith('fieldFaults.');

/** What values were given to a message, as they would stand in it. */
export const valuesGiven = (path: string, count: number): readonly string[] =>
  isFault(path) ? Object.values(faultValues(count)).map(String) : markers(count);

/** What a message says; a sentence around names is one text. Marks of direction say nothing. */
export const sayLeaf = (path: string, leaf: Leaf, count: number): string => {
  if (typeof leaf === 'string') return leaf;
  const values = isFault(path) ? [faultValues(count)] : markers(count);
  const said = leaf(...(values as never[]));
  return (Array.isArray(said) ? said.join('') : String(said)).replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '');
};
