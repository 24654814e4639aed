/** The endpoint asks for patience: the element waits as long as it is told, no longer than the payer can bear, and asks before it sends again. */
import { expect } from '@open-wc/testing';
import { accepted, calledOff, checking, Paying } from '../support/paying.js';

const problem = (name: string, status: number, headers: Record<string, string>) =>
  ({
    kind: 'answer',
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: `urn:aspire-pay:problem:${name}`, status }),
    headers,
  }) as const;

const tooMany = (headers: Record<string, string>) => problem('rate-limited', 429, headers);

describe('an endpoint that asks for patience', () => {
  let page: Paying;

  beforeEach(async () => {
    page = await Paying.review();
  });
  afterEach(() => page.close());

  /** What was asked of the endpoint about the payment, in order. */
  const asked = async (): Promise<string[]> =>
    (await page.world.arrivals())
      .filter(({ method, path }) => method !== 'OPTIONS' && (path === '/payments' || path.startsWith('/payments/by-key/')))
      .map(({ method }) => method);

  it('case 18: is still at work on the payment: waited for as it says, asked, Accepted', async () => {
    await page.befallPayments({ ...problem('in-progress', 409, { 'retry-after': '7' }), isDelivered: true });
    await page.press();
    await page.clock.passWait(7_000);
    await page.ends({ ...accepted, posts: 1 });
    expect(await asked()).to.deep.equal(['POST', 'GET']);
  });

  it('case 24: has too many requests: the seconds it names are waited, then it is asked, then sent again', async () => {
    await page.befallPayments(tooMany({ 'retry-after': '9' }));
    await page.press();
    await page.clock.passWait(9_000);
    await page.ends({ ...accepted, posts: 2, delivered: 1 });
    expect(await asked()).to.deep.equal(['POST', 'GET', 'POST']);
  });

  it('case 25: names a date, and the payer’s clock is a day off: the answer’s own Date tells how long', async () => {
    const day = 86_400_000;
    page.clock.set(day);
    const sent = Date.parse('2026-11-18T15:00:00Z');
    const headers = { date: new Date(sent).toUTCString(), 'retry-after': new Date(sent + 11_000).toUTCString() };
    await page.befallPayments(tooMany(headers));
    await page.press();
    await page.clock.passWait(11_000);
    await page.ends({ ...accepted, posts: 2, delivered: 1 });
  });

  it('case 25: names a date far away: nobody waits longer than the thirty seconds', async () => {
    const sent = Date.parse('2026-11-18T15:00:00Z');
    const headers = { date: new Date(sent).toUTCString(), 'retry-after': new Date(sent + 7_200_000).toUTCString() };
    await page.befallPayments(tooMany(headers));
    await page.pressUntilChecking();
    await page.ends({ ...checking, posts: 1, delivered: 0, payments: [], keys: [] });
    expect(page.detail('aspire-pay-error').code).to.equal('rate-limited');
    await page.askAgain();
    await page.ends({ ...calledOff, posts: 1, delivered: 0 });
  });

  it('case 26: is not available, before the commit: asked first, then sent again', async () => {
    await page.befallPayments(problem('unavailable', 503, {}));
    await page.press();
    await page.ends({ ...accepted, posts: 2, delivered: 1 });
    expect(await asked()).to.deep.equal(['POST', 'GET', 'POST']);
  });

  it('case 26: is not available, after the commit: asked first, and found', async () => {
    await page.befallPayments({ ...problem('unavailable', 503, {}), isDelivered: true });
    await page.press();
    await page.ends({ ...accepted, posts: 1 });
    expect(await asked()).to.deep.equal(['POST', 'GET']);
  });
});
