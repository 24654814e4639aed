/** What holds in each language: it says all that English says, with the same values, in words of its own. The compiler holds the rest. */
import { describe, expect, it } from 'vitest';
import { layWords } from '../../src/controllers/lay-words.js';
import { parseAmount } from '../../src/domain/typed-amount.js';
import { createFormat } from '../../src/domain/format.js';
import ar from '../../src/locales/ar.js';
import enCA from '../../src/locales/en-CA.js';
import { en, type Words } from '../../src/locales/en.js';
import esUS from '../../src/locales/es-US.js';
import frCA from '../../src/locales/fr-CA.js';
import { leavesOf, sayLeaf, valuesGiven, type Leaf } from '../support/messages.js';

const english = leavesOf(en);

const languages: Readonly<Record<string, Words>> = {
  'en-CA': layWords(en, enCA),
  'fr-CA': frCA,
  'es-US': esUS,
  ar,
};
const others = Object.entries(languages).filter(([name]) => name !== 'en-CA');

/** A count of each form that is written with its figure, in all of these languages. */
const counts = [3, 11, 100];

/** The same word in both languages, and no other would be better. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'fr-CA': ['accounts.type'],
  'es-US': [],
  ar: [],
};

/** A message of a time or of a lender's name, by what English calls the value. */
const valueOf = /^\(?_?(moment|time|lender)\b/;

const sayWith = (leaf: Leaf, value: string): string => {
  const said: unknown = typeof leaf === 'string' ? leaf : leaf(...([value, 'Canadian English'] as never[]));
  return (Array.isArray(said) ? said.join('') : String(said)).replace(/[\u2066-\u2069]/g, '');
};

/** Nothing in it but values and signs. */
const isWordless = (text: string): boolean => !/\p{L}/u.test(text);

describe.each(Object.entries(languages))('%s', (name, words) => {
  const leaves = leavesOf(words);

  it('has every message English has, of the same kind', () => {
    expect([...leaves.keys()].sort()).toEqual([...english.keys()].sort());
    const other = [...leaves].filter(([path, leaf]) => typeof leaf !== typeof english.get(path)).map(([path]) => path);
    expect(other).toEqual([]);
  });

  it('has no message without words', () => {
    const silent = [...leaves].filter(([path, leaf]) => {
      const text = sayLeaf(path, leaf, 3).trim();
      return text === '' || (isWordless(text) && !isWordless(sayLeaf(path, english.get(path) ?? '', 3)));
    });
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it.each(counts)('says each value that English says, with a count of %i', (count) => {
    const lost = [...leaves].flatMap(([path, leaf]) => {
      const source = english.get(path) ?? '';
      const given = valuesGiven(path, count);
      const meant = given.filter((value) => sayLeaf(path, source, count).includes(value));
      const text = sayLeaf(path, leaf, count);
      return meant.filter((value) => !text.includes(value)).map((value) => `${path} loses ${value}: ${text}`);
    });
    expect(lost).toEqual([]);
  });

  it('calls a sum by the same name wherever it stands, and no other sum by it', () => {
    const { choices } = words.form;
    const names = { pastDue: choices.pastDue, due: choices.due, open: choices.open };
    expect(words.sums).toMatchObject(names);
    const columns = [words.invoices.open, words.sums.nextDue, words.sums.inFlight, choices.other];
    expect(new Set([...Object.values(names), ...columns]).size).toBe(7);
  });

  it('ends a sentence with one stop, also where a time or the name of a lender has one of its own', () => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const format = createFormat(name);
    const at = '2025-11-24T21:52:00Z';
    const given = { time: format.time(at, here), moment: format.dateTime(at, here), lender: 'Northline, Inc.' };
    const said = [...leaves].flatMap(([path, leaf]) => {
      const kind = valueOf.exec(String(english.get(path)))?.[1] as keyof typeof given | undefined;
      return kind ? [sayWith(leaf, given[kind])] : [];
    });
    expect(said.length).toBeGreaterThan(15);
    expect(said.filter((text) => text.includes('..'))).toEqual([]);
  });

  it('ends a sentence where English ends one', () => {
    const marks = /[.?!؟…:]$/;
    const other = [...leaves].filter(([path, leaf]) => {
      const source = sayLeaf(path, english.get(path) ?? '', 3);
      return marks.test(source) !== marks.test(sayLeaf(path, leaf, 3));
    });
    expect(other.map(([path, leaf]) => `${path}: ${sayLeaf(path, leaf, 3)}`)).toEqual([]);
  });
});

describe.each(others)('%s', (name, words) => {
  it('says everything in words of its own', () => {
    const same = [...leavesOf(words)].filter(([path, leaf]) => {
      const text = sayLeaf(path, leaf, 3);
      return !isWordless(text) && text.replace(/\s/g, ' ') === sayLeaf(path, english.get(path) ?? '', 3);
    });
    expect(same.map(([path]) => path).filter((path) => alike[name]?.includes(path) !== true)).toEqual([]);
  });

  it('has no straight apostrophe or quote, which belong to a typewriter', () => {
    const straight = [...leavesOf(words)].filter(([path, leaf]) => /['"]/.test(sayLeaf(path, leaf, 3)));
    expect(straight.map(([path]) => path)).toEqual([]);
  });
});

describe('Canadian English', () => {
  it('says nothing twice that English says', () => {
    const differs = [...leavesOf(enCA as Readonly<Record<string, unknown>>)].filter(
      ([path, leaf]) => sayLeaf(path, leaf, 3) !== sayLeaf(path, english.get(path) ?? '', 3),
    );
    expect(differs).toHaveLength(leavesOf(enCA).size);
  });

  it('asks for a postal code, and in the United States for a ZIP code as well', () => {
    expect(en.fields.postalCode).toMatch(/ZIP/);
    expect([...leavesOf(languages['en-CA'] ?? en)].filter(([path, leaf]) => sayLeaf(path, leaf, 3).includes('ZIP'))).toEqual([]);
  });

  it('writes cheque, chequing, cancelled and cancelling', () => {
    // *Checking* is also what is done with a payment, which is written like this everywhere.
    const american = (path: string): RegExp =>
      path.startsWith('form.accountTypes') ? /check/i : /\b(a|your) check\b|checking account|cancel(ed|ing)\b/i;
    const found = [...leavesOf(languages['en-CA'] ?? en)].filter(([path, leaf]) => american(path).test(sayLeaf(path, leaf, 3)));
    expect(found.map(([path]) => path)).toEqual([]);
  });
});

describe.each(Object.entries({ 'en-CA': layWords(en, enCA), 'fr-CA': frCA }))('%s', (_name, words) => {
  it('asks for the number of a bank in the United States, which stands on no cheque of Canada', () => {
    const asked = [words.form.routingHint, sayLeaf('fieldFaults.routing-check', words.fieldFaults['routing-check'], 9)];
    for (const text of asked) {
      expect(text).toMatch(/\bUS\b|États-Unis/);
      expect(text).not.toMatch(/bottom|au bas/);
    }
  });
});

describe('French', () => {
  it('keeps a colon and a guillemet with what they belong to', () => {
    const loose = [...leavesOf(frCA)].filter(([path, leaf]) => /[^\u00a0\d]:|« |[^\u00a0]»/.test(sayLeaf(path, leaf, 3)));
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('says of a sum that what is past due is in it, not that the sum is what is past due', () => {
    expect(frCA.sums.inclPastDue).toBe('arriéré compris');
  });

  it('of Canada has no space before a semicolon, a question mark or an exclamation mark', () => {
    const spaced = [...leavesOf(frCA)].filter(([path, leaf]) => /\s[;?!]/.test(sayLeaf(path, leaf, 3)));
    expect(spaced.map(([path]) => path)).toEqual([]);
  });
});

describe('Spanish', () => {
  it('has no article before a time, since one o’clock has another than two', () => {
    const wrong = [...leavesOf(esUS)].filter(([path, leaf]) => /\blas \d/.test(sayLeaf(path, leaf, 3)));
    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});

describe('Arabic', () => {
  const words = ar;

  it.each([
    [0, 'صفر عقود'],
    [1, 'عقد واحد'],
    [2, 'عقدين'],
    [3, '3 عقود'],
    [10, '10 عقود'],
    [11, '11 عقدًا'],
    [99, '99 عقدًا'],
    [100, '100 عقد'],
    [103, '103 عقود'],
  ])('counts %i in its own form', (count, expected) => {
    expect(words.payAll.total(count, String(count)).replace(/[\u2068\u2069]/g, '')).toBe(`المجموع عن ${expected}`);
  });

  it('settles a contract and pays an amount: a contract itself is never paid', () => {
    const paid = [...leavesOf(words)].filter(([path, leaf]) => /(دفع|ادفع) (هذا |هذه )?(ال)?عق/.test(sayLeaf(path, leaf, 3)));
    expect(paid.map(([path]) => path)).toEqual([]);
  });

  it('isolates what is put into a sentence, so that its direction stays its own', () => {
    const loose = [...leavesOf(words)].flatMap(([path, leaf]) => {
      if (typeof leaf === 'string' || path.startsWith('fieldFaults.')) return [];
      const values = valuesGiven(path, 3);
      const said = leaf(...(values as never[]));
      const text = Array.isArray(said) ? said.filter((piece) => !values.includes(String(piece))).join('') : String(said);
      return values.filter((value) => text.includes(value) && !text.includes(`\u2068${value}\u2069`)).map(() => path);
    });
    // A word of ours, or a line of its own, is already of our direction.
    const ours = [
      'accounts.typeIn',
      'announcements.paymentIs',
      'fieldFault',
      'fieldOf',
      'form.accountKind',
      'form.kindAt',
      'form.unusableLine',
      'line.inFlight',
      'payAll.choice',
      'warned.here',
      'warned.elsewhere',
    ];
    expect(loose.filter((path) => !ours.includes(path))).toEqual([]);
  });
});

describe('the example of an amount', () => {
  it.each(['en-US', 'en-CA', 'fr-CA', 'fr-FR', 'es-US', 'es-MX', 'es-ES', 'ar', 'ar-EG'])('can be typed as it stands in %s', (locale) => {
    const money = { value: 107_500, currency: 'USD' };
    expect(parseAmount(createFormat(locale).figure(money), 'USD', locale)).toEqual({ ok: true, money });
  });
});
