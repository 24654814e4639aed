/**
 * How a payment ended, looked at from all four sides at once: the screen, the events, the POSTs, the database.
 * Must not know how it came to that.
 */
import { expect } from '@open-wc/testing';
import type { AspirePayEventName } from '../../src/events.js';
import type { Payer } from './payer.js';
import type { World } from './world.js';
import type { LoggedRequest } from './worlds/protocol.js';

export interface End {
  readonly screen: string | RegExp;
  /** In order; steps, readiness and diagnostics are left out. */
  readonly events: readonly AspirePayEventName[];
  /** Payments that left the browser, as the proxy saw them: also those that got no further. */
  readonly posts: number;
  /** Payments that reached the endpoint, copies counted; as many as left where it isn't said. */
  readonly delivered?: number;
  /** Amounts held, in minor units, oldest first. */
  readonly payments: readonly number[];
  /** States of the keys, oldest first; accepted for each payment by default. */
  readonly keys?: readonly string[];
}

/** Paid once, as it was asked for; what was paid is left to say. */
export const acceptedOnce = { screen: 'Payment accepted', events: ['aspire-pay-submit', 'aspire-pay-submitted'], posts: 1 } as const;

const countPayments = (requests: readonly LoggedRequest[]): number => requests.filter(({ path }) => path === '/payments').length;

/** Payments that left the browser: one that is lost on its way counts as well. */
export const paymentPosts = async (world: World): Promise<number> => countPayments(await world.arrivals('POST', '/payments'));

/** What the browser still remembers of payments under way. */
export const journal = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('aspire-pay:'));

/** Events that tell of steps and requests, not of what became of the payment. */
export const quiet: readonly AspirePayEventName[] = ['aspire-pay-view-change', 'aspire-pay-ready', 'aspire-pay-diagnostic'];

export const expectEnd = async (world: World, payer: Payer, end: End): Promise<void> => {
  await payer.sees(end.screen, 30_000);
  expect(payer.events.map(({ name }) => name).filter((name) => !quiet.includes(name))).to.deep.equal(end.events);
  expect(await paymentPosts(world), 'POSTs that left the browser').to.equal(end.posts);
  expect(countPayments(await world.log('POST', '/payments')), 'POSTs that reached the endpoint').to.equal(end.delivered ?? end.posts);
  const { payments, alternate_efts: records, payment_keys: keys } = await world.rows();
  expect(payments.map(({ amount_value: value }) => value)).to.deep.equal(end.payments);
  expect(
    records.map(({ amount_value: value }) => value),
    'records in the back office',
  ).to.deep.equal(end.payments);
  expect(keys.map(({ state }) => state)).to.deep.equal(end.keys ?? end.payments.map(() => 'accepted'));
};
