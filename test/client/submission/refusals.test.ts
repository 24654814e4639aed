/** Refusals of the endpoint: cases 16 to 19, 21, 23, 24 and 26 of the fault list. Nothing is told before the key is void. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemStatus, problemType, type ProblemName } from '../../../src/api/index.js';
import { contracts, startEndpoint, type Endpoint } from '../../support/endpoint.js';
import { openSubmitter, prepare, traffic } from '../../support/submitter.js';
import { answerWith, type Mishap } from '../../support/wire.js';

const payments = /^\/payments$/;

const refuseAs =
  (name: ProblemName, headers: Record<string, string> = {}) =>
  (): Response =>
    new Response(JSON.stringify({ type: problemType(name), detail: 'So it is.' }), {
      status: problemStatus[name],
      headers: { 'content-type': 'application/problem+json', ...headers },
    });

describe('a payment the endpoint refuses', () => {
  let endpoint: Endpoint;
  beforeEach(async () => {
    endpoint = await startEndpoint();
  });
  afterEach(() => endpoint.stop());

  it('case 16: is refused with what is wrong at which field, and its key is void by then', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    await endpoint.world.changeLender({ limits: { max: 50_000 } });
    const outcome = await page.pay(payment);

    expect(outcome).toMatchObject({ kind: 'not-paid', refusal: { cause: 'other', errors: [{ pointer: '/items/0/amount' }] } });
    expect(traffic(page.wire)).toEqual({ posts: 1, asks: 0, voids: 1 });
    expect(await endpoint.keys()).toEqual(['voided']);
    expect(page.journal.open()).toEqual([]);
  });

  it('case 19: is changed, not refused, where the balance moved', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    await endpoint.world.post({ contractId: contracts.pastDue, lowerBy: 10_000 });
    const outcome = await page.pay(payment);

    expect(outcome).toMatchObject({ kind: 'not-paid', refusal: { cause: 'balance' } });
    expect(await endpoint.keys()).toEqual(['voided']);
    expect(await endpoint.payments()).toEqual([]);
  });

  it('case 60: is changed where the cut-off passed between review and press', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    await endpoint.clock.advance(8 * 3_600_000);
    const outcome = await page.pay(payment);

    expect(outcome).toMatchObject({ kind: 'not-paid', refusal: { cause: 'terms' } });
    expect(await endpoint.keys()).toEqual(['voided']);
  });

  it('case 21: is refused where payments were switched off meanwhile', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    await endpoint.world.changeLender({ features: { payments: false } });
    const outcome = await page.pay(payment);

    expect(outcome).toMatchObject({ kind: 'not-paid', refusal: { fault: { code: 'payments-off' } } });
    expect(await endpoint.keys()).toEqual(['voided']);
    // Nobody's defect: the integrator hears of it as a refusal, and not as an error.
    expect(page.reports).toEqual([]);
  });

  it.each(['too-large', 'unsupported-media-type'] as const)('case 23: is refused as %s, which is told as a defect', async (name) => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, answerWith(refuseAs(name)));
    const outcome = await page.pay(await prepare(endpoint));

    expect(outcome).toMatchObject({ kind: 'not-paid', refusal: { fault: { code: name } } });
    expect(page.reports).toEqual([name]);
    expect(await endpoint.keys()).toEqual(['voided']);
  });

  it('is not told as long as the key can’t be voided, and keeps the reason for when it can', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    await endpoint.world.post({ contractId: contracts.pastDue, lowerBy: 10_000 });
    page.wire.always('PUT', /void$/, () => Promise.reject(new TypeError('fetch failed')));

    expect(await page.pay(payment)).toEqual({ kind: 'checking' });
    expect(page.wire.posts).toBe(1);
    expect(page.journal.open()).toHaveLength(1);

    page.wire.heal();
    expect(await page.settle(payment.entry)).toMatchObject({ kind: 'not-paid', refusal: { cause: 'balance' } });
    expect(await endpoint.keys()).toEqual(['voided']);
  });
});

describe('an answer that only asks for patience', () => {
  let endpoint: Endpoint;
  beforeEach(async () => {
    endpoint = await startEndpoint();
  });
  afterEach(() => endpoint.stop());

  const pressThrough = async (...befalls: readonly Mishap[]) => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, ...befalls);
    const payment = await prepare(endpoint);
    const pressedAt = endpoint.clock.now();
    const outcome = await page.pay(payment);
    return { page, outcome, tookMs: endpoint.clock.now() - pressedAt };
  };

  it('case 18: is waited for as long as it says: another copy is being worked on', async () => {
    const busy = answerWith(refuseAs('in-progress', { 'retry-after': '3' }), { afterDelivery: true });
    const { page, outcome, tookMs } = await pressThrough(busy);

    expect(outcome.kind).toBe('accepted');
    expect(traffic(page.wire)).toEqual({ posts: 1, asks: 1, voids: 0 });
    expect(tookMs).toBeGreaterThanOrEqual(3_000);
  });

  it('case 24: is waited for as long as it says: too many requests, in seconds', async () => {
    const { page, outcome, tookMs } = await pressThrough(answerWith(refuseAs('rate-limited', { 'retry-after': '10' })));

    expect(outcome.kind).toBe('accepted');
    expect(page.wire.posts).toBe(2);
    expect(tookMs).toBeGreaterThanOrEqual(10_000);
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('case 25: is waited for by the endpoint’s own clock, where it names a date and the payer’s clock is a day off', async () => {
    endpoint.clock.skewMs = 86_400_000;
    const date = (ms: number): string => new Date(endpoint.clock.time().getTime() + ms).toUTCString();
    const { outcome, tookMs } = await pressThrough(
      answerWith(() => refuseAs('rate-limited', { date: date(0), 'retry-after': date(5_000) })()),
    );

    expect(outcome.kind).toBe('accepted');
    expect(tookMs).toBeGreaterThanOrEqual(5_000);
    expect(tookMs).toBeLessThan(10_000);
  });

  it('case 25: does not hold the payer for longer than thirty seconds, whatever it asks for', async () => {
    const { page, outcome, tookMs } = await pressThrough(answerWith(refuseAs('rate-limited', { 'retry-after': '86400' })));

    expect(outcome).toEqual({ kind: 'checking' });
    expect(tookMs).toBe(30_000);
    expect(page.journal.open()).toHaveLength(1);
  });

  it('case 26: asks first after a 503, and sends again only what was not seen', async () => {
    const before = await pressThrough(answerWith(refuseAs('unavailable')));
    expect(before.outcome.kind).toBe('accepted');
    expect(traffic(before.page.wire)).toEqual({ posts: 2, asks: 1, voids: 0 });
  });

  it('case 26: asks first after a 503 that came after the payment was made', async () => {
    const after = await pressThrough(answerWith(refuseAs('unavailable'), { afterDelivery: true }));
    expect(after.outcome.kind).toBe('accepted');
    expect(traffic(after.page.wire)).toEqual({ posts: 1, asks: 1, voids: 0 });
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('case 17: never sends again under a key that holds another body, and says that this is a defect', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    page.wire.always('POST', payments, answerWith(refuseAs('key-reused')));
    const outcome = await page.pay(payment);

    expect(outcome).toEqual({ kind: 'checking' });
    expect(page.wire.posts).toBe(1);
    expect(page.reports).toEqual(['key-reused']);
    expect(traffic(page.wire).voids).toBe(0);
  });

  it('case 17: tells the defect alone, where questions about that key go unanswered besides', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    page.wire.always('POST', payments, answerWith(refuseAs('key-reused')));
    page.wire.always('GET', /by-key/, answerWith(refuseAs('rate-limited')));
    const outcome = await page.pay(payment);

    expect(outcome).toEqual({ kind: 'checking' });
    expect(page.reports).toEqual(['key-reused']);
  });
});
