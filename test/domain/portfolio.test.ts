/** The lines of the list: whole contracts, and those that came in part. */
import { expect, it } from 'vitest';
import { emptyPortfolio, hasTurnedPage, isBroken, isSamePage } from '../../src/domain/portfolio.js';
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

it('another page of the same list is turned to; another search, order or status is another list', () => {
  const { listed } = emptyPortfolio;
  const first = { listed, offset: 0 };
  const next = { listed, offset: 20 };
  const other = { listed: { ...listed, q: 'unit' }, offset: 0 };
  expect([isSamePage(first, { ...first }), isSamePage(first, next), isSamePage(first, other)]).toEqual([true, false, false]);
  expect([hasTurnedPage(first, { ...first }), hasTurnedPage(first, next), hasTurnedPage(next, other)]).toEqual([false, true, false]);
});
