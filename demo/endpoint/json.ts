/**
 * Strict JSON: refuses what JSON.parse would settle in silence, a name that stands twice, a number that can't be kept exactly, a bomb of
 * nested brackets; and writes a value in one canonical form, so that the same values have the same hash.
 */
import { createHash } from 'node:crypto';

const maxDepth = 32;

export type JsonFault = 'malformed' | 'duplicate-name' | 'too-deep' | 'inexact-number';

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault };

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gu;

/** `1.0` is the integer 1; `1.0000000000000000001` only rounds to it. */
const isInexact = (literal: string): boolean => /^-?\d+\.\d*[1-9]/.test(literal) && Number.isInteger(Number(literal)) && !/e/i.test(literal);

/** Null for an array, the names seen so far for an object. */
type Level = Set<string> | null;

/** Looks through well-formed JSON only: the grammar has been checked before. */
const findFault = (text: string): JsonFault | undefined => {
  const levels: Level[] = [];
  let lastString: string | undefined;
  for (const [part] of text.matchAll(token)) {
    if (part === '{' || part === '[') {
      levels.push(part === '{' ? new Set() : null);
      if (levels.length > maxDepth) return 'too-deep';
    } else if (part === '}' || part === ']') {
      levels.pop();
    } else if (part === ':') {
      const names = levels.at(-1);
      const name: unknown = JSON.parse(lastString ?? '""');
      if (!names || typeof name !== 'string' || names.has(name)) return 'duplicate-name';
      names.add(name);
    } else if (part.startsWith('"')) {
      lastString = part;
    } else if (isInexact(part)) {
      return 'inexact-number';
    }
  }
  return undefined;
};

export const parseJson = (text: string): ParsedJson => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'malformed' };
  }
  const fault = findFault(text);
  return fault === undefined ? { ok: true, value } : { ok: false, fault };
};

/** One text for the same values: names sorted, no white space. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, content]) => `${JSON.stringify(name)}:${canonicalJson(content)}`).join(',')}}`;
};

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
