/** Paying everything at once: what is offered, what is in it, what it comes to. */
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/api/index.js';
import { openDraftOfAll, draftItems, checkDraft, type Gathered } from '../../src/domain/draft.js';
import { editDraft, touches, withContracts } from '../../src/domain/draft-edits.js';
import { payAllCurrencies, payEvent } from '../../src/domain/pay-all.js';
import { payFacts } from '../../src/domain/form-facts.js';
import { movedContracts, refusedFields } from '../../src/domain/refused-fields.js';
import type { Draft, PaymentState } from '../../src/domain/payment.js';
import type { UserEvent } from '../../src/domain/user-events.js';
import * as sample from '../support/sample-contracts.js';
import { portfolio } from '../support/sample-portfolio.js';

const { canadian, excavators, money, session, trailers, ultrasound } = sample;
const gathered: Gathered = { contracts: [excavators, ultrasound, trailers], isCapped: false, otherCurrencies: ['CAD'] };
const all = openDraftOfAll(gathered, session, 'USD');

const edit = (draft: Draft, ...events: readonly UserEvent[]): Draft =>
  events.reduce((now, event) => editDraft(now, event, session, 'en-US') ?? now, draft);
const ids = (draft: Draft): string[] => draft.lines.map(({ contract }) => contract.id);

describe('paying everything is offered', () => {
  it('for the whole of what the payer sees, a currency at a time', () => {
    expect(payAllCurrencies(portfolio([excavators, ultrasound, canadian]))).toEqual(['USD', 'CAD']);
    expect(payAllCurrencies(portfolio([excavators, ultrasound]))).toEqual(['USD']);
  });

  const mixed = [excavators, ultrasound, { ...canadian, payable: false }];

  it('in no currency of which no contract can be paid', () => {
    expect(payAllCurrencies(portfolio(mixed))).toEqual(['USD']);
  });

  it('in every currency with something open while there are contracts on other pages', () => {
    expect(payAllCurrencies(portfolio(mixed, { hasNext: true }))).toEqual(['USD', 'CAD']);
    expect(payAllCurrencies(portfolio(mixed, { offset: 50 }))).toEqual(['USD', 'CAD']);
    expect(payAllCurrencies(portfolio([sample.paidUp, sample.finished], { hasNext: true }))).toEqual([]);
    expect(payAllCurrencies(portfolio([excavators, sample.unheardOf], { hasNext: true }))).toEqual(['USD']);
  });

  it.each([
    ['there is one contract', portfolio([excavators])],
    ['a search narrows the list', portfolio([excavators, ultrasound], { query: { q: 'INV', sort: 'dueDate', status: 'open' } })],
    ['closed contracts are shown', portfolio([excavators, ultrasound], { query: { q: '', sort: 'dueDate', status: 'closed' } })],
    ['the payer is offline', portfolio([excavators, ultrasound], { isOffline: true })],
    ['nothing is open', portfolio([sample.paidUp, sample.finished])],
    ['the list is not there yet', portfolio([excavators, ultrasound], { status: 'loading' })],
    [
      'payments are off',
      portfolio([excavators, ultrasound], { session: { ...session, features: { ...session.features, payments: false } } }),
    ],
    [
      'the lender takes one at a time',
      portfolio([excavators, ultrasound], { session: { ...session, features: { ...session.features, payAll: false } } }),
    ],
    ['no bank account can be used', portfolio([excavators, ultrasound], { session: { ...session, bankAccounts: 'none' }, hasNext: true })],
  ])('not where %s', (_why, state) => {
    expect(payAllCurrencies(state)).toEqual([]);
  });
});

describe('a payment asked for by the page', () => {
  const two = portfolio([excavators, ultrasound]);

  it('is that of the contract it names', () => {
    expect(payEvent(two, ultrasound.id)).toEqual({ type: 'payPressed', contractId: ultrasound.id });
  });

  it('is that of the only contract, or of all of them, where it names none', () => {
    expect(payEvent(portfolio([excavators]), undefined)).toEqual({ type: 'payPressed', contractId: excavators.id });
    expect(payEvent(two, undefined)).toEqual({ type: 'payAllPressed', currency: 'USD' });
  });

  it('is none where there is nothing to open', () => {
    expect(payEvent(portfolio([]), undefined)).toBeUndefined();
    expect(payEvent({ ...two, isOffline: true }, undefined)).toBeUndefined();
  });
});

