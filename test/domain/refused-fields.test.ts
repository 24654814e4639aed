/** The endpoint's field errors, on the fields a payer sees. */
import { describe, expect, it } from 'vitest';
import { movedContracts, refusedAccountFields, refusedFields } from '../../src/domain/refused-fields.js';
import { excavators, ultrasound } from '../support/sample-contracts.js';
import { draft, draftOf } from '../support/sample-payments.js';

const line = { contract: excavators, choice: 'due', otherAmount: '', inAddition: false } as const;

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

  it.each([
    '',
    '/',
    '/items/12/amount',
    '/items/0/contractId',
    '/items/0/items/0',
    '/items/x/amount',
    '/authorization/id',
    '/__proto__',
    '?cursor',
  ])('that points elsewhere ("%s") stands above the form', (pointer) => {
    expect(at(pointer)).toBe('form');
  });

  it('finds its contract among more than ten', () => {
    const lines = Array.from({ length: 12 }, (_, index) => ({ ...line, contract: { ...excavators, id: `contract-${index}` } }));
    const many = { ...draft, scope: 'all', lines } as const;
    const eleventh = { pointer: '/items/11/amount', code: 'any', detail: 'A sentence.' };
    expect(refusedFields([eleventh], many)).toMatchObject([{ field: 'amount', contractId: 'contract-11' }]);
    expect(movedContracts([eleventh], many)).toEqual(['contract-11']);
  });

  it('that only looks like one of an item names no contract that moved', () => {
    const elsewhere = { pointer: '/estimate/items/0', code: 'stale', detail: '' };
    const both = { ...draft, lines: [line, { ...line, contract: ultrasound }] };
    expect(movedContracts([elsewhere], both)).toEqual([excavators.id, ultrasound.id]);
  });

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
    ['/token', 'bankSource'],
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
