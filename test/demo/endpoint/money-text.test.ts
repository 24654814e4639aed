/** Sums in the endpoint's own texts, beside the same sums on the payer's page. */
import { describe, expect, it } from 'vitest';
import { clockText, countText, dateText, moneyText } from '../../../demo/endpoint/money-text.js';
import { createFormat } from '../../../src/domain/format.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a sum the endpoint writes', () => {
  it.each([
    ['USD', 107_500, '$1,075.00'],
    ['JPY', 107_500, '¥107,500'],
    // Some engines write these without decimals, and ISO 4217 counts in hundredths and thousandths of them.
    ['RSD', 107_500, 'RSD 1,075.00'],
    ['IQD', 107_500, 'IQD 107.500'],
    ['ALL', 5, 'ALL 0.05'],
    ['LBP', -107_500, '-LBP 1,075.00'],
    ['HUF', Number.MAX_SAFE_INTEGER, 'HUF 90,071,992,547,409.91'],
    ['XXQ', 107_500, 'XXQ 107,500'],
  ])('in %s is the one of the payer’s page: %i is %s', (currency, value, text) => {
    expect(plain(moneyText({ value, currency }, 'en-US'))).toBe(text);
    for (const locale of ['en-US', 'fr-CA', 'es-US', 'de-DE']) {
      expect(moneyText({ value, currency }, locale), locale).toBe(createFormat(locale).money({ value, currency }));
    }
  });
});

describe('what else the endpoint writes', () => {
  it.each(['en-US', 'fr-CA', 'es-US', 'ar', 'ar-EG', 'ar-SA', 'ar-u-nu-arab'])(
    'is in %s as on the payer’s page, in the same digits',
    (locale) => {
      const format = createFormat(locale);
      const money = { value: 107_550, currency: 'USD' };
      expect(moneyText(money, locale)).toBe(format.money(money));
      expect(dateText('2025-12-01', locale)).toBe(format.date('2025-12-01', 'full'));
      expect(clockText('16:00', 'America/Chicago', locale)).toBe(format.clock('16:00', 'America/Chicago'));
      expect(countText(12, locale)).toBe(format.count(12));
      const digits = [moneyText(money, locale), dateText('2025-12-01', locale), clockText('16:00', 'America/Chicago', locale)].join(' ');
      expect(/[٠-٩]/.test(digits)).toBe(locale.includes('nu-arab'));
      expect(/[0-9]/.test(digits)).toBe(!locale.includes('nu-arab'));
    },
  );
});
