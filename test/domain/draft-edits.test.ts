/** What typing and choosing does to the form. */
import { describe, expect, it } from 'vitest';
import { editDraft, touchedFields } from '../../src/domain/draft-edits.js';
import type { UserEvent } from '../../src/domain/user-events.js';
import { draft } from '../support/sample-payments.js';

const edits: readonly (readonly [UserEvent, object])[] = [
  [{ type: 'amountChosen', choice: 'pastDue' }, { choice: 'pastDue' }],
  [
    { type: 'otherAmountTyped', text: '12.' },
    { choice: 'other', otherAmount: '12.' },
  ],
  [{ type: 'dateChosen', date: '2025-12-01' }, { date: '2025-12-01' }],
  [{ type: 'accountChosen', accountId: 'new' }, { accountId: 'new' }],
];

describe('the form', () => {
  it.each(edits)('takes what was done: %o', (event, change) => {
    const edited = editDraft(draft, event);
    expect(edited).toMatchObject(change);
    expect({ ...edited, ...change, newAccount: {} }).toEqual({ ...draft, ...change, newAccount: {} });
  });

  it.each<UserEvent>([{ type: 'reviewPressed' }, { type: 'authorizePressed', isTrusted: true }, { type: 'searched', q: 'x' }])(
    'is left alone by %o',
    (event) => {
      expect(editDraft(draft, event)).toBeUndefined();
      expect(touchedFields(event)).toEqual([]);
    },
  );

  it('forgets what was wrong with a field that is touched, and with no other', () => {
    expect(touchedFields({ type: 'otherAmountTyped', text: '1' })).toEqual(['amount', 'otherAmount']);
    expect(touchedFields({ type: 'dateChosen', date: '2025-12-01' })).toEqual(['date']);
    expect(touchedFields({ type: 'accountChosen', accountId: 'new' })).toEqual(['account', 'holderName', 'routingNumber', 'accountNumber']);
    expect(touchedFields({ type: 'holderNameTyped', text: '' })).toEqual(['holderName']);
    expect(touchedFields({ type: 'routingNumberTyped', text: '' })).toEqual(['routingNumber']);
    expect(touchedFields({ type: 'accountNumberTyped', text: '' })).toEqual(['accountNumber']);
  });
});
