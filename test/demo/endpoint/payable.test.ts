/**
 * Whether a contract can be paid, and the words a payer reads where it can't.
 */
import { expect, it } from 'vitest';
import { whyNotPayable } from '../../../demo/endpoint/payable.js';
import type { ContractRow } from '../../../demo/endpoint/store/schema.js';
import { contractRow, featuring } from './support/submissions.js';

const closed = 'This contract is closed.';
const nothingOpen = 'Nothing is open on this contract.';
const allUnderWay = 'Payments for all that is open are already under way.';

const judge = (changes: Partial<ContractRow>, inFlightSum = 0, overpay = false): string | undefined =>
  whyNotPayable(contractRow(changes), inFlightSum, featuring({ overpay }));

it.each<[string, Partial<ContractRow>, number, string | undefined]>([
  ['with something open', { open_value: 1 }, 0, undefined],
  ['closed', { status: 'closed' }, 0, closed],
  ['closed, whatever else is wrong', { status: 'closed', not_payable_reason: 'In dispute.', problem: 'Broken.' }, 0, closed],
  ['the lender keeps from being paid', { not_payable_reason: 'In dispute. Call us.' }, 0, 'In dispute. Call us.'],
  ['the lender keeps from being paid, and broken', { not_payable_reason: 'In dispute.', problem: 'Broken.' }, 0, 'In dispute.'],
  ['whose data is broken', { problem: 'Its invoices could not be read.' }, 0, 'Its invoices could not be read.'],
  ['with nothing open', { open_value: 0 }, 0, nothingOpen],
  ['with a credit', { open_value: -1 }, 0, nothingOpen],
  ['with nothing open and a payment under way', { open_value: 0 }, 500, nothingOpen],
  ['with a cent left beside what is under way', { open_value: 1_000 }, 999, undefined],
  ['with all of it under way', { open_value: 1_000 }, 1_000, allUnderWay],
  ['with more than all of it under way', { open_value: 1_000 }, 1_001, allUnderWay],
])('a contract %s', (_case, changes, inFlightSum, reason) => {
  expect(judge(changes, inFlightSum)).toBe(reason);
});

it('a lender that takes more than is open takes it on any contract but a closed, a kept or a broken one', () => {
  expect(judge({ open_value: 0 }, 0, true)).toBeUndefined();
  expect(judge({ open_value: 1_000 }, 1_000, true)).toBeUndefined();
  expect(judge({ status: 'closed' }, 0, true)).toBe(closed);
  expect(judge({ not_payable_reason: 'In dispute.' }, 0, true)).toBe('In dispute.');
  expect(judge({ problem: 'Broken.' }, 0, true)).toBe('Broken.');
});
