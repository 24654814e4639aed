/** Bank numbers as people type and paste them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAccountNumber, checkRoutingNumber } from '../../src/domain/routing-number.js';

describe('a routing number', () => {
  it.each(['110000000', '011000015', '0110 0001 5', '011-000-015', ' 083914061 '])('is right: "%s"', (text) => {
    expect(checkRoutingNumber(text)).toBeUndefined();
  });

  it.each([
    ['', 'routing-missing'],
    [' - ', 'routing-missing'],
    ['123456789', 'routing-check'],
    ['000000000', 'routing-check'],
    ['110000001', 'routing-check'],
    ['11000000', 'routing-length'],
    ['1100000000', 'routing-length'],
    ['11000000a', 'routing-length'],
    ['١١٠٠٠٠٠٠٠', 'routing-length'],
  ])('is not: "%s" (%s)', (text, fault) => {
    expect(checkRoutingNumber(text)).toBe(fault);
  });

  it('has exactly one check digit for its first eight', () => {
    const firstEight = fc
      .string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 8, maxLength: 8 })
      .filter((text) => /[1-9]/.test(text));
    fc.assert(
      fc.property(firstEight, (digits) => {
        const right = Array.from('0123456789').filter((check) => checkRoutingNumber(digits + check) === undefined);
        expect(right).toHaveLength(1);
      }),
    );
  });

  it('is found wrong where any one digit is', () => {
    const slip = fc.record({ at: fc.integer({ min: 0, max: 8 }), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(slip, ({ at, by }) => {
        const digits = Array.from('011000015', Number).map((digit, index) => (index === at ? (digit + by) % 10 : digit));
        expect(checkRoutingNumber(digits.join(''))).toBe('routing-check');
      }),
    );
  });
});

describe('an account number', () => {
  it.each(['4000', '40001234567890123', '4000 1234 6789', '0000-1234'])('is right: "%s"', (text) => {
    expect(checkAccountNumber(text)).toBeUndefined();
  });

  it.each([
    ['', 'account-number-missing'],
    ['  ', 'account-number-missing'],
    ['123', 'account-number-length'],
    ['400012345678901234', 'account-number-length'],
    ['4000x2346789', 'account-number-characters'],
    ['•••• 6789', 'account-number-characters'],
    ['1e10', 'account-number-characters'],
  ])('is not: "%s" (%s)', (text, fault) => {
    expect(checkAccountNumber(text)).toBe(fault);
  });
});