describe('the form of everything', () => {
  it('pays all that is open on each, and leaves out what has a payment in flight', () => {
    expect(ids(all)).toEqual([excavators.id, ultrasound.id]);
    expect(all.lines.map(({ choice }) => choice)).toEqual(['open', 'open']);
    expect(all.left).toEqual([trailers]);
    expect(all).toMatchObject({ scope: 'all', currency: 'USD', otherCurrencies: ['CAD'], isCapped: false });
  });

  it('offers what is due where all that is open may not be paid at once', () => {
    const limited = { ...session, limits: { ...session.limits, max: excavators.totals.due } };
    expect(openDraftOfAll(gathered, limited, 'USD').lines[0]?.choice).toBe('due');
  });

  it('takes one out and puts it back, last', () => {
    const out = edit(all, { type: 'lineRemoved', contractId: excavators.id });
    expect(ids(out)).toEqual([ultrasound.id]);
    expect(out.left).toEqual([trailers, excavators]);
    const back = edit(out, { type: 'lineAdded', contractId: excavators.id });
    expect(ids(back)).toEqual([ultrasound.id, excavators.id]);
    expect(back.left).toEqual([trailers]);
  });

  it('puts one in whose payment is in flight as what it is: a second payment', () => {
    const added = edit(all, { type: 'lineAdded', contractId: trailers.id });
    expect(added.lines.at(-1)).toMatchObject({ contract: { id: trailers.id }, inAddition: true });
  });

  it('puts in no more than the lender takes at once, and nothing that was never there', () => {
    const two = { ...session, limits: { ...session.limits, maxItems: 2 } };
    expect(editDraft(all, { type: 'lineAdded', contractId: trailers.id }, two, 'en-US')).toBe(all);
    expect(payFacts(two, 'en-US').form(all).canAdd).toBe(false);
    expect(edit(all, { type: 'lineAdded', contractId: 'nobody’s' }, { type: 'lineRemoved', contractId: 'nobody’s' })).toEqual(all);
  });

  it('changes the amount of one contract and of no other', () => {
    const changed = edit(all, { type: 'otherAmountTyped', contractId: ultrasound.id, text: '100.00' });
    const { items, total, faults } = draftItems(changed, session, 'en-US');
    expect(items.map(({ amount }) => amount.value)).toEqual([excavators.totals.open.value, 10_000]);
    expect(total).toEqual(money(excavators.totals.open.value + 10_000));
    expect(faults).toEqual([]);
  });

  it('says whose amount is wrong, and counts the others', () => {
    const wrong = edit(all, { type: 'otherAmountTyped', contractId: ultrasound.id, text: '1e5' });
    const { faults, total } = draftItems(wrong, session, 'en-US');
    expect(faults).toEqual([
      { field: 'otherAmount', code: 'amount-not-a-number', contractId: ultrasound.id, contractNumber: ultrasound.number },
    ]);
    expect(total).toEqual(excavators.totals.open);
  });

  it('asks for a contract where all were taken out', () => {
    const none = edit(all, { type: 'lineRemoved', contractId: excavators.id }, { type: 'lineRemoved', contractId: ultrasound.id });
    const facts = { session, locale: 'en-US', checkAccount: () => [], usableAccounts: ['prairie'] };
    expect(checkDraft({ ...none, accountId: 'prairie' }, facts)).toEqual([{ field: 'form', code: 'lines-missing' }]);
    expect(draftItems(none, session, 'en-US').total).toEqual(money(0));
  });

  it('forgets what was wrong with the amount that is touched, and with no other contract’s', () => {
    const fault = (contractId: string) => ({ field: 'otherAmount', code: 'amount-missing', contractId }) as const;
    const typed = { type: 'otherAmountTyped', contractId: ultrasound.id, text: '1' } as const;
    expect(touches(typed, fault(ultrasound.id))).toBe(true);
    expect(touches(typed, fault(excavators.id))).toBe(false);
    expect(touches({ type: 'lineRemoved', contractId: excavators.id }, fault(excavators.id))).toBe(true);
    expect(touches({ type: 'lineAdded', contractId: trailers.id }, { field: 'form', code: 'lines-missing' })).toBe(true);
  });
});

