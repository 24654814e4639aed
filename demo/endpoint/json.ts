/**
 * Strict JSON: refuses what JSON.parse would settle in silence, a name that stands twice, a number that can't be kept exactly, a bomb of
 * nested brackets; and writes a value in one canonical form, so that the same values have the same hash.
 */
import { hash } from 'node:crypto';

const maxDepth = 32;

export type JsonFault = 'malformed' | 'duplicate-name' | 'too-deep' | 'inexact-number';

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault };

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gu;

/** `1.0` is the integer 1; `1.0000000000000000001` only rounds to it. */
const isInexact = (literal: string): boolean =>
  /^-?\d+\.\d*[1-9]/.test(literal) && Number.isInteger(Number(literal)) && !/e/i.test(literal);

/** Follows well-formed JSON token by token: the grammar has been checked before. */
class Follower {
  /** Null for an array, the names seen so far for an object. */
  readonly #levels: (Set<string> | null)[] = [];
  #lastString = '""';

  /** What this token shows to be wrong. */
  take(part: string): JsonFault | undefined {
    switch (part[0]) {
      case '{':
      case '[':
        return this.#open(part === '{');
      case '}':
      case ']':
        this.#levels.pop();
        return undefined;
      case '"':
        this.#lastString = part;
        return undefined;
      case ':':
        return this.#name();
      default:
        return isInexact(part) ? 'inexact-number' : undefined;
    }
  }

  #open(isObject: boolean): JsonFault | undefined {
    this.#levels.push(isObject ? new Set() : null);
    return this.#levels.length > maxDepth ? 'too-deep' : undefined;
  }

  /** The string before a colon, with its escapes resolved: `"a"` and `"\u0061"` are one name. */
  #name(): JsonFault | undefined {
    const name = String(JSON.parse(this.#lastString));
    const names = this.#levels.at(-1);
    if (names?.has(name) === true) return 'duplicate-name';
    names?.add(name);
    return undefined;
  }
}

const findFault = (text: string): JsonFault | undefined => {
  const follower = new Follower();
  for (const [part] of text.matchAll(token)) {
    const fault = follower.take(part);
    if (fault !== undefined) return fault;
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
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, content]) => `${JSON.stringify(name)}:${canonicalJson(content)}`).join(',')}}`;
};

export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');
