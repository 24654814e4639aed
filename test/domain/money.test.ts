/** Currencies and sums of them, in whole minor units. */
import { describe, expect, it } from 'vitest';
import { add, atLeastZero, compare, currencyExponent, isKnownCurrency, subtract, zero } from '../../src/domain/money.js';

describe('a currency', () => {
  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    // Engines show these without decimals, and their minor units have some all the same.
    ['HUF', 2],
    ['COP', 2],
    ['IQD', 3],
    ['ZZZ', undefined],
    ['usd', undefined],
    ['XXX', undefined],
  ])('has the decimals of ISO 4217: %s %s', (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent);
    expect(isKnownCurrency(currency)).toBe(exponent !== undefined);
  });
});

describe('sums', () => {
  const usd = (value: number) => ({ value, currency: 'USD' });

  it('are added, taken off and compared in minor units', () => {
    expect(add(usd(10), usd(20))).toEqual(usd(30));
    expect(subtract(usd(10), usd(20))).toEqual(usd(-10));
    expect(compare(usd(10), usd(20))).toBeLessThan(0);
    expect(atLeastZero(usd(-10))).toEqual(zero('USD'));
    expect(atLeastZero(usd(10))).toEqual(usd(10));
    expect(atLeastZero(usd(-0))).toEqual(zero('USD'));
  });

  it('of two currencies don’t mix', () => {
    for (const mix of [add, subtract, compare]) {
      expect(() => mix(usd(1), { value: 1, currency: 'CAD' })).toThrow(new RangeError("Sums of USD and CAD don't mix"));
    }
  });
});
