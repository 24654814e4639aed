/** Pages that die, tabs that meet, storage that fails: cases 30, 34, 35, 40 and 41 of the fault list, as far as a page is needed for none of it. */
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contracts, startEndpoint, type Endpoint } from '../../support/endpoint.js';
import { blockedStore, createBrowser, fullStore } from '../../support/environment.js';
import { openSubmitter, prepare, traffic } from '../../support/submitter.js';
import { mishaps } from '../../support/wire.js';

const payments = /^\/payments$/;

describe('a page that dies in the middle of a payment', () => {
  let endpoint: Endpoint;
  beforeEach(async () => {
    endpoint = await startEndpoint();
  });
  afterEach(() => endpoint.stop());

  /** The press is made and never heard of again; the browser keeps what was stored and lets go of the page's locks. */
  const dieAfterPress = async (mishap: typeof mishaps.neverAnswer | typeof mishaps.swallow) => {
    const browser = createBrowser();
    const page = openSubmitter(endpoint, { browser });
    page.wire.always('POST', payments, mishap);
    const payment = await prepare(endpoint);
    void page.submission.submit(payment.entry, payment.body);
    await endpoint.clock.quiet();
    return { payment, reborn: openSubmitter(endpoint, { browser: { local: browser.local, withLock: createBrowser().withLock } }) };
  };

  it('case 34: finds on its return that the payment was made', async () => {
    const { payment, reborn } = await dieAfterPress(mishaps.neverAnswer);
    expect(reborn.journal.open().map(({ key }) => key)).toEqual([payment.entry.key]);

    expect((await reborn.settle(payment.entry)).kind).toBe('accepted');
    expect(traffic(reborn.wire)).toEqual({ posts: 0, asks: 1, voids: 0 });
    expect(await endpoint.payments()).toEqual(['pending']);
    expect(reborn.journal.open()).toEqual([]);
  });

  it('calls the payment off, but not in the first thirty seconds, where it never arrived', async () => {
    const { payment, reborn } = await dieAfterPress(mishaps.swallow);
    const pressedAt = Date.parse(payment.entry.pressedAt);
    const voidedAt: number[] = [];
    reborn.wire.next('PUT', /void$/, (deliver) => {
      voidedAt.push(endpoint.clock.now());
      return deliver();
    });

    expect(await reborn.settle(payment.entry)).toEqual({ kind: 'not-paid' });
    expect(voidedAt.map((at) => at - pressedAt >= 30_000)).toEqual([true]);
    expect(reborn.wire.posts).toBe(0);
    expect(await endpoint.keys()).toEqual(['voided']);
    expect(reborn.journal.open()).toEqual([]);
  });

  it('case 35: calls it off at once the next day', async () => {
    const { payment, reborn } = await dieAfterPress(mishaps.swallow);
    await endpoint.clock.advance(86_400_000);
    expect(await reborn.settle(payment.entry)).toEqual({ kind: 'not-paid' });
    expect(traffic(reborn.wire)).toEqual({ posts: 0, asks: 1, voids: 1 });
  });

  it('does not take the payer’s clock, set back meanwhile, for a reason to wait for ever', async () => {
    const { payment, reborn } = await dieAfterPress(mishaps.swallow);
    endpoint.clock.skewMs = -86_400_000;
    expect(await reborn.settle(payment.entry)).toEqual({ kind: 'not-paid' });
  });

  it('asks after 5, 10, 20, 40 and then every 60 seconds, and when it comes back online', async () => {
    const page = openSubmitter(endpoint);
    const asked: number[] = [];
    page.wire.always('GET', /by-key/, () => {
      asked.push(endpoint.clock.now());
      return Promise.reject(new TypeError('fetch failed'));
    });
    const { entry } = await prepare(endpoint);
    const ended = new AbortController();
    const outcome = page.submission.settle(entry, { signal: ended.signal, isFresh: true, onAsked: () => undefined });
    const start = endpoint.clock.now();
    await endpoint.clock.advance(200_000);
    expect(asked.map((at) => (at - start) / 1_000)).toEqual([5, 15, 35, 75, 135, 195]);

    await endpoint.clock.advance(1_000);
    page.setOnline(true);
    await endpoint.clock.quiet();
    expect((asked.at(-1) ?? 0) - start).toBe(201_000);
    ended.abort();
    expect(await outcome).toEqual({ kind: 'checking' });
  });

  it('asks at once after a reload, and not again once the page is gone', async () => {
    const page = openSubmitter(endpoint);
    page.wire.always('GET', /by-key/, mishaps.dropBefore);
    const { entry } = await prepare(endpoint);
    const ended = new AbortController();
    const outcome = page.submission.settle(entry, { signal: ended.signal, isFresh: false, onAsked: () => undefined });
    const start = endpoint.clock.now();
    await endpoint.clock.quiet();
    expect(traffic(page.wire)).toEqual({ posts: 0, asks: 1, voids: 0 });
    expect(endpoint.clock.now()).toBe(start);

    await endpoint.clock.advance(4_000);
    ended.abort();
    expect(await endpoint.clock.settle(outcome)).toEqual({ kind: 'checking' });
    expect(traffic(page.wire)).toEqual({ posts: 0, asks: 1, voids: 0 });
  });

  it('leaves nothing behind on the page that outlives it, however long it asks', async () => {
    const page = openSubmitter(endpoint);
    page.wire.always('GET', /by-key/, mishaps.dropBefore);
    const { entry } = await prepare(endpoint);
    const ended = new AbortController();
    const outcome = page.submission.settle(entry, { signal: ended.signal, isFresh: false, onAsked: () => undefined });
    await endpoint.clock.advance(600_000);
    // The one of the pause it is in.
    expect(getEventListeners(ended.signal, 'abort')).toHaveLength(1);
    ended.abort();
    await endpoint.clock.settle(outcome);
    expect(getEventListeners(ended.signal, 'abort')).toEqual([]);
  });

  it('keeps the entry where it went away while the endpoint was answering', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    page.wire.next('POST', payments, mishaps.dropAfter);
    page.wire.always('GET', /by-key/, mishaps.dropBefore);
    await page.pay(payment);
    page.wire.heal();
    const ended = new AbortController();
    page.wire.next('GET', /by-key/, async (deliver) => {
      const answer = await deliver();
      ended.abort();
      return answer;
    });
    const settled = page.submission.settle(payment.entry, { signal: ended.signal, isFresh: false, onAsked: () => undefined });
    expect(await endpoint.clock.settle(settled)).toEqual({ kind: 'checking' });
    expect(page.journal.open()).toHaveLength(1);
    expect((await page.settle(payment.entry)).kind).toBe('accepted');
  });
});

