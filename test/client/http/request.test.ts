/** What one request sends, and what it must never do. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, openHttp, startRawServer, type RawServer } from '../../support/raw-server.js';

describe('a request', () => {
  let server: RawServer;
  beforeEach(async () => {
    server = await startRawServer();
    server.answer(json(200, {}));
  });
  afterEach(() => server.stop());

  it('carries the token, the payer it is for, and its own headers', async () => {
    const { http } = openHttp(server.base, { token: () => 'token-of-baker' });
    await http({
      method: 'POST',
      path: '/payments',
      body: { amount: 1 },
      payer: 'baker',
      headers: { 'idempotency-key': '"k"' },
      deadlineMs: 1_000,
    });

    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      path: '/api/payments',
      body: '{"amount":1}',
      headers: {
        authorization: 'Bearer token-of-baker',
        'aspire-pay-payer': 'baker',
        'idempotency-key': '"k"',
        'content-type': 'application/json',
      },
    });
  });

  it('names nobody where nobody is signed in', async () => {
    const { http } = openHttp(server.base);
    await http({ method: 'GET', path: '/lender', deadlineMs: 1_000 });
    expect(server.received[0]?.headers).not.toHaveProperty('authorization');
    expect(server.received[0]?.headers).not.toHaveProperty('aspire-pay-payer');
  });

  it('is never cached, never followed elsewhere, and tells nobody where it comes from', async () => {
    const { http, inits } = openHttp(server.base, { credentials: 'omit' });
    await http({ method: 'POST', path: '/payments', body: {}, deadlineMs: 1_000 });
    expect(inits[0]).toMatchObject({ cache: 'no-store', redirect: 'manual', referrerPolicy: 'no-referrer', credentials: 'omit' });
  });

  it.each([
    ['a small body', { text: 'a'.repeat(50_000) }, true],
    ['a body too large for it', { text: 'a'.repeat(61_000) }, false],
    ['a body too large in bytes, though not in letters', { text: 'é'.repeat(31_000) }, false],
  ])('outlives its page where the browser allows it: %s', async (_name, body, keepalive) => {
    const { http, inits } = openHttp(server.base);
    await http({ method: 'POST', path: '/payments', body, deadlineMs: 1_000 });
    expect(inits[0]?.keepalive).toBe(keepalive);
  });

  it.each([302, 303, 307, 308])('case 15: does not take its body to the place a redirect (%i) names', async (status) => {
    const elsewhere = await startRawServer();
    server.answer((response) => void response.writeHead(status, { location: `${elsewhere.base}/steal` }).end());
    const { http } = openHttp(server.base);
    const answer = await http({ method: 'POST', path: '/bank-accounts', body: { accountNumber: '400012346789' }, deadlineMs: 1_000 });

    expect(answer).toMatchObject({ kind: 'problem', name: 'unauthenticated' });
    expect(elsewhere.received).toEqual([]);
    await elsewhere.stop();
  });

  it('ends where its asker gives up', async () => {
    server.answer(() => undefined);
    const { http } = openHttp(server.base);
    const ended = new AbortController();
    const answer = http({ method: 'GET', path: '/contracts', deadlineMs: 1_000, signal: ended.signal });
    ended.abort();
    expect(await answer).toMatchObject({ kind: 'unknown' });
  });

  it('says that the network failed where nobody listens', async () => {
    await server.stop();
    const { http } = openHttp(server.base);
    expect(await http({ method: 'GET', path: '/session', deadlineMs: 1_000 })).toEqual({
      kind: 'unknown',
      code: 'network',
      retryAfterMs: undefined,
    });
    server = await startRawServer();
  });

  it('that failed is not told before the page is known to stay: leaving it fails whatever is under way', async () => {
    let comeBack = (): void => undefined;
    const { http } = openHttp(
      server.base,
      {},
      {
        transport: () => Promise.reject(new TypeError('Load failed')),
        whenStaying: () => new Promise((resolve) => (comeBack = resolve)),
      },
    );
    let told: unknown;
    const answer = http({ method: 'GET', path: '/session', deadlineMs: 15_000 }).then((heard) => (told = heard));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toBeUndefined();
    comeBack();
    expect(await answer).toMatchObject({ kind: 'unknown', code: 'network' });
  });

  it('is over at its deadline even where the page’s own transport pays no attention', async () => {
    const { http, clock } = openHttp(server.base, {}, { transport: () => new Promise(() => undefined) });
    const answer = http({ method: 'GET', path: '/session', deadlineMs: 15_000 });
    await clock.advance(14_999);
    await clock.advance(1);
    expect(await answer).toMatchObject({ kind: 'unknown', code: 'timeout' });
  });

  it.each([
    ['throws', () => Promise.reject(new Error('no'))],
    ['answers with nothing', () => Promise.resolve(undefined as unknown as Response)],
    [
      'throws before it promises anything',
      () => {
        throw new Error('no');
      },
    ],
  ])('never throws where the page’s own transport %s', async (_name, transport) => {
    const { http } = openHttp(server.base, {}, { transport });
    expect(await http({ method: 'GET', path: '/session', deadlineMs: 1_000 })).toMatchObject({ kind: 'unknown' });
  });
});
