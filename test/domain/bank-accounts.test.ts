/** The payer's saved accounts before the first of them is there. */
import { expect, it } from 'vitest';
import { unreadAccounts } from '../../src/domain/bank-accounts.js';

it('accounts that were not read yet are on their way: none is shown, none is old, and there is no page to turn to', () => {
  expect(unreadAccounts).toEqual({ status: 'loading', accounts: [], offset: 0, hasNext: false, isRefreshing: false, isStale: false });
});
