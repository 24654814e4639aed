/** What a payer does to the list of contracts, as what is asked for next. */
import { describe, expect, it } from 'vitest';
import { queryOf } from '../../src/domain/contract-query.js';

describe('the contracts asked for', () => {
  it('are those whose number was searched for', () => {
    expect(queryOf({ type: 'searched', q: 'INV-2025' })).toEqual({ q: 'INV-2025' });
  });

  it('come in the order that was chosen', () => {
    expect(queryOf({ type: 'sortChosen', sort: 'open' })).toEqual({ sort: 'open' });
  });

  it('are the closed ones while those are to be seen', () => {
    expect(queryOf({ type: 'closedToggled', isOn: true })).toEqual({ status: 'closed' });
    expect(queryOf({ type: 'closedToggled', isOn: false })).toEqual({ status: 'open' });
  });
});
