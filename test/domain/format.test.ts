/** Sums, days and times as people read them. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../src/domain/format.js';
import { currencyExponent } from '../../src/domain/money.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const english = createFormat('en-US');
const quebec = createFormat('fr-CA');

describe('a sum', () => {
  it.each([
    [107_500, 'USD', '$1,075.00'],
    [0, 'USD', '$0.00'],
    [-0, 'USD', '$0.00'],
    [-1, 'USD', '-$0.01'],
    [5, 'USD', '$0.05'],
    [1_075, 'JPY', '¥1,075'],
    [1_234_567, 'KWD', 'KWD 1,234.567'],
    [107_500, 'CAD', 'CA$1,075.00'],
  ])('of %s minor units in %s reads %s', (value, currency, expected) => {
    expect(plain(english.money({ value, currency }))).toBe(expected);
  });

  it('is exact where a float is not', () => {
    expect(english.money({ value: Number.MAX_SAFE_INTEGER, currency: 'USD' })).toBe('$90,071,992,547,409.91');
    expect(english.money({ value: -Number.MAX_SAFE_INTEGER, currency: 'USD' })).toBe('-$90,071,992,547,409.91');
  });

  it('keeps each digit, whatever the value and the currency', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'), (value, currency) => {
        const digits = english.money({ value, currency }).replace(/\D/g, '');
        expect(BigInt(digits)).toBe(BigInt(Math.abs(value)));
      }),
    );
  });

  it('is written the way of the language', () => {
    expect(plain(quebec.money({ value: 107_500, currency: 'CAD' }))).toBe('1 075,00 $');
  });

  it('keeps its sign in one piece among letters that run from the right', () => {
    const arabic = createFormat('ar');
    const shown = arabic.money({ value: 107_500, currency: 'USD' });
    expect(shown.match(/\u2068.*?\u2069/g)).toEqual([`\u2068${arabic.currencySign('USD').text}\u2069`]);
    expect(shown).toContain('1,075.00');
    expect(english.money({ value: 107_500, currency: 'USD' })).not.toMatch(/[\u2068\u2069]/);
  });

  it('has no sign where a person types it', () => {
    expect(english.figure({ value: 107_500, currency: 'USD' })).toBe('1,075.00');
    expect(english.figure({ value: 1_075, currency: 'JPY' })).toBe('1,075');
    expect(plain(quebec.figure({ value: 5, currency: 'EUR' }))).toBe('0,05');
    expect(english.figure({ value: 107_500, currency: 'QQQ' })).toBe('107,500');
  });

  it('case 44: in a currency nobody knows is its code and the bare number', () => {
    expect(currencyExponent('QQQ')).toBeUndefined();
    expect(english.money({ value: 107_500, currency: 'QQQ' })).toBe('QQQ 107,500');
  });
});

describe('the sign of a currency', () => {
  it('stands where the language writes it', () => {
    expect(english.currencySign('USD')).toEqual({ text: '$', isBefore: true });
    expect(quebec.currencySign('CAD')).toEqual({ text: '$', isBefore: false });
    // A mark of direction may come first.
    expect(createFormat('fa').currencySign('USD')).toEqual({ text: '$', isBefore: true });
  });

  it('is the code where there is no sign', () => {
    expect(english.currencySign('QQQ')).toEqual({ text: 'QQQ', isBefore: true });
  });
});

/** A zone far ahead of UTC and one far behind, with the minutes to add to their time for UTC. */
const zones = [
  ['Pacific/Kiritimati', -840],
  ['Pacific/Pago_Pago', 660],
] as const;

const daysIn = async (timeZone: string, ...days: string[]): Promise<unknown> => {
  const program = resolve(import.meta.dirname, '../support/days-in-zone.ts');
  const env = { ...process.env, TZ: timeZone };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...days], { env });
  return JSON.parse(stdout);
};

describe.each(zones)('a day, read in %s', (timeZone, offset) => {
  it('case 58: is the same day, all over the year', async () => {
    expect(await daysIn(timeZone, '2025-11-24', '2025-03-09', '2024-02-29')).toEqual({
      timeZone,
      offset,
      days: [
        ['Nov 24, 2025', 'November 24, 2025', 'Mon, Nov 24, 2025', 'Monday, November 24, 2025'],
        ['Mar 9, 2025', 'March 9, 2025', 'Sun, Mar 9, 2025', 'Sunday, March 9, 2025'],
        ['Feb 29, 2024', 'February 29, 2024', 'Thu, Feb 29, 2024', 'Thursday, February 29, 2024'],
      ],
    });
  });
});

