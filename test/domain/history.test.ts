/** Payments made so far: before they are there, and whether one is being canceled. */
import { describe, expect, it } from 'vitest';
import { emptyHistory, isCancelTaken } from '../../src/domain/history.js';

describe('the payments made so far', () => {
  it('are on their way at first: none is shown, none is old, and there is no page to turn to', () => {
    expect(emptyHistory).toEqual({ status: 'loading', payments: [], offset: 0, hasNext: false, isRefreshing: false, isStale: false });
  });
});

describe('a request to cancel', () => {
  it.each(['pending_cancel', 'canceled'])('was taken where the payment is %s', (status) => {
    expect(isCancelTaken({ status })).toBe(true);
  });

  it.each(['pending', 'settled', 'returned', 'a status of next year'])('was not where it is %s', (status) => {
    expect(isCancelTaken({ status })).toBe(false);
  });
});
