/** Copies of a payment that were long under way: cases 6, 7, 59 and 62 of the fault list. What was said to the payer stays true. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemType } from '../../../src/api/index.js';
import { contracts, startEndpoint, type Endpoint } from '../../support/endpoint.js';
import { openSubmitter, prepare, traffic } from '../../support/submitter.js';
import { mishaps, type Mishap } from '../../support/wire.js';

const payments = /^\/payments$/;

const nameOf = async (answer: Response | undefined): Promise<string> => {
  const body = (await answer?.json()) as { type: string } | undefined;
  return body?.type ?? 'no answer';
};

describe('a late copy of a payment', () => {
  let endpoint: Endpoint;
  beforeEach(async () => {
    endpoint = await startEndpoint();
  });
  afterEach(() => endpoint.stop());

  it('case 6: finds its key void after the payer was told that nothing was paid', async () => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, mishaps.dropNowDeliverLate);
    page.wire.always('POST', payments, mishaps.dropBefore);
    const payment = await prepare(endpoint);
    expect(await page.pay(payment)).toEqual({ kind: 'checking' });
    expect(await page.settle(payment.entry)).toEqual({ kind: 'not-paid' });

    const [answer] = await page.wire.deliverLate();
    expect(answer?.status).toBe(410);
    expect(await nameOf(answer)).toBe(problemType('voided'));
    expect(await endpoint.payments()).toEqual([]);
  });

  it('case 7: pays nothing ten minutes later, after the payer paid anew', async () => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, mishaps.dropNowDeliverLate);
    page.wire.next('POST', payments, mishaps.dropBefore, mishaps.dropBefore);
    const first = await prepare(endpoint);
    await page.pay(first);
    await page.settle(first.entry);
    expect((await page.pay(await prepare(endpoint))).kind).toBe('accepted');

    await endpoint.clock.advance(600_000);
    const [answer] = await page.wire.deliverLate();
    expect(answer?.status).toBe(410);
    expect(await endpoint.payments()).toHaveLength(1);
  });

  it('case 59: that wins over the refusal of another copy is Accepted after all, and the refusal is never told', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    const posted = endpoint.world.post.bind(endpoint.world);
    // The copy is made into a payment while the refusal of the other one is under way to the page.
    const refusedWhileACopyWins: Mishap = async (deliver) => {
      await deliver();
      await posted({ contractId: contracts.pastDue, lowerBy: 0 });
      return new Response(JSON.stringify({ type: problemType('contract-changed') }), {
        status: 409,
        headers: { 'content-type': 'application/problem+json' },
      });
    };
    page.wire.next('POST', payments, refusedWhileACopyWins);
    const outcome = await page.pay(payment);

    expect(outcome.kind).toBe('accepted');
    expect(traffic(page.wire)).toEqual({ posts: 1, asks: 0, voids: 1 });
    expect(await endpoint.payments()).toEqual(['pending']);
    expect(await endpoint.keys()).toEqual(['accepted']);
  });

  it('case 59: that comes after the void of a refused payment pays nothing', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    await endpoint.world.changeLender({ limits: { max: 50_000 } });
    page.wire.next('POST', payments, (deliver, { wire }) => {
      wire.late.push(deliver);
      return deliver();
    });
    expect(await page.pay(payment)).toMatchObject({ kind: 'not-paid', refusal: { cause: 'other' } });

    await endpoint.world.changeLender({ limits: { max: 5_000_000 } });
    const [answer] = await page.wire.deliverLate();
    expect(answer?.status).toBe(410);
    expect(await endpoint.payments()).toEqual([]);
  });

  it('case 62: shows the payment as it is by now: canceled, not pending', async () => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, mishaps.dropAfter);
    page.wire.always('GET', /by-key/, mishaps.dropBefore);
    const payment = await prepare(endpoint);
    expect(await page.pay(payment)).toEqual({ kind: 'checking' });

    await endpoint.db.updateTable('payments').set({ status: 'canceled' }).execute();
    page.wire.heal();
    expect(await page.settle(payment.entry)).toMatchObject({ kind: 'accepted', payments: [{ status: 'canceled' }] });
  });
});