const flight = { paymentId: 'payment-1', amount: money(10), date: '2026-11-18', status: 'pending' } as const;
const withFlight = (contract: Contract): Contract => ({ ...contract, inFlight: [flight] });
const single: Draft = { ...all, scope: 'one', lines: all.lines.slice(0, 1) };

type Change = Omit<Extract<PaymentState, { name: 'changed' }>, 'name' | 'items' | 'what'>;
const factsOf = (change: Change) => payFacts(session, 'en-US').changed({ name: 'changed', items: [], what: 'balance', ...change });

describe('after a change', () => {
  it('goes on with the contracts as they are now, without those that can’t be paid any more', () => {
    const lower = { ...excavators, totals: { ...excavators.totals, pastDue: money(0), due: money(0) } };
    const dueNow = edit(all, { type: 'amountChosen', contractId: excavators.id, choice: 'due' });
    const now = withContracts(dueNow, [lower, { ...ultrasound, payable: false }], session);
    expect(now.lines).toMatchObject([{ contract: lower, choice: 'due' }]);
  });

  it('puts no other amount in place of one that isn’t offered any more: it is asked for anew', () => {
    const lower = { ...excavators, totals: { ...excavators.totals, pastDue: money(0), due: money(0) } };
    const dueNow = edit(all, { type: 'amountChosen', contractId: excavators.id, choice: 'due' });
    const now = withContracts(dueNow, [lower], session);
    expect(draftItems(now, session, 'en-US').faults).toMatchObject([{ code: 'amount-missing', contractId: excavators.id }]);
    const facts = factsOf({ draft: dueNow, moved: [lower.id], now: [lower] });
    expect(facts).toEqual({ isOver: false, isBeside: false, amount: undefined, canReview: false });
  });

  it('leaves out what a payment went in flight on, to be added by Pay in addition', () => {
    const paid = withFlight(excavators);
    const now = withContracts(all, [paid], session);
    expect(ids(now)).toEqual([ultrasound.id]);
    expect(now.left).toEqual([trailers, paid]);
    expect(factsOf({ draft: all, moved: [paid.id], now: [paid] })).toMatchObject({
      isBeside: false,
      amount: ultrasound.totals.open,
      canReview: true,
    });
  });

  it('asks for nothing where a payment went in flight on all of them', () => {
    const now = [withFlight(excavators), withFlight(ultrasound)];
    expect(factsOf({ draft: all, moved: now.map(({ id }) => id), now })).toEqual({
      isOver: false,
      isBeside: true,
      amount: undefined,
      canReview: false,
    });
  });

  it('leaves one that was not read again as it was', () => {
    expect(withContracts(all, [], session)).toEqual(all);
  });

  it('keeps a single contract in sight, also where it can’t be paid', () => {
    const facts = factsOf({ draft: single, moved: [excavators.id], now: [{ ...excavators, payable: false }] });
    expect(facts).toMatchObject({ isOver: true, canReview: false });
  });
});

describe('a refusal', () => {
  it('stands at the contract it points at', () => {
    const at = (pointer: string) => refusedFields([{ pointer, code: 'any', detail: 'No.' }], all)[0];
    expect(at('/items/1/amount')).toEqual({
      field: 'amount',
      code: 'refused',
      detail: 'No.',
      contractId: ultrasound.id,
      contractNumber: ultrasound.number,
    });
    expect(at('/items/7/amount')).toEqual({ field: 'form', code: 'refused', detail: 'No.' });
  });

  it('names the contracts that moved; all of them where it names none', () => {
    const at = (...pointers: readonly string[]) =>
      movedContracts(
        pointers.map((pointer) => ({ pointer, code: 'stale', detail: '' })),
        all,
      );
    expect(at('/items/1/contractVersion', '/items/1/contractVersion')).toEqual([ultrasound.id]);
    expect(at()).toEqual([excavators.id, ultrasound.id]);
    expect(at('/date')).toEqual([excavators.id, ultrasound.id]);
  });
});
