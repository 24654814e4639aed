/**
 * Strict JSON: what JSON.parse would settle in silence is refused, and the same values have one hash.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, parseJson } from '../../../demo/endpoint/json.js';

const faultOf = (text: string): string => {
  const parsed = parseJson(text);
  return parsed.ok ? 'none' : parsed.fault;
};

describe('strict JSON', () => {
  it.each([
    ['{"a":1,"a":1}', 'duplicate-name'],
    ['{"a":1,"\\u0061":2}', 'duplicate-name'],
    ['{"b":[{"a":1,"c":{"a":1},"a":3}]}', 'duplicate-name'],
    ['{"__proto__":1,"__proto__":2}', 'duplicate-name'],
    ['[{"a":1},{"a":2}]', 'none'],
    ['{"a":{"a":{"a":1}}}', 'none'],
    ['{"a":"b\\":\\"a","b":"{","c":"}"}', 'none'],
    ['{"a":"a","b":"a"}', 'none'],
    ['["a","a"]', 'none'],
    ['1.0', 'none'],
    ['1e5', 'none'],
    ['-0.5', 'none'],
    ['1.0000000000000000001', 'inexact-number'],
    ['[9007199254740991.4]', 'inexact-number'],
    ['{"a":', 'malformed'],
    ['', 'malformed'],
    ["{'a':1}", 'malformed'],
    ['['.repeat(33) + ']'.repeat(33), 'too-deep'],
    ['['.repeat(32) + ']'.repeat(32), 'none'],
  ])('%s: %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('reads whatever JSON writes, and writes it in one form whatever the order of names', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
        expect(parseJson(JSON.stringify(value, null, 2))).toEqual(parseJson(text));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });

  it('never throws, whatever the text, its length and its depth', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseJson(text).ok).toBe('boolean');
      }),
    );
    const long = ['"'.repeat(65_000), '{"a":"' + '\\'.repeat(60_000), '['.repeat(65_000), '1'.repeat(65_000)];
    // How large a number may be is for the schemas.
    expect(long.map((text) => parseJson(text).ok)).toEqual([false, false, false, true]);
  });

  it('gives other values another form', () => {
    expect(canonicalJson({ b: 1, a: [1, { d: null, c: 'x' }] })).toBe('{"a":[1,{"c":"x","d":null}],"b":1}');
    expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }));
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
  });
});
