/** What README lists of the element's vocabulary is all of it, and nothing that has vanished. Must not know how a word comes about. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errors } from '../../src/domain/errors.js';
import { paymentSteps } from '../../src/domain/payment-machine.js';
import type { ErrorDetail, ItemDetail, PaymentDetailOfEvent, ViewChangeDetail } from '../../src/events.js';

const readme = readFileSync('README.md', 'utf8');
const events = readme.slice(readme.indexOf('### Events'), readme.indexOf('### Bank fields of your own'));

/** The list item that begins with this, on one line. */
const item = (start: string): string => {
  const from = events.indexOf(`- ${start}`);
  expect(from, start).toBeGreaterThan(0);
  return (events.slice(from).split(/\n(?! )/)[0] ?? '').replace(/\s+/g, ' ');
};

const words = (text: string): string[] => [...text.matchAll(/`([\w-]+)`/g)].map(([, word = '']) => word);

describe('README’s events', () => {
  it('name every code of an error, and whether trying again can help', () => {
    const rows = [...events.matchAll(/^\| `([\w-]+)` +\| (yes|no) +\| \S/gm)].map(([, code, again]) => [code, again === 'yes']);
    const onlyToPages = { 'theme-refused': { retryable: false } } satisfies Partial<Record<ErrorDetail['code'], object>>;
    // Told by an event of its own, aspire-pay-auth-required.
    const { unauthenticated: _, ...told } = errors;
    const known = Object.entries({ ...told, ...onlyToPages }).map(([code, { retryable }]) => [code, retryable]);
    expect(rows).toEqual(known);
  });

  it('name every view and every step of paying', () => {
    const views = { contracts: true, payments: true, 'bank-accounts': true } satisfies Record<ViewChangeDetail['view'], true>;
    expect(words(item('`view` is'))).toEqual(['view', ...Object.keys(views), 'step', ...Object.keys(paymentSteps)]);
  });

  it('name every field of an item and of a payment', () => {
    const ofItems = { contractId: true, contractNumber: true, amount: true } satisfies Record<keyof ItemDetail, true>;
    const ofPayments = { id: true, status: true, reference: true } satisfies Record<
      Exclude<keyof PaymentDetailOfEvent, keyof ItemDetail>,
      true
    >;
    expect(words(item('An entry of'))).toEqual(['items', ...Object.keys(ofItems), 'payments', ...Object.keys(ofPayments)]);
  });
});