describe('two tabs of one browser', () => {
  let endpoint: Endpoint;
  beforeEach(async () => {
    endpoint = await startEndpoint();
  });
  afterEach(() => endpoint.stop());

  it('case 30: send one payment: the second is told that it is being paid elsewhere', async () => {
    const browser = createBrowser();
    const [one, two] = [openSubmitter(endpoint, { browser }), openSubmitter(endpoint, { browser })];
    const [first, second] = [await prepare(endpoint), await prepare(endpoint)];
    const [left, right] = await endpoint.clock.settle(
      Promise.all([one.submission.submit(first.entry, first.body), two.submission.submit(second.entry, second.body)]),
    );

    expect([left.kind, right.kind]).toEqual(['accepted', 'elsewhere']);
    expect(one.wire.posts + two.wire.posts).toBe(1);
    expect(await endpoint.payments()).toEqual(['pending']);
    expect(two.journal.open()).toEqual([]);
  });

  it('case 30: pay once without locks too: the contract’s version is the guard', async () => {
    const tabs = [openSubmitter(endpoint, { withLock: undefined }), openSubmitter(endpoint, { withLock: undefined })] as const;
    const [first, second] = [await prepare(endpoint), await prepare(endpoint)];
    const outcomes = await endpoint.clock.settle(
      Promise.all([tabs[0].submission.submit(first.entry, first.body), tabs[1].submission.submit(second.entry, second.body)]),
    );

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['accepted', 'not-paid']);
    expect(outcomes.find(({ kind }) => kind === 'not-paid')).toMatchObject({ refusal: { cause: 'balance' } });
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('pay where the browser has locks but refuses them', async () => {
    const page = openSubmitter(endpoint, { withLock: () => Promise.reject(new DOMException('No locks here.', 'SecurityError')) });
    expect((await page.pay(await prepare(endpoint))).kind).toBe('accepted');
  });

  it('leave a payment to the tab that is sending it, and find its end afterwards', async () => {
    const browser = createBrowser();
    const [one, two] = [openSubmitter(endpoint, { browser }), openSubmitter(endpoint, { browser })];
    one.wire.next('POST', payments, mishaps.neverAnswer);
    const { entry, body } = await prepare(endpoint);
    const submitted = one.submission.submit(entry, body);
    await endpoint.clock.quiet();
    const asksWhileSent: number[] = [];
    const settled = two.submission.settle(entry, { signal: new AbortController().signal, isFresh: false, onAsked: () => undefined });
    void submitted.then(() => asksWhileSent.push(traffic(two.wire).asks));

    expect((await endpoint.clock.settle(submitted)).kind).toBe('accepted');
    expect(asksWhileSent).toEqual([0]);
    expect((await endpoint.clock.settle(settled)).kind).toBe('accepted');
  });
});

describe('storage that does not help', () => {
  let endpoint: Endpoint;
  beforeEach(async () => {
    endpoint = await startEndpoint();
  });
  afterEach(() => endpoint.stop());

  it('case 40: is no reason not to pay: everything blocked, with a word to the integrator', async () => {
    const memory = openSubmitter(endpoint).memory;
    const page = openSubmitter(endpoint, { stores: [blockedStore, blockedStore, memory] });
    expect((await page.pay(await prepare(endpoint))).kind).toBe('accepted');
    expect(page.reports).toEqual(['storage-blocked']);
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('case 40: is no reason not to pay: full, and the next best remembers until the page is closed, with a word to the integrator', async () => {
    const { session, memory } = openSubmitter(endpoint);
    const page = openSubmitter(endpoint, { stores: [fullStore(), session, memory] });
    page.wire.always('POST', payments, mishaps.swallow);
    page.wire.always('GET', /by-key/, mishaps.swallow);
    const { entry, body } = await prepare(endpoint);
    expect(await page.pay({ entry, body })).toEqual({ kind: 'checking' });
    expect(page.reports).toEqual(['storage-blocked', 'timeout']);
    expect(session.keys()).toEqual([`aspire-pay:lender-harbor:payer-baker:${entry.key}`]);
    expect(page.journal.open()).toHaveLength(1);
  });

  it('has the entry before the payment leaves the page', async () => {
    const page = openSubmitter(endpoint);
    const seen: number[] = [];
    page.wire.next('POST', payments, (deliver) => {
      seen.push(page.journal.open().length);
      return deliver();
    });
    await page.pay(await prepare(endpoint, contracts.upcoming));
    expect(seen).toEqual([1]);
  });

  it('case 41: that somebody tampered with settles what can be read, and nothing else', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    const [local] = page.environment.stores;
    local?.set('aspire-pay:lender-harbor:payer-baker:not-a-key', '{"v":1}');
    local?.set(`aspire-pay:lender-harbor:payer-baker:${payment.entry.key}`, '{"v":1,"key":"../../session"}');
    expect(page.journal.open()).toEqual([]);
    expect((await page.pay(payment)).kind).toBe('accepted');
  });
});
