/** The endpoint's field errors, on the fields a payer sees. */
import { describe, expect, it } from 'vitest';
import { refusedFields } from '../../src/domain/refused-fields.js';

const at = (pointer: string, choice: 'due' | 'other' = 'due') =>
  refusedFields([{ pointer, code: 'any', detail: 'A sentence.' }], choice)[0]?.field;

describe('a field error of the endpoint', () => {
  it.each([
    ['/items/0/amount', 'amount'],
    ['/items/12/amount/value', 'amount'],
    ['/items/0', 'amount'],
    ['/date', 'date'],
    ['/accountId', 'account'],
    ['/holderName', 'holderName'],
    ['/routingNumber', 'routingNumber'],
    ['/accountNumber', 'accountNumber'],
  ])('at %s stands at the field %s', (pointer, field) => {
    expect(at(pointer)).toBe(field);
  });

  it('about an amount stands at the amount that was typed', () => {
    expect(at('/items/0/amount', 'other')).toBe('otherAmount');
  });

  it.each(['', '/', '/items/0/contractId', '/items/x/amount', '/authorization/id', '/__proto__', '?cursor'])(
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
    expect(refusedFields(errors, 'due')).toEqual([
      { field: 'date', code: 'refused', detail: 'No payments are made on this day.' },
      { field: 'account', code: 'refused', detail: 'Choose another account.' },
    ]);
  });
});
