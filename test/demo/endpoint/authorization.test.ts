/**
 * The text a payer agrees to, word for word, and the id that holds for it and for nothing else.
 */
import { describe, expect, it } from 'vitest';
import { authorize, requireAuthorization, type AuthorizationContext } from '../../../demo/endpoint/authorization.js';
import type { LenderSettings } from '../../../demo/endpoint/store/lender.js';
import type { Submission } from '../../../demo/endpoint/submission.js';
import { accountRow, contractRow, itemOf, settingsWith, submissionOf } from './support/submissions.js';

const who = {
  payerId: 'acme',
  payerName: 'Acme Digging LLC',
  lenderId: 'northern',
  personName: 'Ada Price',
  personEmail: 'ada@acme.example',
};

const contextWith = (changes: Partial<AuthorizationContext> = {}): AuthorizationContext => ({
  key: new Uint8Array(32).fill(7),
  who,
  settings: settingsWith(),
  now: new Date('2026-11-23T15:00:00Z'),
  ...changes,
});

const textOf = (submission: Submission, changes: Partial<AuthorizationContext> = {}): string =>
  authorize(submission, contextWith(changes)).text;

const twoContracts = submissionOf({
  items: [
    itemOf({ amount: 107_500 }),
    itemOf({ amount: 2_050, contract: contractRow({ id: 'c02', number: '100-c02' }), sentVersion: 'v2' }),
  ],
});

describe('the text', () => {
  it('says all of it, with the total of several contracts and each one’s sum', () => {
    expect(textOf(twoContracts)).toBe(
      [
        'I, Ada Price, acting for Acme Digging LLC, authorize Northern Test Finance to make one electronic debit (ACH) for each contract named below, 2 debits of $1,095.50 in all, on or after November 23, 2026 from the business bank account First Prairie Bank Checking, ending in 5566. The bank is expected to debit the account on November 24, 2026.',
        'Contract 100-c01: $1,075.00',
        'Contract 100-c02: $20.50',
        'Northern Test Finance may also correct any of these debits by a credit or debit if it was made in error. This authorization covers these payments only and no later one. If the bank returns a debit, its amount stays owed.',
        'I may revoke this authorization by telling Northern Test Finance (1-800-555-0100, help@northern.example) before 4:00\u00a0PM Central Time on November 23, 2026.',
        'Authorized on November 23, 2026.',
      ].join('\n'),
    );
  });

  it('is of a single debit where there is one contract', () => {
    expect(textOf(submissionOf())).toContain('to make a single electronic debit (ACH) of $1,075.00 on or after November 23, 2026 from');
    expect(textOf(submissionOf())).toContain('This authorization covers this payment only and no later one.');
  });

  it.each<[string, Partial<LenderSettings['lender']>, string]>([
    ['phone and e-mail', { supportPhone: '1-800-555-0100', supportEmail: 'help@n.example' }, ' (1-800-555-0100, help@n.example)'],
    ['a phone only', { supportPhone: '1-800-555-0100' }, ' (1-800-555-0100)'],
    ['an e-mail only', { supportEmail: 'help@n.example' }, ' (help@n.example)'],
    ['an empty phone', { supportPhone: '', supportEmail: 'help@n.example' }, ' (help@n.example)'],
    ['neither', {}, ''],
  ])('names how to reach a lender with %s', (_case, contact, named) => {
    const settings = settingsWith({ lender: { id: 'northern', name: 'Northern', ...contact } });
    expect(textOf(submissionOf(), { settings })).toContain(`by telling Northern${named} before 4:00`);
  });

  it.each([
    ['Checking ••5566', 'account Checking, ending in 5566'],
    ['Checking', 'account Checking, ending in 5566'],
    ['Plan ••9 savings ••5566', 'account Plan ••9 savings, ending in 5566'],
    ['Plan ••9 savings', 'account Plan ••9 savings, ending in 5566'],
  ])('names the account %s once with its last four', (label, named) => {
    expect(textOf(submissionOf({ account: accountRow({ label }) }))).toContain(named);
  });

  it('is in the currency of the account', () => {
    const account = accountRow({ currency: 'CAD' });
    const text = textOf(submissionOf({ account, items: [itemOf({ currency: 'CAD' })] }));
    expect(text).toContain('(ACH) of CA$1,075.00 on');
    expect(text).toContain('Contract 100-c01: CA$1,075.00');
  });

  it('is dated by the day at the lender, not in Greenwich', () => {
    const night = { now: new Date('2026-11-24T03:00:00Z') };
    expect(textOf(submissionOf({ date: '2026-11-24' }), night)).toMatch(/Authorized on November 23, 2026\.$/);
  });
});