describe('a day', () => {
  it.each([
    ['medium', 'Nov 24, 2025'],
    ['full', 'November 24, 2025'],
    ['weekday', 'Mon, Nov 24, 2025'],
    ['near', 'Mon, Nov 24'],
    ['long', 'Monday, November 24, 2025'],
  ] as const)('in the %s style reads %s', (style, expected) => {
    expect(english.date('2025-11-24', style)).toBe(expected);
  });

  it.each([
    ['medium', '1er déc. 2025'],
    ['full', '1er décembre 2025'],
    ['weekday', 'lun. 1er déc. 2025'],
    ['near', 'lun. 1er déc.'],
    ['long', 'lundi 1er décembre 2025'],
  ] as const)('that is the first of a month is in French its first, in the %s style', (style, expected) => {
    expect(plain(quebec.date('2025-12-01', style))).toBe(expected);
    expect(plain(quebec.date('2025-12-11', style))).toMatch(/\b11 déc/);
    expect(plain(createFormat('es-US').date('2025-12-01', style))).not.toContain('1er');
  });

  it('with its time is the first as well', () => {
    expect(plain(quebec.dateTime('2025-12-01T18:00:00Z', 'America/Toronto'))).toMatch(/^1er déc\. 2025/);
  });
});

describe('a time', () => {
  const zone = 'America/Chicago';
  it('is the lender’s, and names the zone to somebody elsewhere', () => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const elsewhere = here === zone ? 'America/New_York' : zone;
    expect(plain(english.time('2025-11-24T21:42:00Z', elsewhere))).toMatch(/^\d:42 PM (CST|EST)$/);
    expect(plain(english.time('2025-11-24T21:42:00Z', here))).toMatch(/^\d{1,2}:\d\d [AP]M$/);
    expect(plain(english.dateTime('2025-11-24T21:47:00Z', elsewhere))).toMatch(/^Nov 24, 2025, \d:47 PM (CST|EST)$/);
  });

  it('of the cut-off says the zone in words', () => {
    expect(plain(english.clock('16:00', zone))).toBe('4:00 PM Central Time');
  });

  it('stays on its line where it is written with spaces', () => {
    expect(quebec.clock('16:00', zone)).toMatch(/^16\u00a0h\u00a000 /);
  });

  it('may end its line anywhere else', () => {
    expect(quebec.dateTime('2025-12-01T18:00:00Z', 'America/Toronto')).toMatch(/^1er déc\. 2025, \d\d\u00a0h\u00a000( [A-Z]+)?$/);
  });

  it.each(['en-US', 'en-CA', 'fr-CA', 'es-US', 'es-MX', 'ar', 'ar-EG', 'ko-KR'])(
    'stays in one piece to its last letter in %s',
    (locale) => {
      const format = createFormat(locale);
      const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      const at = '2025-11-24T21:52:00Z';
      const time = format.time(at, here);
      expect(time).not.toContain(' ');
      expect(format.dateTime(at, here).endsWith(time)).toBe(true);
    },
  );

  it('is UTC, said so, where the endpoint names a zone nobody knows', () => {
    expect(plain(english.clock('16:00', 'Mars/Olympus'))).toMatch(/^4:00 PM (GMT|UTC|Coordinated Universal Time|Greenwich Mean Time)/);
    expect(plain(english.dateTime('2025-11-24T21:42:00Z', 'Mars/Olympus'))).toMatch(/9:42 PM/);
  });
});

describe('counts and lists', () => {
  it('read as people write them', () => {
    expect(english.count(10_000)).toBe('10,000');
    expect(english.list(['one', 'two', 'three'])).toBe('one, two, and three');
  });

  it('have the digits of contract numbers in every engine, unless others are asked for', () => {
    expect(createFormat('ar').count(123_456)).toBe('123,456');
    expect(createFormat('ar-EG').count(123_456)).toMatch(/^123.456$/);
    expect(createFormat('ar-u-nu-arab').count(7)).toBe('٧');
    expect(createFormat('ar-u-ca-gregory-nu-arab').count(7)).toBe('٧');
  });
});

describe('a language', () => {
  it('is named as people call it, and by its tag where that is none', () => {
    expect(english.language('fr-CA')).toBe('Canadian French');
    expect(english.language('no tag')).toBe('no tag');
  });
});
