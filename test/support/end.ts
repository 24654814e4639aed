/**
 * How a payment ended, looked at from all four sides at once: the screen, the events, the POSTs, the database.
 * Must not know how it came to that.
 */
import { expect } from '@open-wc/testing';
import type { AspirePayEventName } from '../../src/events.js';
import type { Payer } from './payer.js';
import type { World } from './world.js';

export interface End {
  readonly screen: string | RegExp;
  /** In order; steps, readiness and diagnostics are left out. */
  readonly events: readonly AspirePayEventName[];
  /** Payments that reached the endpoint, copies counted. */
  readonly posts: number;
  /** Amounts held, in minor units, oldest first. */
  readonly payments: readonly number[];
  /** States of the keys, oldest first; accepted for each payment by default. */
  readonly keys?: readonly string[];
}

/** Payments that reached the endpoint, copies counted. */
export const paymentPosts = async (world: World): Promise<number> =>
  (await world.log('POST', '/payments')).filter(({ path }) => path === '/payments').length;

/** What the browser still remembers of payments under way. */
export const journal = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('aspire-pay:'));

const quiet: readonly AspirePayEventName[] = ['aspire-pay-view-change', 'aspire-pay-ready', 'aspire-pay-diagnostic'];

export const expectEnd = async (world: World, payer: Payer, end: End): Promise<void> => {
  await payer.sees(end.screen, 30_000);
  expect(payer.events.map(({ name }) => name).filter((name) => !quiet.includes(name))).to.deep.equal(end.events);
  expect(await paymentPosts(world), 'POSTs').to.equal(end.posts);
  const { payments, alternate_efts: records, payment_keys: keys } = await world.rows();
  expect(payments.map(({ amount_value: value }) => value)).to.deep.equal(end.payments);
  expect(
    records.map(({ amount_value: value }) => value),
    'records in the back office',
  ).to.deep.equal(end.payments);
  expect(keys.map(({ state }) => state)).to.deep.equal(end.keys ?? end.payments.map(() => 'accepted'));
};