describe('the id', () => {
  const context = contextWith();
  const { id, sha256, text } = authorize(twoContracts, context);
  const refusal = expect.objectContaining({
    problem: 'preview-changed',
    status: 409,
    message: 'What was reviewed no longer holds. Review the payment again and authorize it anew.',
  }) as unknown;

  const judge = (submission: Submission, sent: { id: string; sha256: string }, by: AuthorizationContext = context): unknown => {
    try {
      return requireAuthorization(submission, sent, by);
    } catch (error) {
      return error;
    }
  };

  it('holds for what was reviewed, until a millisecond before its end', () => {
    expect(judge(twoContracts, { id, sha256 })).toEqual({ text, sha256 });
    const at = (now: string): unknown => judge(twoContracts, { id, sha256 }, contextWith({ now: new Date(now) }));
    expect(at('2026-11-23T15:29:59.999Z')).toEqual({ text, sha256 });
    expect(at('2026-11-23T15:30:00.000Z')).toEqual(refusal);
  });

  it('stays the same from one version of the endpoint to the next, so that a deployment ends no review', () => {
    expect(id).toBe('mwte6w00.mwtf9gw0.KzbQhjHQaaxTJzmGmoA45UutW0U2oyXaRGpJu-42GJ4');
  });

  it.each<[string, (sent: string) => string]>([
    ['made up', () => 'made-up'],
    ['empty', () => ''],
    ['of dots', () => '..'],
    ['without its times', (sent) => sent.slice(sent.lastIndexOf('.') + 1)],
    ['without its proof', (sent) => sent.slice(0, sent.lastIndexOf('.') + 1)],
    ['cut by a letter', (sent) => sent.slice(0, -1)],
    ['with a letter after it', (sent) => `${sent}A`],
    ['with a letter before it', (sent) => `A${sent}`],
    ['with a line end after it', (sent) => `${sent}\n`],
    ['in capitals', (sent) => sent.toUpperCase()],
    [
      'with times in decimals',
      (sent) => sent.replace(/^(\w+)\.(\w+)/, (_all, a, b) => `${parseInt(String(a), 36)}.${parseInt(String(b), 36)}`),
    ],
    ['with a later end', (sent) => sent.replace(/\.\w+\./, '.zzzzzzzz.')],
    ['with an earlier beginning', (sent) => sent.replace(/^\w/, '1')],
    ['with its last letter turned into one of two bytes', (sent) => `${sent.slice(0, -1)}é`],
    ['with an end of half a letter', (sent) => `${sent.slice(0, -1)}\ud83d`],
  ])('%s is preview-changed', (_case, change) => {
    expect(judge(twoContracts, { id: change(id), sha256 })).toEqual(refusal);
  });

  it('does not hold for another text', () => {
    expect(judge(twoContracts, { id, sha256: '0'.repeat(64) })).toEqual(refusal);
  });

  it('does not hold when the text would now be another', () => {
    const settings = settingsWith({ lender: { id: 'northern', name: 'Southern Test Finance' } });
    expect(judge(twoContracts, { id, sha256 }, contextWith({ settings }))).toEqual(refusal);
  });

  const [first, second] = twoContracts.items;
  if (first === undefined || second === undefined) throw new Error('there are two');
  it.each<[string, Partial<Submission>]>([
    ['another contract of the same number', { items: [{ ...first, contract: contractRow({ id: 'c99' }) }, second] }],
    ['another version', { items: [{ ...first, sentVersion: 'v9' }, second] }],
    ['another currency', { items: [{ ...first, currency: 'CAD' }, second] }],
    [
      'sums that add up to the same',
      {
        items: [
          { ...first, amount: 107_400 },
          { ...second, amount: 2_150 },
        ],
      },
    ],
    ['another order', { items: [second, first] }],
    ['another account that reads the same', { account: accountRow({ id: 'other' }) }],
    ['a language that reads the same', { locale: 'en' }],
  ])('does not hold for %s', (_case, change) => {
    expect(judge({ ...twoContracts, ...change }, { id, sha256 })).toEqual(refusal);
  });

  it.each([
    ['lender', { lenderId: 'southern' }],
    ['payer', { payerId: 'beta' }],
    ['person', { personName: 'Bo Kim' }],
    ['e-mail', { personEmail: 'bo@acme.example' }],
  ])('does not hold for another %s', (_case, change) => {
    expect(judge(twoContracts, { id, sha256 }, contextWith({ who: { ...who, ...change } }))).toEqual(refusal);
  });

  it('does not hold under another key', () => {
    expect(judge(twoContracts, { id, sha256 }, contextWith({ key: new Uint8Array(32).fill(8) }))).toEqual(refusal);
  });
});
