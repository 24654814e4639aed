/**
 * What the endpoint says in each language, and how it writes sums.
 */
import { describe, expect, it } from 'vitest';
import { returnCodes } from '../../../demo/endpoint/eft/return-codes.js';
import { moneyText } from '../../../demo/endpoint/money-text.js';
import { languageFor, type AuthorizationFacts } from '../../../demo/endpoint/words/index.js';

const facts: AuthorizationFacts = {
  person: 'PERSON',
  payer: 'PAYER',
  lender: 'LENDER',
  contact: 'CONTACT',
  total: 'TOTAL',
  items: [
    { contractNumber: 'NUMBER-1', amount: 'AMOUNT-1' },
    { contractNumber: 'NUMBER-2', amount: 'AMOUNT-2' },
  ],
  debits: 'DEBITS',
  date: 'DATE',
  debitDate: 'DEBIT-DATE',
  cutOff: 'CUT-OFF',
  accountName: 'ACCOUNT',
  last4: 'LAST4',
  holderType: 'business',
  authorizedOn: 'AUTHORIZED-ON',
};

describe.each(['en-US', 'fr-CA', 'es-US', 'ar'])('in %s', (locale) => {
  const { words } = languageFor(locale);

  it('the authorization leaves no fact out, on lines of its own per contract', () => {
    const text = words.authorization(facts);
    const values = JSON.stringify(facts).match(/\b[A-Z][A-Z0-9-]+\b/g) ?? [];
    expect(values).toHaveLength(16);
    for (const value of values) expect(text).toContain(value);
    expect(text.split('\n').filter((line) => line.includes('NUMBER-'))).toHaveLength(2);
  });

  it('the authorization tells a business account from a personal one, and does without a contact', () => {
    expect(words.authorization({ ...facts, holderType: 'consumer' })).not.toBe(words.authorization(facts));
    expect(words.authorization({ ...facts, contact: '' })).not.toMatch(/\(\s*\)|CONTACT/);
  });

  it('the authorization of one contract is for a single debit', () => {
    const text = words.authorization({ ...facts, items: facts.items.slice(0, 1), debits: undefined });
    expect(text).toContain('TOTAL');
    expect(text).not.toMatch(/DEBITS|undefined/);
    expect(text).not.toContain(words.authorization(facts).split('\n')[0]);
  });

  it('every warning names its contract and its sum or its day', () => {
    expect(words.inFlight('SUM', 'NUMBER')).toMatch(/SUM.*NUMBER/u);
    expect(words.lookAlike('SUM', 'NUMBER')).toMatch(/SUM.*NUMBER/u);
    expect(words.autopay('NUMBER', 'DAY')).toMatch(/NUMBER.*DAY/u);
    expect(words.inFlight('SUM', 'NUMBER')).not.toBe(words.lookAlike('SUM', 'NUMBER'));
  });
});

describe.each(['en-US', 'fr-CA', 'es-US', 'ar'])('what became of a payment, in %s', (locale) => {
  const { words } = languageFor(locale);

  it('is a whole sentence for every return code, and none says the code', () => {
    for (const code of returnCodes) {
      expect(words.returned[code]).toMatch(/^\S+ \S.*\.$/u);
      expect(words.returned[code]).not.toMatch(/R\d\d|\d/);
    }
    expect(new Set(Object.values(words.returned)).size).toBe(returnCodes.length);
  });

  it('tells a record that came too late from a cancellation that did', () => {
    expect(words.notRecorded).toMatch(/\.$/u);
    expect(words.tooLateToCancel).toMatch(/\.$/u);
    expect(words.notRecorded).not.toBe(words.tooLateToCancel);
  });
});

describe('French', () => {
  const { words } = languageFor('fr-CA');
  const mails = [
    words.codeMail({ lender: 'LENDER', codes: [{ payerName: 'PAYER', code: 'CODE' }], minutes: 5 }),
    words.registeredMail('LENDER'),
  ];
  const texts = [
    words.authorization(facts),
    words.inFlight('SUM', 'NUMBER'),
    words.lookAlike('SUM', 'NUMBER'),
    words.autopay('NUMBER', 'DAY'),
    ...Object.values(words.returned),
    words.notRecorded,
    words.tooLateToCancel,
    ...mails.flatMap(({ subject, lines }) => [subject, ...lines]),
  ];

  it('keeps a colon and a guillemet with what they belong to', () => {
    expect(texts.filter((text) => text.includes(':')).length).toBeGreaterThan(4);
    expect(texts.filter((text) => /[^\u00a0]:|« |[^\u00a0]»/.test(text))).toEqual([]);
  });

  it('of Canada has no space before a semicolon, a question mark or an exclamation mark', () => {
    expect(texts.filter((text) => /\s[;?!]/.test(text))).toEqual([]);
  });
});

describe('a locale', () => {
  it('without words of its own is answered in English, sums and days included', () => {
    for (const tag of ['de-DE', 'zz', 'e', 'en_US', 'fr-', 'toString']) expect(languageFor(tag)).toEqual(languageFor('en-US'));
  });

  it('keeps its own way to write sums and days', () => {
    expect(languageFor('FR-ca').locale).toBe('FR-ca');
    expect(languageFor('es-MX').words).toBe(languageFor('es').words);
  });
});

describe('a sum', () => {
  it.each([
    [215_000, 'USD', '$2,150.00'],
    [5, 'USD', '$0.05'],
    [0, 'USD', '$0.00'],
    [-2_050, 'USD', '-$20.50'],
    [2_150, 'JPY', '¥2,150'],
    [2_150, 'KWD', 'KWD 2.150'],
    [Number.MAX_SAFE_INTEGER, 'USD', '$90,071,992,547,409.91'],
  ])('%i of %s is %s: digits are placed, never divided', (value, currency, text) => {
    expect(moneyText({ value, currency }, 'en-US').replace(/\u00a0/g, ' ')).toBe(text);
  });
});
