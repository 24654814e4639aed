/** Amounts as people type and paste them, in the places they live. Nothing is guessed at, and nothing goes through a float. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../src/domain/format.js';
import { parseAmount } from '../../src/domain/typed-amount.js';

type Case = readonly [typed: string, locale: string, currency: string, minorUnits: number];

describe('an amount typed by a person', () => {
  it.each<Case>([
    ['1075', 'en-US', 'USD', 107_500],
    ['1,075.00', 'en-US', 'USD', 107_500],
    ['$1,075', 'en-US', 'USD', 107_500],
    ['1,075.5', 'en-US', 'USD', 107_550],
    ['12.340', 'en-US', 'USD', 1_234],
    ['.5', 'en-US', 'USD', 50],
    ['5.', 'en-US', 'USD', 500],
    ['007', 'en-US', 'USD', 700],
    [' 1075 ', 'en-US', 'USD', 107_500],
    ['USD 1,075.00', 'en-US', 'USD', 107_500],
    ['1,075.00 usd', 'en-US', 'USD', 107_500],
    ['$1,075.00', 'en-CA', 'CAD', 107_500],
    ['US$1,075.00', 'en-CA', 'USD', 107_500],
    ['1075,00', 'fr-CA', 'CAD', 107_500],
    ['1 075,00 $', 'fr-CA', 'CAD', 107_500],
    ['1\u00a0075,00\u00a0$\u00a0US', 'fr-CA', 'USD', 107_500],
    ['1\u202f075,00', 'fr-CA', 'CAD', 107_500],
    ['$1,075.00', 'es-US', 'USD', 107_500],
    ["1'075.50", 'de-CH', 'CHF', 107_550],
    ['1’075.50', 'de-CH', 'CHF', 107_550],
    ['CHF 1’075.50', 'de-CH', 'CHF', 107_550],
    ['١٠٧٥٫٥٠', 'ar-EG', 'USD', 107_550],
    ['١٬٠٧٥٫٥٠', 'ar', 'USD', 107_550],
    ['1,075.50', 'ar-EG', 'USD', 107_550],
    ['\u200f١٬٠٧٥٫٥٠٠\u00a0د.ك.\u200f', 'ar-EG', 'KWD', 1_075_500],
    ['1,07,500.25', 'en-IN', 'USD', 10_750_025],
    ['1.075,50', 'de-DE', 'EUR', 107_550],
    ['۱٬۰۷۵٫۵۰', 'fa', 'USD', 107_550],
    ['٩', 'en-US', 'USD', 900],
    ['۰۹', 'en-US', 'USD', 900],
    ['٠.٥', 'en-US', 'USD', 50],
    ['1  075,00', 'fr-CA', 'CAD', 107_500],
    ['1234567', 'en-US', 'USD', 123_456_700],
    ['$ 5', 'en-US', 'USD', 500],
    ['5 $', 'en-US', 'USD', 500],
    ['1.50', 'en-US', 'JOD', 1_500],
    ['10', 'en-US', 'XPF', 10],
    ['¥1,075', 'en-US', 'JPY', 1_075],
    ['1075.00', 'en-US', 'JPY', 1_075],
    ['1.075', 'en-US', 'KWD', 1_075],
    ['\u202d$1,075.00\u202c', 'en-US', 'USD', 107_500],
    ['90,071,992,547,409.91', 'en-US', 'USD', Number.MAX_SAFE_INTEGER],
  ])('"%s" in %s is %s %i', (typed, locale, currency, value) => {
    expect(parseAmount(typed, currency, locale)).toEqual({ ok: true, money: { value, currency } });
  });

  it.each<readonly [typed: string, locale: string, currency: string, fault: string]>([
    ['', 'en-US', 'USD', 'amount-missing'],
    [' \u00a0\u200f', 'en-US', 'USD', 'amount-missing'],
    ['$', 'en-US', 'USD', 'amount-missing'],
    ['', 'en-US', 'ZZZ', 'amount-missing'],
    ['0', 'en-US', 'USD', 'amount-not-positive'],
    ['0.00', 'en-US', 'USD', 'amount-not-positive'],
    ['-5', 'en-US', 'USD', 'amount-not-positive'],
    ['-$5.00', 'en-US', 'USD', 'amount-not-positive'],
    ['$-5.00', 'en-US', 'USD', 'amount-not-positive'],
    ['−5', 'en-US', 'USD', 'amount-not-positive'],
    ['1e5', 'en-US', 'USD', 'amount-not-a-number'],
    ['0x10', 'en-US', 'USD', 'amount-not-a-number'],
    ['Infinity', 'en-US', 'USD', 'amount-not-a-number'],
    ['12,50', 'en-US', 'USD', 'amount-not-a-number'],
    ['1,07,500', 'en-US', 'USD', 'amount-not-a-number'],
    ['1,075,00', 'en-US', 'USD', 'amount-not-a-number'],
    [',075', 'en-US', 'USD', 'amount-not-a-number'],
    ['1.075.00', 'en-US', 'USD', 'amount-not-a-number'],
    ['1 075', 'en-US', 'USD', 'amount-not-a-number'],
    ['12.50', 'fr-CA', 'CAD', 'amount-not-a-number'],
    ['1,075.00', 'fr-CA', 'CAD', 'amount-not-a-number'],
    ['1x075', 'de-DE', 'EUR', 'amount-not-a-number'],
    ['1’07.50', 'de-CH', 'CHF', 'amount-not-a-number'],
    ['x1,075', 'en-US', 'USD', 'amount-not-a-number'],
    ['1,075x', 'en-US', 'USD', 'amount-not-a-number'],
    ['1.5x', 'en-US', 'USD', 'amount-not-a-number'],
    ['5-', 'en-US', 'USD', 'amount-not-a-number'],
    ['5-3', 'en-US', 'USD', 'amount-not-a-number'],
    ['-', 'en-US', 'USD', 'amount-not-a-number'],
    ['$', 'en-US', 'ZZZ', 'amount-not-a-number'],
    ['ten', 'en-US', 'USD', 'amount-not-a-number'],
    ['.', 'en-US', 'USD', 'amount-not-a-number'],
    ['€10', 'en-US', 'USD', 'amount-not-a-number'],
    ['12.345', 'en-US', 'USD', 'amount-too-precise'],
    ['12,345', 'fr-CA', 'CAD', 'amount-too-precise'],
    ['1.5', 'en-US', 'JPY', 'amount-too-precise'],
    ['1.0755', 'en-US', 'KWD', 'amount-too-precise'],
    ['90071992547409.92', 'en-US', 'USD', 'amount-not-a-number'],
    ['9007199254740993', 'en-US', 'USD', 'amount-not-a-number'],
    ['10', 'en-US', 'ZZZ', 'amount-not-a-number'],
  ])('"%s" in %s, %s: %s', (typed, locale, currency, fault) => {
    expect(parseAmount(typed, currency, locale)).toEqual({ ok: false, fault });
  });

  // Each of these languages is in this test alone: what is found out about one is kept.
  it('is read by the groups of its language, and by no others', () => {
    const read = (locale: string, ...typed: readonly string[]) => typed.filter((text) => parseAmount(text, 'USD', locale).ok);
    expect(read('en-GB', '123,456.00', '1,23,456.00', '1,07')).toEqual(['123,456.00']);
    expect(read('hi-IN', '1,23,456.00', '123,456.00', '1,07')).toEqual(['1,23,456.00']);
    expect(read('nl-NL', '123.456,00', '123x456,00')).toEqual(['123.456,00']);
    // One that has none.
    expect(read('en-US-u-va-posix', '123456.00', '123,456.00')).toEqual(['123456.00']);
  });

  it('is read in the digits of its language, and in those every keyboard has', () => {
    for (const typed of ['१,२३,४५६.०७', '1,23,456.07']) {
      expect(parseAmount(typed, 'USD', 'hi-IN-u-nu-deva')).toEqual({ ok: true, money: { value: 12_345_607, currency: 'USD' } });
    }
  });

  it('is read to the cent where a float would lose one', () => {
    expect(parseAmount('1.15', 'USD', 'en-US')).toMatchObject({ money: { value: 115 } });
    expect(parseAmount('8.29', 'USD', 'en-US')).toMatchObject({ money: { value: 829 } });
    expect(parseAmount('90071992547409.89', 'USD', 'en-US')).toMatchObject({ money: { value: 9_007_199_254_740_989 } });
  });

  const locales = ['en-US', 'en-CA', 'fr-CA', 'es-US', 'de-CH', 'ar', 'ar-EG', 'en-IN'];
  const currencies = ['USD', 'CAD', 'CHF', 'JPY', 'KWD', 'HUF'];

  it('is the same sum again when a shown one is pasted back, in every language and currency', () => {
    const sum = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.constantFrom(...currencies), sum, (locale, currency, value) => {
        const shown = createFormat(locale).money({ value, currency });
        expect(parseAmount(shown, currency, locale)).toEqual({ ok: true, money: { value, currency } });
      }),
      { numRuns: 500 },
    );
  });

  it('is either a positive sum of whole minor units or a fault, whatever was typed', () => {
    const signs = fc.constantFrom(...Array.from('0123456789.,-+ $e\u00a0’٠٥٫'));
    const typed = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: signs, maxLength: 20 }));
    fc.assert(
      fc.property(typed, fc.constantFrom(...locales), fc.constantFrom(...currencies, 'ZZZ'), (text, locale, currency) => {
        const parsed = parseAmount(text, currency, locale);
        if (parsed.ok) expect(Number.isSafeInteger(parsed.money.value) && parsed.money.value > 0).toBe(true);
        else expect(parsed.fault).toMatch(/^amount-/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is no reason to hang, however much was pasted', () => {
    // A parser that tries every division of the text would still be at it when the runner gives up.
    for (const text of ['9'.repeat(100_000), '1,'.repeat(50_000)]) expect(parseAmount(text, 'USD', 'en-US').ok).toBe(false);
  });
});

it('a text longer than any amount is none, and is not read', () => {
  expect(parseAmount(' '.repeat(1_000), 'USD', 'en-US')).toEqual({ ok: false, fault: 'amount-missing' });
  expect(parseAmount(`${' '.repeat(1_000)}1`, 'USD', 'en-US')).toEqual({ ok: false, fault: 'amount-not-a-number' });
});
