/** A bank account being entered: what typing does to it, and what is wrong with it. */
import { describe, expect, it } from 'vitest';
import { checkNewAccount, editNewAccount, emptyAccount, touchedAccountFields, withoutNumbers } from '../../src/domain/new-account.js';
import type { UserEvent } from '../../src/domain/user-events.js';

const typed = { ...emptyAccount, holderName: 'Ada', routingNumber: '011000015', accountNumberMask: '•••• 6789' };

const edits: readonly (readonly [UserEvent, object])[] = [
  [{ type: 'holderNameTyped', text: 'Ada L.' }, { holderName: 'Ada L.' }],
  [{ type: 'accountTypeChosen', accountType: 'savings' }, { type: 'savings' }],
  [{ type: 'holderTypeChosen', holderType: 'consumer' }, { holderType: 'consumer' }],
  [{ type: 'routingNumberTyped', text: '0110' }, { routingNumber: '0110' }],
];

describe('a new account', () => {
  it('begins as a business’s checking account of which nothing is known', () => {
    expect(emptyAccount).toEqual({
      holderName: '',
      type: 'checking',
      holderType: 'business',
      routingNumber: '',
      accountNumberMask: '',
      isForgotten: false,
    });
  });

  it.each(edits)('takes what was done and nothing else: %o', (event, change) => {
    expect(editNewAccount(typed, event)).toEqual({ ...typed, ...change });
  });

  it('never takes an account number, and shows no mask of an earlier one', () => {
    const edited = editNewAccount(typed, { type: 'accountNumberTyped', text: '400012346789' });
    expect(edited).toEqual({ ...typed, accountNumberMask: '' });
  });

  it('is the form’s still where it is typed in the fields of somebody else', () => {
    for (const type of ['bankSourceEdited', 'bankSourceReplaced'] as const) {
      expect(editNewAccount(typed, { type })).toBe(typed);
      expect(touchedAccountFields({ type })).toEqual(['bankSource']);
    }
  });

  it.each<UserEvent>([{ type: 'reviewPressed' }, { type: 'dateChosen', date: '2025-12-01' }])('is left alone by %o', (event) => {
    expect(editNewAccount(typed, event)).toBeUndefined();
    expect(touchedAccountFields(event)).toEqual([]);
  });

  it('forgets what was wrong with a field that is touched, and with no other', () => {
    expect(touchedAccountFields({ type: 'holderNameTyped', text: '' })).toEqual(['holderName']);
    expect(touchedAccountFields({ type: 'routingNumberTyped', text: '' })).toEqual(['routingNumber']);
    expect(touchedAccountFields({ type: 'accountNumberTyped', text: '' })).toEqual(['accountNumber']);
    expect(touchedAccountFields({ type: 'holderTypeChosen', holderType: 'consumer' })).toEqual([]);
  });

  it('is right with a holder and two good numbers', () => {
    expect(checkNewAccount(typed, '400012346789')).toEqual([]);
  });

  it('is told all that is wrong at once, in the order of its fields', () => {
    expect(checkNewAccount({ ...typed, holderName: ' ', routingNumber: '123456789' }, '123')).toEqual([
      { field: 'holderName', code: 'holder-missing' },
      { field: 'routingNumber', code: 'routing-check', digits: 9 },
      { field: 'accountNumber', code: 'account-number-length', digits: 3 },
    ]);
  });

  it('says how many digits there are, never which', () => {
    const faults = JSON.stringify(checkNewAccount({ ...typed, routingNumber: '0110000' }, '4000123467890123456'));
    expect(faults).not.toMatch(/\d{5}/);
  });

  it('keeps who holds it and of which kind once its numbers are done with', () => {
    expect(withoutNumbers(typed)).toEqual({ ...typed, routingNumber: '', accountNumberMask: '' });
  });
});
