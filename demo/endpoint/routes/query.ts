/**
 * Query parameters of lists. A value that makes no sense is refused at its name; a limit that is too large is lowered.
 */
import type { Context } from 'hono';
import { invalid } from '../problems.js';

const refuse = (name: string, code: string, detail: string) => invalid([{ pointer: `?${name}`, code, detail }]);

export const readLimit = (c: Context, { usual, most }: { readonly usual: number; readonly most: number }): number => {
  const text = c.req.query('limit');
  if (text === undefined) return usual;
  if (!/^\d{1,15}$/.test(text) || Number(text) < 1) throw refuse('limit', 'invalid', 'A limit is a whole number from 1.');
  return Math.min(Number(text), most);
};

export const readChoice = <Choice extends string>(c: Context, name: string, choices: readonly Choice[], usual: Choice): Choice => {
  const text = c.req.query(name);
  if (text === undefined) return usual;
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) throw refuse(name, 'unknown-value', `One of ${choices.join(', ')} is allowed here.`);
  return choice;
};

/** Undefined when nothing is searched for. */
export const readSearch = (c: Context): string | undefined => {
  const text = c.req.query('q')?.trim() ?? '';
  if (text.length > 100) throw refuse('q', 'too-long', 'Search for up to 100 characters.');
  // PostgreSQL keeps no NUL, so nothing can match it.
  if (text.includes('\0')) throw refuse('q', 'invalid', 'Search for letters and digits.');
  return text === '' ? undefined : text;
};
