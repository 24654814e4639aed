/** The endpoint's field errors, on the fields a payer sees. */
import { describe, expect, it } from 'vitest';
import { refusedAccountFields, refusedFields } from '../../src/domain/refused-fields.js';
import { excavators } from '../support/sample-contracts.js';
import { draft, draftOf } from '../support/sample-payments.js';

const accountAt = (pointer: string) => refusedAccountFields([{ pointer, code: 'any', detail: 'A sentence.' }])[0]?.field;
const at = (pointer: string, choice: 'due' | 'other' = 'due') =>
  refusedFields([{ pointer, code: 'any', detail: 'A sentence.' }], draftOf(excavators, { choice }))[0]?.field;

describe('a field error of the endpoint', () => {
  it.each([
    ['/items/0/amount', 'amount'],
    ['/items/0/amount/value', 'amount'],
    ['/items/0', 'amount'],
    ['/date', 'date'],
    ['/accountId', 'account'],
  ])('at %s stands at the field %s', (pointer, field) => {
    expect(at(pointer)).toBe(field);
  });

  it('about an amount stands at the amount that was typed', () => {
    expect(at('/items/0/amount', 'other')).toBe('otherAmount');
  });

  it.each(['', '/', '/items/12/amount', '/items/0/contractId', '/items/x/amount', '/authorization/id', '/__proto__', '?cursor'])(
    'that points elsewhere ("%s") stands above the form',
    (pointer) => {
      expect(at(pointer)).toBe('form');
    },
  );

  it('keeps the endpoint’s words, and all of them', () => {
    const errors = [
      { pointer: '/date', code: 'closed-day', detail: 'No payments are made on this day.' },
      { pointer: '/accountId', code: 'unknown-id', detail: 'Choose another account.' },
    ];
    expect(refusedFields(errors, draft)).toEqual([
      { field: 'date', code: 'refused', detail: 'No payments are made on this day.' },
      { field: 'account', code: 'refused', detail: 'Choose another account.' },
    ]);
  });
});

describe('a field error about a new account', () => {
  it.each([
    ['/holderName', 'holderName'],
    ['/routingNumber', 'routingNumber'],
    ['/accountNumber', 'accountNumber'],
  ])('at %s stands at the field %s', (pointer, field) => {
    expect(accountAt(pointer)).toBe(field);
  });

  it.each(['', '/date', '/items/0/amount', '/idempotencyKey', '/__proto__'])(
    'that points elsewhere ("%s") stands above the form',
    (pointer) => {
      expect(accountAt(pointer)).toBe('form');
    },
  );

  it('keeps the endpoint’s words', () => {
    const errors = [{ pointer: '/routingNumber', code: 'check-digit', detail: 'This routing number does not exist.' }];
    expect(refusedAccountFields(errors)).toEqual([
      { field: 'routingNumber', code: 'refused', detail: 'This routing number does not exist.' },
    ]);
  });
});
