/** A payment being prepared when the sign-in ended: what is kept of it, and what is given back afterwards. */
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/api/index.js';
import { openDraftOfAll } from '../../src/domain/draft.js';
import { draftToKeep, restoreDraft } from '../../src/domain/kept-draft.js';
import type { Draft, PaymentState } from '../../src/domain/payment.js';
import { excavators, money, session, today, trailers, ultrasound } from '../support/sample-contracts.js';
import { draft, draftOf, entry, newAccount, payment, ready, reviewed as sampleReview } from '../support/sample-payments.js';

const account = { ...newAccount, holderName: 'Ada Halvorsen', type: 'savings' } as const;
const typed: Draft = { ...draft, newAccount: { ...account, routingNumber: '011000015', accountNumberMask: '•••• 6789' } };
const reviewed = { ...sampleReview, draft: typed };

const prepared: readonly PaymentState[] = [
  { name: 'editing', draft: typed, accounts: ready, faults: [], attempts: 0 },
  { name: 'previewing', draft: typed, accounts: ready, attempts: 0 },
  { name: 'reviewing', reviewed, accounts: ready, isTicked: true },
  { name: 'changed', draft: typed, items: reviewed.items, what: 'balance', moved: [excavators.id] },
];

const others: readonly PaymentState[] = [
  { name: 'idle' },
  { name: 'warned', contract: excavators },
  { name: 'gathering', currency: 'USD' },
  { name: 'submitting', reviewed, accounts: ready },
  { name: 'checking', entry },
  { name: 'accepted', payments: [payment], pressedAt: entry.pressedAt },
  { name: 'refused', reviewed, entry, faults: [] },
];

describe('a payment being prepared', () => {
  it.each(prepared)('is kept without its bank digits: $name', (state) => {
    expect(draftToKeep(state)).toEqual({ ...draft, newAccount: account });
  });

  it.each(others)('is not what there is where it was sent or not begun: $name', (state) => {
    expect(draftToKeep(state)).toBeUndefined();
  });
});

describe('a payment given back', () => {
  const inFlight: Contract['inFlight'] = [{ amount: money(100), date: today, status: 'pending' }];
  const all = openDraftOfAll({ contracts: [excavators, ultrasound], isCapped: false, otherCurrencies: [] }, session, 'USD');

  it('is the same on its contract as it is now', () => {
    const now = { ...excavators, version: 'excavators-2' };
    expect(restoreDraft(draft, [now], session)).toEqual(draftOf(now));
  });

  it('is none where its contract is gone or can’t be paid any more', () => {
    expect(restoreDraft(draft, [ultrasound], session)).toBeUndefined();
    expect(restoreDraft(draft, [{ ...excavators, payable: false }], session)).toBeUndefined();
  });

  it('is that of the contracts that are still there', () => {
    expect(restoreDraft(all, [ultrasound, trailers], session)).toEqual({ ...all, lines: all.lines.slice(1) });
  });

  it('has no contract on which another payment was made since', () => {
    const now = { ...excavators, inFlight };
    expect(restoreDraft(all, [now, ultrasound], session)).toEqual({ ...all, lines: all.lines.slice(1), left: [...all.left, now] });
  });

  it('has the one that was said to be paid in addition', () => {
    const now = { ...excavators, inFlight };
    expect(restoreDraft(draftOf(now, { inAddition: true }), [now], session)).toEqual(draftOf(now, { inAddition: true }));
  });
});
