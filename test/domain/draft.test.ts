/** What is wrong with a filled-in form, all at once and in the order of the form, before anything is sent. */
import { describe, expect, it } from 'vitest';
import type { Calendar, Limits } from '../../src/api/index.js';
import { checkDraft, draftItems, isAdditional, openDraft, type DraftFacts } from '../../src/domain/draft.js';
import { checkNewAccount, type NewAccountDraft } from '../../src/domain/new-account.js';
import type { Draft, FieldFault } from '../../src/domain/payment.js';
import * as sample from '../support/sample-contracts.js';
import { draftOf, newAccount, type DraftParts } from '../support/sample-payments.js';

const { money, session, excavators, trailers } = sample;
const facts: DraftFacts = { session, locale: 'en-US', checkAccount: () => [], usableAccounts: ['prairie'] };
const draft = (more: DraftParts = {}): Draft => draftOf(excavators, more);
const other = (otherAmount: string): Draft => draft({ choice: 'other', otherAmount });
const codes = (checked: Draft, more: Partial<DraftFacts> = {}): string[] =>
  checkDraft(checked, { ...facts, ...more }).map(({ field, code }) => `${field}: ${code}`);

describe('a fresh form', () => {
  it('has the sensible amount, the earliest day, no account and no number', () => {
    const opened = openDraft(excavators, session, false);
    expect(opened).toEqual({
      scope: 'one',
      lines: [{ contract: excavators, choice: 'due', otherAmount: '', inAddition: false }],
      left: [],
      isCapped: false,
      currency: 'USD',
      otherCurrencies: [],
      date: session.calendar.earliestDate,
      accountId: '',
      newAccount,
    });
  });

  it('has the next open day where the earliest is closed, and the earliest where none is open', () => {
    const dateWith = (calendar: Partial<Calendar>) =>
      openDraft(excavators, { ...session, calendar: { ...session.calendar, ...calendar } }, false).date;
    expect(dateWith({ closedDates: [sample.today] })).toBe('2025-11-25');
    expect(dateWith({ closedDates: [sample.today], latestDate: sample.today })).toBe(sample.today);
  });

  it('asks to pay in addition where a payment is in flight', () => {
    expect(isAdditional(trailers)).toBe(true);
    expect(isAdditional(excavators)).toBe(false);
  });
});

describe('a filled-in form', () => {
  it('is right', () => {
    expect(checkDraft(draft(), facts)).toEqual([]);
    expect(checkDraft(other('1,075.00'), facts)).toEqual([]);
  });

  it('stands for the amount of its preset, or for what was typed', () => {
    const { due } = excavators.totals;
    expect(draftItems(draft(), session, 'en-US')).toEqual({ items: [{ contract: excavators, amount: due }], total: due, faults: [] });
    expect(draftItems(other('12.50'), session, 'en-US').total).toEqual(money(1_250));
    expect(draftItems(other('12,50'), session, 'fr-CA').total).toEqual(money(1_250));
  });

  it.each([
    ['', 'amount-missing'],
    ['0', 'amount-not-positive'],
    ['1e5', 'amount-not-a-number'],
    ['12.345', 'amount-too-precise'],
  ])('says at the amount what is wrong with "%s"', (text, code) => {
    expect(codes(other(text))).toEqual([`otherAmount: ${code}`]);
  });

  it('names the bound an amount is outside of', () => {
    const faultOf = (text: string, changed = session) => checkDraft(other(text), { ...facts, session: changed })[0];
    expect(faultOf('0.50')).toEqual({ field: 'otherAmount', code: 'amount-below-min', limit: money(100) });
    expect(faultOf('9,999,999.00')).toEqual({ field: 'otherAmount', code: 'amount-above-open', limit: excavators.totals.open });
    const small = { ...session, limits: { ...session.limits, max: money(5_000) } };
    expect(faultOf('50.01', small)).toEqual({ field: 'otherAmount', code: 'amount-above-max', limit: money(5_000) });
    const whole = { ...session, features: { ...session.features, partial: false } };
    expect(faultOf('50.01', whole)).toEqual({ field: 'otherAmount', code: 'amount-below-due', limit: excavators.totals.due });
    // The most the lender takes is not too much, though it isn't enough here.
    expect(faultOf('50.00', { ...small, features: whole.features })).toMatchObject({ code: 'amount-below-due' });
  });

  it('does not call what is open the lender’s limit, where that is in another currency or there is none', () => {
    const { open } = excavators.totals;
    const codeWith = (limits: Limits) => checkDraft(other('9,999,999.00'), { ...facts, session: { ...session, limits } })[0]?.code;
    expect(codeWith({ max: money(open.value, 'CAD'), maxItems: 50 })).toBe('amount-above-open');
    expect(codeWith({ maxItems: 50 })).toBe('amount-above-open');
  });

  it('does not call the smallest payment what is due where nothing is', () => {
    const upcoming = draftOf(sample.ultrasound, { choice: 'other', otherAmount: '0.50' });
    const whole = { ...session, features: { ...session.features, partial: false } };
    expect(checkDraft(upcoming, { ...facts, session: whole })).toEqual([
      { field: 'otherAmount', code: 'amount-below-min', limit: money(100) },
    ]);
  });

  it('asks for an amount where the preset is no longer offered', () => {
    expect(codes(draftOf({ ...excavators, totals: sample.paidUp.totals }))).toEqual(['amount: amount-missing']);
  });

  it('names the next open day for a closed one', () => {
    expect(checkDraft(draft({ date: '2025-11-30' }), facts)).toEqual([{ field: 'date', code: 'date-closed', nextDate: '2025-12-01' }]);
    expect(codes(draft({ date: '2025-11-20' }))).toEqual(['date: date-past']);
  });

  it('asks for an account that can be used', () => {
    expect(codes(draft({ accountId: '' }))).toEqual(['account: account-missing']);
    expect(codes(draft({ accountId: 'gone' }))).toEqual(['account: account-not-usable']);
  });

  it('asks for none while those that can be used are on their way', () => {
    for (const accountId of ['', 'prairie']) expect(checkDraft(draft({ accountId }), { ...facts, usableAccounts: undefined })).toEqual([]);
  });

  it('has a new account checked by whoever holds its number, and a saved one not', () => {
    const missing = { field: 'accountNumber', code: 'account-number-missing' } as const;
    const checkAccount = (account: NewAccountDraft): FieldFault[] => (account.holderName === 'Ada' ? [] : [missing]);
    const typed = (holderName: string): Draft => draft({ accountId: 'new', newAccount: { ...newAccount, holderName } });
    expect(checkDraft(typed('Ada'), { ...facts, checkAccount })).toEqual([]);
    expect(checkDraft(typed('Bo'), { ...facts, checkAccount })).toEqual([missing]);
    expect(checkDraft(draft(), { ...facts, checkAccount })).toEqual([]);
  });

  it('says everything at once, in the order of the form', () => {
    const wrong = draft({ choice: 'other', otherAmount: '', date: '2025-11-30', accountId: 'new' });
    expect(codes(wrong, { checkAccount: (account) => checkNewAccount(account, '') })).toEqual([
      'otherAmount: amount-missing',
      'date: date-closed',
      'holderName: holder-missing',
      'routingNumber: routing-missing',
      'accountNumber: account-number-missing',
    ]);
  });
});
