/** What the wire does to a payment and its answer, and that it is made once all the same: cases 1 to 4, 8 and 9 of the fault list. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contracts, startEndpoint, type Endpoint } from '../../support/endpoint.js';
import { openSubmitter, prepare, traffic } from '../../support/submitter.js';
import { createBrowser } from '../../support/environment.js';
import { answerWith, mishaps, type Mishap } from '../../support/wire.js';

const payments = /^\/payments$/;
const problem = { 'content-type': 'application/problem+json' };
const refused = '{"type":"urn:aspire-pay:problem:forbidden","title":"Forbidden","status":403}';

describe('a payment on a bad wire', () => {
  let endpoint: Endpoint;
  beforeEach(async () => {
    endpoint = await startEndpoint();
  });
  afterEach(() => endpoint.stop());

  it('is accepted at once where nothing goes wrong, and nothing stays in the journal', async () => {
    const page = openSubmitter(endpoint);
    const outcome = await page.pay(await prepare(endpoint));

    expect(outcome).toMatchObject({ kind: 'accepted', payments: [{ contractId: 'contract-past-due', status: 'pending' }] });
    expect(traffic(page.wire)).toEqual({ posts: 1, asks: 0, voids: 0 });
    expect(await endpoint.payments()).toEqual(['pending']);
    expect(page.journal.open()).toEqual([]);
  });

  it('case 1: is sent again with the same key where it was dropped before the endpoint read it', async () => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, mishaps.dropBefore);
    const payment = await prepare(endpoint);
    const outcome = await page.pay(payment);

    expect(outcome.kind).toBe('accepted');
    expect(traffic(page.wire)).toEqual({ posts: 2, asks: 1, voids: 0 });
    const posts = page.wire.sent.filter(({ method }) => method === 'POST');
    expect(posts.map(({ body }) => body)).toEqual([posts[0]?.body, posts[0]?.body]);
    expect(posts.map(({ headers }) => headers.get('idempotency-key'))).toEqual([`"${payment.entry.key}"`, `"${payment.entry.key}"`]);
    expect(await endpoint.payments()).toEqual(['pending']);
    expect(page.journal.open()).toEqual([]);
  });

  it.each([
    ['dropped after the endpoint made it', mishaps.dropAfter],
    ['cut off in the middle of its answer', mishaps.cutAnswer],
    ['left without an answer', mishaps.neverAnswer],
  ])('is found by its key, not made again, where it was %s', async (_what, mishap) => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, mishap);
    const outcome = await page.pay(await prepare(endpoint));

    expect(outcome.kind).toBe('accepted');
    expect(traffic(page.wire)).toEqual({ posts: 1, asks: 1, voids: 0 });
    expect(await endpoint.payments()).toEqual(['pending']);
    expect(page.journal.open()).toEqual([]);
  });

  it('is sent again although several questions were lost before one was answered', async () => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, mishaps.dropBefore);
    page.wire.next('GET', /by-key/, mishaps.dropBefore, mishaps.dropBefore, mishaps.dropBefore);
    expect((await page.pay(await prepare(endpoint))).kind).toBe('accepted');
    expect(traffic(page.wire)).toEqual({ posts: 2, asks: 4, voids: 0 });
  });

  it.each([
    ['a question', 'GET', /by-key/, mishaps.dropAfter],
    ['a void', 'PUT', /void$/, answerWith(() => new Response(refused, { status: 403, headers: problem }))],
  ] as const)('waits eight seconds for %s, and not all the time there is', async (_what, method, path, mishap) => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, mishap);
    page.wire.next(method, path, mishaps.swallow);
    const payment = await prepare(endpoint);
    const pressedAt = endpoint.clock.now();
    const outcome = await page.pay(payment);
    expect(outcome.kind).toBe(method === 'GET' ? 'accepted' : 'not-paid');
    expect(endpoint.clock.now() - pressedAt).toBeLessThan(12_000);
  });

  it('is asked for while another one of the same payer is being sent from another tab', async () => {
    const browser = createBrowser();
    const [asking, sending] = [openSubmitter(endpoint, { browser }), openSubmitter(endpoint, { browser })];
    asking.wire.next('POST', payments, mishaps.dropAfter);
    asking.wire.always('GET', /by-key/, mishaps.dropBefore);
    const first = await prepare(endpoint);
    expect((await asking.pay(first)).kind).toBe('checking');
    asking.wire.heal();
    sending.wire.always('POST', payments, mishaps.swallow);
    const second = await prepare(endpoint, contracts.upcoming);
    void sending.submission.submit(second.entry, second.body);
    await endpoint.clock.quiet();

    const askedAt = endpoint.clock.now();
    expect((await asking.settle(first.entry)).kind).toBe('accepted');
    expect(endpoint.clock.now() - askedAt).toBeLessThan(1_000);
  });

  it('case 4: is made once where the browser itself sent it twice', async () => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, mishaps.twice);
    const outcome = await page.pay(await prepare(endpoint));

    expect(outcome.kind).toBe('accepted');
    expect(await endpoint.payments()).toEqual(['pending']);
    expect(await endpoint.keys()).toEqual(['accepted']);
  });

  it('case 9: is Checking after thirty seconds without any answer, and stays in the journal', async () => {
    const page = openSubmitter(endpoint);
    page.wire.always('POST', payments, mishaps.swallow);
    page.wire.always('GET', /by-key/, mishaps.swallow);
    const payment = await prepare(endpoint);
    const pressedAt = endpoint.clock.now();
    const outcome = await page.pay(payment);

    expect(outcome).toEqual({ kind: 'checking' });
    expect(endpoint.clock.now() - pressedAt).toBe(30_000);
    expect(page.journal.open().map(({ key }) => key)).toEqual([payment.entry.key]);
    expect(await endpoint.payments()).toEqual([]);
  });

  it('is posted three times at most, however often the endpoint says it has not seen it', async () => {
    const page = openSubmitter(endpoint);
    page.wire.always('POST', payments, mishaps.dropBefore);
    const outcome = await page.pay(await prepare(endpoint));

    expect(outcome).toEqual({ kind: 'checking' });
    expect(page.wire.posts).toBe(3);
    expect(await endpoint.payments()).toEqual([]);
  });

  it('keeps the pause between two tries at half a second to begin with and under eight seconds later', async () => {
    const page = openSubmitter(endpoint, { random: () => 0.999 });
    page.wire.always('POST', payments, mishaps.dropBefore);
    page.wire.always('GET', /by-key/, mishaps.dropBefore);
    const payment = await prepare(endpoint);
    const asked: number[] = [endpoint.clock.now()];
    const { transport } = page.environment;
    Object.assign(page.environment, {
      transport: (url: string, init: RequestInit) => {
        if (init.method === 'GET') asked.push(endpoint.clock.now());
        return transport(url, init);
      },
    });
    await page.pay(payment);

    const pauses = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expect(pauses.slice(0, 5).map((ms) => Math.round(ms / 100))).toEqual([5, 10, 20, 40, 80]);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(8_000);
  });

  it('leaves the endpoint alone for as long as it asks to while the payment is being checked', async () => {
    const page = openSubmitter(endpoint);
    const { entry } = await prepare(endpoint);
    const asked: number[] = [];
    const note = (mishap: Mishap): Mishap => {
      return (deliver, on) => {
        asked.push(endpoint.clock.now());
        return mishap(deliver, on);
      };
    };
    const busy = answerWith(() => new Response(null, { status: 503, headers: { 'retry-after': '50' } }));
    page.wire.next(
      'GET',
      /by-key/,
      note(busy),
      note((deliver) => deliver()),
    );
    expect(await page.settle(entry)).toEqual({ kind: 'not-paid' });
    const [first = 0, second = 0] = asked;
    expect(second - first).toBe(50_000);
  });
});
