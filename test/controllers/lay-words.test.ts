/** Words of the page's own, laid over a language: any of them, and never a hole. */
import { describe, expect, it } from 'vitest';
import { layWords } from '../../src/controllers/lay-words.js';
import { en, type Messages } from '../../src/locales/en.js';

describe('words laid over a language', () => {
  it('replace what they name and leave the rest', () => {
    const words = layWords(en, { line: { pay: 'Pay this lease' }, contracts: { range: (from, to) => `${from}–${to}` } });
    expect(words.line.pay).toBe('Pay this lease');
    expect(words.contracts.range('1', '20', '90')).toBe('1–20');
    expect({ ...words, line: en.line, contracts: en.contracts }).toEqual(en);
    expect({ ...words.line, pay: en.line.pay }).toEqual(en.line);
  });

  it('may name more than an open vocabulary does', () => {
    expect(layWords(en, { charges: { gps_fee: 'GPS tracking' } }).charges).toEqual({ ...en.charges, gps_fee: 'GPS tracking' });
  });

  it('are the language itself where there are none', () => {
    expect(layWords(en, undefined)).toBe(en);
    expect(layWords(en, {})).toEqual(en);
  });

  it('leave no hole where they are of the wrong kind, as a page without types may send them', () => {
    const wrong = { refresh: undefined, asOf: 'Now', line: 'Line', form: { title: 7, review: null }, charges: { odd: 3 }, views: [] };
    const words = layWords(en, wrong as unknown as Messages);
    expect({ ...words, charges: en.charges }).toEqual(en);
    expect(words.charges['odd']).toBeUndefined();
  });

  it('never reach what all objects share', () => {
    const words = layWords(en, JSON.parse('{"__proto__": {"polluted": "yes"}, "line": {"__proto__": {"pay": "no"}}}') as Messages);
    expect(words.line.pay).toBe(en.line.pay);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
