/** How long an endpoint asks to be left alone, whatever the payer's clock says. */
import { describe, expect, it } from 'vitest';
import { readRetryAfter } from '../../src/client/retry-after.js';

const now = Date.parse('2026-11-18T15:00:00Z');
const read = (headers: Record<string, string>): number | undefined => readRetryAfter(new Headers(headers), now);

describe('Retry-After', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['no time at all', '0', 0],
    ['more than a minute', '61', 60_000],
    ['a date', 'Wed, 18 Nov 2026 15:00:20 GMT', 20_000],
    ['a date that begins with its day', '18 Nov 2026 15:00:20 GMT', 20_000],
    ['a date that has passed', 'Wed, 18 Nov 2026 14:59:00 GMT', 0],
    ['a date of tomorrow', 'Thu, 19 Nov 2026 15:00:00 GMT', 60_000],
    ['words', 'soon', undefined],
    ['words that end in a number', 'not before 99999999', undefined],
  ])('says %s', (_name, text, ms) => {
    expect(read({ 'retry-after': text })).toBe(ms);
  });

  it('is not there', () => {
    expect(read({})).toBeUndefined();
  });

  it('is measured against the answer’s own date, where it has one', () => {
    const until = 'Tue, 17 Nov 2026 09:00:20 GMT';
    expect(read({ 'retry-after': until, date: 'Tue, 17 Nov 2026 09:00:00 GMT' })).toBe(20_000);
    expect(read({ 'retry-after': until, date: 'yesterday' })).toBe(0);
  });
});
