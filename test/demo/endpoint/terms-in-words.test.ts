/**
 * The terms as values: every refusal in the words an integrator reads, and each bound beside its edge.
 */
import { describe, expect, it } from 'vitest';
import type { Days } from '../../../demo/endpoint/calendar.js';
import { ProblemError } from '../../../demo/endpoint/problems.js';
import type { LenderSettings } from '../../../demo/endpoint/store/lender.js';
import type { BankAccountRow } from '../../../demo/endpoint/store/schema.js';
import type { Submission, SubmittedItem } from '../../../demo/endpoint/submission.js';
import { requireTerms } from '../../../demo/endpoint/terms.js';
import { accountRow, contractRow, featuring, itemOf, settingsWith, submissionOf } from './support/submissions.js';

/** A Monday, and the Friday of the week after. */
const days: Days = { today: '2026-11-23', earliestDate: '2026-11-23', latestDate: '2026-12-04' };

const refusalOf = (submission: Submission, settings: LenderSettings, on: Days = days): ProblemError | undefined => {
  try {
    requireTerms(submission, on, settings);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
};

/** `pointer code: detail` of each. */
const judge = (submission: Submission, settings: LenderSettings, on: Days = days): string[] =>
  (refusalOf(submission, settings, on)?.errors ?? []).map(({ pointer, code, detail }) => `${pointer} ${code}: ${detail}`);

const limits = (min: number, max: number, currency = 'USD'): LenderSettings =>
  settingsWith({ limits: { min: { value: min, currency }, max: { value: max, currency }, maxItems: 5 } });

describe('an amount', () => {
  const judgeItem = (item: Partial<SubmittedItem>, settings: LenderSettings = settingsWith()): string[] =>
    judge(submissionOf({ items: [itemOf(item)] }), settings);
  const refused = (code: string, detail: string): string[] => [`/items/0/amount ${code}: ${detail}`];

  it.each<[string, Partial<SubmittedItem>, string[]]>([
    ['a cent', { amount: 1 }, []],
    ['nothing', { amount: 0 }, refused('not-positive', 'Enter an amount above zero.')],
    ['less than nothing', { amount: -1 }, refused('not-positive', 'Enter an amount above zero.')],
    ['all that is open', { amount: 322_500 }, []],
    ['a cent more', { amount: 322_501 }, refused('above-open', 'At most $3,225.00 can be paid on this contract.')],
    ['all that is left', { amount: 222_500, inFlightSum: 100_000 }, []],
    [
      'a cent more than is left',
      { amount: 222_501, inFlightSum: 100_000 },
      refused('above-open', 'At most $2,225.00 can be paid on this contract.'),
    ],
    [
      'another currency',
      { currency: 'CAD' },
      [...refused('wrong-currency', 'This contract is paid in USD.'), '/accountId wrong-currency: This bank account is in USD.'],
    ],
  ])('of %s', (_case, item, verdict) => {
    expect(judgeItem(item)).toEqual(verdict);
  });

  it.each<[number, string[]]>([
    [999, refused('below-minimum', 'Pay at least $10.00.')],
    [1_000, []],
    [250_000, []],
    [250_001, refused('above-maximum', 'At most $2,500.00 can be paid at once.')],
  ])('of %i is held to the limits', (amount, verdict) => {
    expect(judgeItem({ amount }, limits(1_000, 250_000))).toEqual(verdict);
  });

  it('below the least is taken when it is all that is left', () => {
    const rest = { contract: contractRow({ open_value: 1_500 }), inFlightSum: 1_000 };
    expect(judgeItem({ ...rest, amount: 500 }, limits(1_000, 250_000))).toEqual([]);
    expect(judgeItem({ ...rest, amount: 499 }, limits(1_000, 250_000))).toEqual(refused('below-minimum', 'Pay at least $10.00.'));
  });

  it('is not held to limits in another currency, nor to any where there are none', () => {
    for (const amount of [1, 322_500]) {
      expect(judgeItem({ amount }, limits(1_000, 250_000, 'CAD'))).toEqual([]);
      expect(judgeItem({ amount }, settingsWith())).toEqual([]);
    }
  });

  it('in a currency nobody knows is refused, even where contract and account are in it', () => {
    const item = itemOf({ currency: 'XXQ', contract: contractRow({ currency: 'XXQ' }) });
    expect(judge(submissionOf({ items: [item], account: accountRow({ currency: 'XXQ' }) }), settingsWith())).toEqual(
      refused('unknown-currency', 'This currency is not known.'),
    );
  });

  it('below what is due, less what is under way, is taken only where the lender takes parts', () => {
    const refusal = refused('below-due', 'Pay at least what is due now, $1,150.00.');
    expect(judgeItem({ amount: 114_999, inFlightSum: 100_000 }, featuring({ partial: false }))).toEqual(refusal);
    expect(judgeItem({ amount: 115_000, inFlightSum: 100_000 }, featuring({ partial: false }))).toEqual([]);
    expect(judgeItem({ amount: 114_999, inFlightSum: 100_000 })).toEqual([]);
  });

  it('of all that is left is taken where a credit that isn’t due yet makes that less than what is due', () => {
    const credited = { contract: contractRow({ open_value: 80_000 }), due: 90_000 };
    const refusal = refused('below-due', 'Pay at least what is due now, $800.00.');
    for (const overpay of [false, true]) {
      expect(judgeItem({ ...credited, amount: 80_000 }, featuring({ partial: false, overpay }))).toEqual([]);
      expect(judgeItem({ ...credited, amount: 79_999 }, featuring({ partial: false, overpay }))).toEqual(refusal);
    }
    expect(judgeItem({ ...credited, amount: 85_000 }, featuring({ partial: false, overpay: true }))).toEqual(
      refused('below-due', 'Pay at least what is due now, $900.00.'),
    );
    const paying = { ...credited, inFlightSum: 30_000 };
    expect(judgeItem({ ...paying, amount: 50_000 }, featuring({ partial: false }))).toEqual([]);
  });

  it('above what is open is taken only where the lender takes it, and still held to the most', () => {
    expect(judgeItem({ amount: 400_000 }, featuring({ overpay: true }))).toEqual([]);
    expect(judgeItem({ amount: 400_000 }, featuring({ overpay: true }, { limits: limits(1, 399_999).limits }))).toEqual(
      refused('above-maximum', 'At most $3,999.99 can be paid at once.'),
    );
  });

  it('on a contract that cannot be paid is refused at the contract, with the reason of the list', () => {
    const items = [itemOf(), itemOf({ amount: 0, contract: contractRow({ status: 'closed' }) })];
    expect(judge(submissionOf({ items }), settingsWith())).toEqual(['/items/1/contractId not-payable: This contract is closed.']);
  });
});

describe('a date', () => {
  const judgeDate = (date: string, on: Days = days, settings: LenderSettings = settingsWith()): string[] =>
    judge(submissionOf({ date }), settings, on).map((line) => line.replace('/date ', ''));
  const tomorrow: Days = { ...days, earliestDate: '2026-11-24' };

  it.each<[string, string, Days, string[]]>([
    ['today', '2026-11-23', days, []],
    ['yesterday', '2026-11-22', days, ['past: This day has passed. The next open day is 2026-11-23.']],
    ['weeks ago', '2026-11-02', days, ['past: This day has passed. The next open day is 2026-11-23.']],
    ['today, after the cut-off', '2026-11-23', tomorrow, ['too-early: It is too late for this day. The next open day is 2026-11-24.']],
    ['yesterday, after the cut-off', '2026-11-20', tomorrow, ['past: This day has passed. The next open day is 2026-11-24.']],
    ['a holiday', '2026-11-26', days, ['closed-day: No payments are made on this day. The next open day is 2026-11-27.']],
    ['a Saturday', '2026-11-28', days, ['closed-day: No payments are made on this day. The next open day is 2026-11-30.']],
    [
      'a Saturday before the last day there is',
      '2026-11-28',
      { ...days, latestDate: '2026-11-30' },
      ['closed-day: No payments are made on this day. The next open day is 2026-11-30.'],
    ],
    [
      'a last day that is a Saturday',
      '2026-11-28',
      { ...days, latestDate: '2026-11-29' },
      ['closed-day: No payments are made on this day. The next open day is 2026-11-23.'],
    ],
    ['a Saturday beyond them all', '2026-12-12', days, ['closed-day: No payments are made on this day. The next open day is 2026-11-23.']],
    ['the last day', '2026-12-04', days, []],
    ['the day after', '2026-12-07', days, ['too-late: The last day that can be chosen is 2026-12-04.']],
    ['the last day of the calendar', '9999-12-31', days, ['too-late: The last day that can be chosen is 2026-12-04.']],
  ])('%s (%s)', (_case, date, on, verdict) => {
    expect(judgeDate(date, on)).toEqual(verdict);
  });

  it('other than the next open day is refused where nothing is scheduled', () => {
    const now = featuring({ schedule: false });
    expect(judgeDate('2026-11-23', days, now)).toEqual([]);
    expect(judgeDate('2026-11-24', days, now)).toEqual(['not-earliest: Payments are made on the next open day only, 2026-11-23.']);
  });
});

describe('a bank account', () => {
  const refuse = (account: Partial<BankAccountRow>, items = [itemOf()]): ProblemError | undefined =>
    refusalOf(submissionOf({ account: accountRow(account), items }), settingsWith());

  it('in another currency than any of the amounts is refused', () => {
    const mixed = [itemOf(), itemOf({ currency: 'CAD', contract: contractRow({ currency: 'CAD' }) })];
    for (const items of [[itemOf()], mixed]) {
      expect(refuse({ currency: 'CAD' }, items)?.errors).toEqual([
        { pointer: '/accountId', code: 'wrong-currency', detail: 'This bank account is in CAD.' },
      ]);
    }
  });

  it('that cannot be used yet is refused with the lender’s help, or else with a sentence', () => {
    const usual = 'This bank account cannot be used yet. Choose another one.';
    for (const [help, detail] of [
      [null, usual],
      ['Call us to verify it.', 'Call us to verify it.'],
    ] as const) {
      expect(refuse({ status: 'unverified', help })).toMatchObject({
        problem: 'account-not-usable',
        message: detail,
        errors: [{ pointer: '/accountId', code: 'unverified', detail }],
      });
    }
    expect(refuse({ status: 'usable', help: 'Call us to verify it.' })).toBeUndefined();
  });

  it('that cannot be used is told only when everything else is right, which is told all at once', () => {
    const submission = submissionOf({
      account: accountRow({ status: 'rejected', currency: 'CAD' }),
      items: [itemOf({ amount: 0 })],
      date: '2026-11-22',
    });
    expect(refusalOf(submission, settingsWith())).toMatchObject({ problem: 'invalid', message: 'Enter an amount above zero.' });
    expect(judge(submission, settingsWith()).map((line) => line.split(':')[0])).toEqual([
      '/items/0/amount not-positive',
      '/date past',
      '/accountId wrong-currency',
    ]);
  });
});
