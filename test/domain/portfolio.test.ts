/** The lines of the list: whole contracts, and those that came in part. */
import { expect, it } from 'vitest';
import { isBroken } from '../../src/domain/portfolio.js';
import { excavators } from '../support/sample-contracts.js';

it('a contract that could not be read whole is told from one that could', () => {
  expect(isBroken({ broken: true, id: 'b1', number: '' })).toBe(true);
  expect(isBroken(excavators)).toBe(false);
});
