/** A saved receipt: it holds what the screen says and nothing that could act, whatever the endpoint sent. */
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../src/domain/format.js';
import type { Receipt } from '../../src/domain/receipt.js';
import { en } from '../../src/locales/en.js';
import { receiptFile } from '../../src/views/receipt-file.js';
import { session } from '../support/sample-contracts.js';
import { authorization, payment } from '../support/sample-payments.js';

const context = { words: en, format: createFormat('en-US'), send: () => undefined, direction: 'ltr', headingLevel: 2, session } as const;
const save = (receipt: Partial<Receipt> = {}) => receiptFile({ payments: [payment], authorization, ...receipt }, context);

const spaces = (text: string): string => text.replace(/\s+/g, ' ');
/** What a reader sees: tags out, entities back. */
const read = (html: string): string =>
  spaces(
    html
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&'),
  );

describe('a saved receipt', () => {
  it('is laid out from the side its language is read from', () => {
    const { text } = receiptFile({ payments: [payment], authorization }, { ...context, format: createFormat('ar'), direction: 'rtl' });
    expect(text).toContain('<html lang="ar" dir="rtl">');
  });

  it('is named by its reference and says everything the screen says', () => {
    const { name, type, text } = save();
    expect([name, type]).toEqual(['receipt-NL-20418-01.html', 'text/html;charset=utf-8']);
    const expected = [
      'Northline Equipment Finance',
      '$22,500.00',
      'NL-20418-01',
      '100-0048213-002',
      'Pending',
      'Monday, November 24, 2025',
      'Tuesday, November 25, 2025',
      'First Prairie Bank ••4417',
      spaces(authorization.text),
      'in American English.',
    ];
    for (const words of expected) expect(read(text)).toContain(words);
  });

  it('needs nothing else and forbids itself everything', () => {
    const { text } = save();
    expect(text).not.toMatch(/https?:|data:|javascript:|<(script|link|img|iframe|form|a)\b|\bsrc=|\bhref=/i);
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('names each of several payments, and their sum', () => {
    const other = { ...payment, id: 'pay-8', reference: 'NL-20418-02', amount: { value: 100, currency: 'USD' } };
    const { text } = save({ payments: [payment, other] });
    const words = read(text);
    expect(text).toContain('<title>Receipt NL-20418-01 and NL-20418-02</title>');
    for (const part of ['$22,501.00', 'Amount $22,500.00', 'Amount $1.00', 'NL-20418-01', 'NL-20418-02']) expect(words).toContain(part);
  });

  it('does without an authorization that this page does not have', () => {
    const { text } = receiptFile({ payments: [payment] }, context);
    expect(text).not.toContain('<h2>');
    expect(read(text)).toContain('NL-20418-01');
  });

  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='x",
    '&lt;b&gt;',
    '</style></title><svg/onload=x>',
    '\u0000\u0007\u009b',
  ];
  it.each(hostile)('holds hostile text as text: %j', (words) => {
    const { text } = save({
      payments: [
        {
          ...payment,
          reference: words,
          contractNumber: words,
          status: words,
          statusReason: { code: 'x', text: words },
          account: { label: words },
        },
      ],
      authorization: { ...authorization, text: words },
    });
    // Exactly the tags of a receipt without it.
    const tags = (html: string): string[] => html.match(/<\/?[a-z!][^>]*>/gi) ?? [];
    const plain = save({ payments: [{ ...payment, status: 'x', statusReason: { code: 'x', text: 'x' } }] });
    expect(tags(text)).toEqual(tags(plain.text));
    expect(text).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
  });

  const names: readonly [reference: string, name: string][] = [
    ['NL-20418-01', 'receipt-NL-20418-01.html'],
    ['../../etc/passwd', 'receipt-etc-passwd.html'],
    ['con\u0000.exe ', 'receipt-con-exe.html'],
    ['\u202egpj.01', 'receipt-gpj-01.html'],
    ['§§§', 'receipt.html'],
    ['A'.repeat(500), `receipt-${'A'.repeat(40)}.html`],
  ];
  it.each(names)('takes of the reference %j only what every file system takes', (reference, name) => {
    expect(save({ payments: [{ ...payment, reference }] }).name).toBe(name);
  });
});
