/** A sign-in that ends or changes while a payment is under way: cases 20 and 39 of the fault list. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../src/client/client.js';
import { createHttp } from '../../../src/client/http.js';
import { createSubmission } from '../../../src/client/submission.js';
import { payers, startEndpoint, type Endpoint } from '../../support/endpoint.js';
import { openSubmitter, prepare } from '../../support/submitter.js';
import { answerWith, mishaps } from '../../support/wire.js';

const payments = /^\/payments$/;
const signedOut = answerWith(() => new Response(null, { status: 401 }));

describe('a payment whose sign-in ends under way', () => {
  let endpoint: Endpoint;
  beforeEach(async () => {
    endpoint = await startEndpoint();
  });
  afterEach(() => endpoint.stop());

  /** The page's token, and what its callback gives for the next one. */
  const openWithTokens = (first: string | undefined, next: () => string | undefined, tokenMs = 0) => {
    const page = openSubmitter(endpoint);
    const { environment, journal } = page;
    let token = first;
    let calls = 0;
    const http = createHttp({ base: endpoint.base, environment, credentials: 'same-origin', token: () => token });
    const renewToken = async (): Promise<boolean> => {
      calls += 1;
      await environment.wait(tokenMs);
      token = next();
      return token !== undefined;
    };
    const client = createClient({ http, renewToken, now: environment.now, payer: payers.baker });
    const submission = createSubmission({ client, journal, environment, lockName: 'test', report: () => undefined });
    return { ...page, submission, calls: () => calls };
  };

  it('case 20: goes on with the same key under a fresh token, asked for once', async () => {
    const good = endpoint.world.tokens[payers.baker];
    const page = openWithTokens('stale-token-0001', () => good);
    const { entry, body } = await prepare(endpoint);
    const outcome = await endpoint.clock.settle(page.submission.submit(entry, body));

    expect(outcome.kind).toBe('accepted');
    expect(page.calls()).toBe(1);
    const posts = page.wire.sent.filter(({ method }) => method === 'POST');
    expect(posts.map(({ headers }) => headers.get('idempotency-key'))).toEqual([`"${entry.key}"`, `"${entry.key}"`]);
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('sends nothing once its time is over, however late the token comes: the key is asked about first', async () => {
    const page = openWithTokens('stale-token-0001', () => endpoint.world.tokens[payers.baker], 13_000);
    const { entry, body } = await prepare(endpoint);
    expect((await endpoint.clock.settle(page.submission.submit(entry, body))).kind).toBe('accepted');
    expect(page.wire.sent.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 401],
      ['GET', 404],
      ['POST', 201],
    ]);
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('sends nothing after thirty seconds, though the token comes: what became of the payment is found out by asking', async () => {
    const good = endpoint.world.tokens[payers.baker];
    const page = openWithTokens(good, () => good, 11_000);
    page.wire.next('POST', payments, mishaps.swallow, mishaps.swallow, signedOut);
    const { entry, body } = await prepare(endpoint);
    expect(await endpoint.clock.settle(page.submission.submit(entry, body))).toEqual({ kind: 'checking' });
    expect(page.calls()).toBe(1);
    expect(page.wire.posts).toBe(3);
    expect(await endpoint.payments()).toEqual([]);
    expect(page.journal.open()).toEqual([expect.objectContaining({ key: entry.key })]);
  });

  it('stays open where the second token isn’t taken either, and is found after the next sign-in', async () => {
    const page = openWithTokens('stale-token-0001', () => 'stale-token-0002');
    const { entry, body } = await prepare(endpoint);
    expect(await endpoint.clock.settle(page.submission.submit(entry, body))).toEqual({ kind: 'signed-out' });
    expect(page.journal.open()).toEqual([expect.objectContaining({ key: entry.key })]);

    const back = openSubmitter(endpoint, { stores: page.environment.stores });
    expect(await back.settle(entry)).toEqual({ kind: 'not-paid' });
    expect(await endpoint.keys()).toEqual(['voided']);
    expect(back.journal.open()).toEqual([]);
  });

  it('is found Accepted after the next sign-in where the endpoint had made it', async () => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, mishaps.dropAfter);
    page.wire.next('GET', /by-key/, signedOut);
    const { entry, body } = await prepare(endpoint);
    expect(await page.pay({ entry, body })).toEqual({ kind: 'signed-out' });

    const back = openSubmitter(endpoint, { stores: page.environment.stores });
    expect((await back.settle(entry)).kind).toBe('accepted');
    expect(await endpoint.payments()).toEqual(['pending']);
  });
});

describe('a payment during which somebody else signs in', () => {
  let endpoint: Endpoint;
  beforeEach(async () => {
    endpoint = await startEndpoint();
  });
  afterEach(() => endpoint.stop());

  /** The site's cookie is another payer's by now, and the page still names the first one. */
  const pressAsAnother = async (page: ReturnType<typeof openSubmitter>, payment: Awaited<ReturnType<typeof prepare>>) => {
    const { environment, journal } = page;
    const token = (): string | undefined => endpoint.world.tokens[payers.guarantor];
    const http = createHttp({ base: endpoint.base, environment, credentials: 'same-origin', token });
    const client = createClient({ http, renewToken: () => Promise.resolve(false), now: environment.now, payer: payers.baker });
    const submission = createSubmission({ client, journal, environment, lockName: 'test', report: () => undefined });
    return endpoint.clock.settle(submission.submit(payment.entry, payment.body));
  };

  it('case 39: pays nothing, voids nothing, and waits in the first one’s journal', async () => {
    const page = openSubmitter(endpoint);
    const payment = await prepare(endpoint);
    expect(await pressAsAnother(page, payment)).toEqual({ kind: 'payer-changed' });
    expect(await endpoint.payments()).toEqual([]);
    expect(await endpoint.keys()).toEqual([]);

    const other = openSubmitter(endpoint, { payer: payers.guarantor, stores: page.environment.stores });
    expect(other.journal.open()).toEqual([]);
    expect(page.journal.open()).toHaveLength(1);

    expect((await page.settle(payment.entry)).kind).toBe('not-paid');
    expect(await endpoint.keys()).toEqual(['voided']);
  });

  it('case 39: drops an answer that was for somebody else', async () => {
    const page = openSubmitter(endpoint);
    page.wire.next('POST', payments, async (deliver) => {
      const answer = await deliver();
      const headers = new Headers(answer.headers);
      headers.set('aspire-pay-payer', payers.guarantor);
      return new Response(await answer.text(), { status: answer.status, headers });
    });
    const payment = await prepare(endpoint);
    expect(await page.pay(payment)).toEqual({ kind: 'payer-changed' });
    expect(page.journal.open()).toHaveLength(1);
    expect((await page.settle(payment.entry)).kind).toBe('accepted');
  });
});
