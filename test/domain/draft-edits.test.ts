/** What typing and choosing does to the form. */
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/api/index.js';
import { editDraft, hasNewFlight, touches, withContracts } from '../../src/domain/draft-edits.js';
import type { UserEvent } from '../../src/domain/user-events.js';
import { excavators, money, session } from '../support/sample-contracts.js';
import { draft, draftOf } from '../support/sample-payments.js';

const contractId = excavators.id;
const line = { contract: excavators, choice: 'due', otherAmount: '', inAddition: false } as const;

const edits: readonly (readonly [UserEvent, object])[] = [
  [{ type: 'amountChosen', contractId, choice: 'pastDue' }, { lines: [{ ...line, choice: 'pastDue' }] }],
  [{ type: 'otherAmountTyped', contractId, text: '12.' }, { lines: [{ ...line, choice: 'other', otherAmount: '12.' }] }],
  [{ type: 'dateChosen', date: '2025-12-01' }, { date: '2025-12-01' }],
  [{ type: 'accountChosen', accountId: 'new' }, { accountId: 'new' }],
];

const fields = ['amount', 'otherAmount', 'date', 'account', 'holderName', 'routingNumber', 'accountNumber', 'form'] as const;
const touched = (event: UserEvent) => fields.filter((field) => touches(event, { field, code: 'refused' }));

describe('the form', () => {
  it.each(edits)('takes what was done: %o', (event, change) => {
    const edited = editDraft(draft, event, session, 'en-US');
    expect(edited).toMatchObject(change);
    expect({ ...edited, ...change, newAccount: {} }).toEqual({ ...draft, ...change, newAccount: {} });
  });

  it.each<UserEvent>([{ type: 'reviewPressed' }, { type: 'authorizePressed', isTrusted: true }, { type: 'searched', q: 'x' }])(
    'is left alone by %o',
    (event) => {
      expect(editDraft(draft, event, session, 'en-US')).toBeUndefined();
      expect(touched(event)).toEqual([]);
    },
  );

  it('forgets what was wrong with a field that is touched, and with no other', () => {
    expect(touched({ type: 'amountChosen', contractId, choice: 'due' })).toEqual(['amount', 'otherAmount']);
    expect(touched({ type: 'otherAmountTyped', contractId, text: '1' })).toEqual(['amount', 'otherAmount']);
    expect(touched({ type: 'dateChosen', date: '2025-12-01' })).toEqual(['date']);
    expect(touched({ type: 'accountChosen', accountId: 'new' })).toEqual(['account', 'holderName', 'routingNumber', 'accountNumber']);
    expect(touched({ type: 'holderNameTyped', text: '' })).toEqual(['holderName']);
    expect(touched({ type: 'routingNumberTyped', text: '' })).toEqual(['routingNumber']);
    expect(touched({ type: 'accountNumberTyped', text: '' })).toEqual(['accountNumber']);
  });
});

describe('the form on its contract as it is now', () => {
  const now = (change: Partial<Contract>) => ({ ...excavators, version: 'excavators-2', ...change });

  it('keeps an amount that was chosen or typed, where it is still offered', () => {
    const typed = { choice: 'other', otherAmount: '12.50' } as const;
    expect(withContracts(draftOf(excavators, { choice: 'pastDue' }), [now({})], session)).toEqual(draftOf(now({}), { choice: 'pastDue' }));
    expect(withContracts(draftOf(excavators, typed), [now({})], session)).toEqual(draftOf(now({}), typed));
  });

  it('puts no other amount in place of the one that was chosen, where that is not offered any more', () => {
    const moved = now({ totals: { ...excavators.totals, pastDue: money(0) } });
    expect(withContracts(draftOf(excavators, { choice: 'pastDue' }), [moved], session)).toEqual(draftOf(moved, { choice: 'pastDue' }));
  });

  it('still shows the one contract it is about, also where it can’t be paid any more', () => {
    const closed = now({ payable: false });
    expect(withContracts(draft, [closed], session)).toEqual(draftOf(closed));
  });
});

describe('a payment under way', () => {
  const elsewhere = { amount: money(500), date: '2026-11-18', status: 'pending' } as const;
  const before = { ...excavators, inFlight: [elsewhere] };

  it('is known again, also one made elsewhere, which has no id', () => {
    expect(hasNewFlight(before, { ...before, version: 'excavators-2' })).toBe(false);
    expect(hasNewFlight(before, excavators)).toBe(false);
  });

  it('is new with another id, day or amount, and on a contract nobody saw before', () => {
    for (const one of [
      { ...elsewhere, paymentId: 'payment-1' },
      { ...elsewhere, date: '2026-11-19' },
      { ...elsewhere, amount: money(501) },
    ]) {
      expect(hasNewFlight(before, { ...before, inFlight: [elsewhere, one] })).toBe(true);
    }
    expect(hasNewFlight(undefined, before)).toBe(true);
  });
});
