/** What the form offers, and what is left to ask for once something has changed under it. */
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/api/index.js';
import { mustAsk, openDraftOfAll } from '../../src/domain/draft.js';
import { inAddition, withContracts } from '../../src/domain/draft-edits.js';
import { payFacts } from '../../src/domain/form-facts.js';
import type { Draft, PaymentState } from '../../src/domain/payment.js';
import { excavators, money, session, ultrasound } from '../support/sample-contracts.js';
import { draft, draftOf } from '../support/sample-payments.js';

const facts = payFacts(session, 'en-US');
const all = openDraftOfAll({ contracts: [excavators, ultrasound], isCapped: false, otherCurrencies: [] }, session, 'USD');

type ChangedState = Extract<PaymentState, { name: 'changed' }>;

const changed = (typed: Draft, now: readonly Contract[] | undefined, what: ChangedState['what'] = 'balance') =>
  facts.changed({ name: 'changed', draft: typed, items: [], moved: [excavators.id], what, ...(now && { now }) });

describe('the form', () => {
  it('takes another contract until there are as many as the lender takes at once', () => {
    expect(facts.form(all)).toMatchObject({ canAdd: true, maxItems: 50 });
    const two = payFacts({ ...session, limits: { ...session.limits, maxItems: 2 } }, 'en-US');
    expect(two.form(all)).toMatchObject({ canAdd: false, maxItems: 2 });
  });
});

describe('after a change', () => {
  const lower: Contract = { ...excavators, totals: { pastDue: money(0), due: money(5_000), open: money(9_000) } };

  it('of a contract there is nothing to say until it is there', () => {
    expect(changed(draft, undefined)).toEqual({ isOver: false, isBeside: false, amount: undefined, canReview: false });
  });

  it('of the terms alone the same amount is to be paid', () => {
    expect(changed(draft, undefined, 'terms')).toEqual({ isOver: false, isBeside: false, amount: excavators.totals.due, canReview: true });
  });

  it('the same choice comes to what it stands for now', () => {
    expect(changed(draft, [lower])).toMatchObject({ amount: money(5_000), canReview: true });
  });

  it('an amount is to be chosen anew where the one that was typed can’t be paid any more', () => {
    expect(changed(draftOf(excavators, { choice: 'other', otherAmount: '90.01' }), [lower])).toMatchObject({
      isOver: false,
      amount: undefined,
      canReview: false,
    });
  });

  it('of several the others are still to be paid, until there is none', () => {
    const closed = [excavators, ultrasound].map((contract): Contract => ({ ...contract, payable: false }));
    expect(changed(all, closed.slice(0, 1))).toMatchObject({ isOver: false, amount: ultrasound.totals.open, canReview: true });
    expect(changed(all, closed)).toMatchObject({ isOver: true });
  });
});

describe('a payment that went in flight on the contract meanwhile', () => {
  const flight = { paymentId: 'payment-1', amount: money(10), date: '2026-11-18', status: 'pending' } as const;
  const paid: Contract = { ...excavators, inFlight: [flight] };

  it('may be this very one: nothing is asked for but by Pay in addition', () => {
    expect(changed(draft, [paid])).toEqual({
      isOver: false,
      isBeside: true,
      amount: undefined,
      canReview: false,
    });
    const [line] = withContracts(draft, [paid], session).lines;
    expect(line && mustAsk(line)).toBe(true);
  });

  it('leaves nothing to be asked about where it was for all that is open', () => {
    const all = { ...flight, amount: excavators.totals.open };
    expect(changed(draft, [{ ...excavators, inFlight: [all] }])).toMatchObject({ isOver: true, isBeside: false, canReview: false });
  });

  it('is asked about once: said out loud, the review goes on', () => {
    const said = inAddition(withContracts(draft, [paid], session));
    expect(changed(said, [paid])).toMatchObject({ isBeside: false, canReview: true });
  });

  it('is asked about again where another one followed', () => {
    const said = inAddition(withContracts(draft, [paid], session));
    const again = { ...paid, inFlight: [...paid.inFlight, { ...flight, paymentId: 'payment-2' }] };
    expect(changed(said, [again])).toMatchObject({ isBeside: true, canReview: false });
    const elsewhere = { ...paid, inFlight: [...paid.inFlight, { amount: money(20), date: '2026-11-19', status: 'pending' }] };
    expect(changed(said, [elsewhere]).isBeside).toBe(true);
  });
});
