/** The lines of the list: whole contracts, and those that came in part. */
import { expect, it } from 'vitest';
import { emptyPortfolio, isBroken } from '../../src/domain/portfolio.js';
import { excavators } from '../support/sample-contracts.js';

it('a contract that could not be read whole is told from one that could', () => {
  expect(isBroken({ broken: true, id: 'b1', number: '' })).toBe(true);
  expect(isBroken(excavators)).toBe(false);
});

it('before anything was read there is nothing, and nothing is said of it', () => {
  const query = { q: '', sort: 'dueDate', status: 'open' };
  expect(emptyPortfolio).toEqual({
    status: 'loading',
    contracts: [],
    windows: new Map(),
    total: 0,
    totals: [],
    query,
    listed: query,
    isNamed: false,
    offset: 0,
    hasNext: false,
    isRefreshing: false,
    isOffline: false,
    isStale: false,
    checking: [],
  });
});
