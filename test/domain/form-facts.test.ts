/** What the form offers, and what is left to ask for once something has changed under it. */
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/api/index.js';
import { openDraftOfAll } from '../../src/domain/draft.js';
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
    expect(changed(draft, undefined)).toEqual({ isOver: false, amount: undefined });
  });

  it('of the terms alone the same amount is to be paid', () => {
    expect(changed(draft, undefined, 'terms')).toEqual({ isOver: false, amount: excavators.totals.due });
  });

  it('the same choice comes to what it stands for now', () => {
    expect(changed(draft, [lower])).toEqual({ isOver: false, amount: money(5_000) });
  });

  it('an amount is to be chosen anew where the one that was typed can’t be paid any more', () => {
    expect(changed(draftOf(excavators, { choice: 'other', otherAmount: '90.01' }), [lower])).toEqual({ isOver: false, amount: undefined });
  });

  it('of several the others are still to be paid, until there is none', () => {
    const closed = [excavators, ultrasound].map((contract): Contract => ({ ...contract, payable: false }));
    expect(changed(all, closed.slice(0, 1))).toEqual({ isOver: false, amount: ultrasound.totals.open });
    expect(changed(all, closed)).toMatchObject({ isOver: true });
  });
});
