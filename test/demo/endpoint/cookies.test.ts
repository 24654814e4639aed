/**
 * Signed in by the site's cookie, which a browser sends whoever asks it to: writes are taken from our own pages and from configured
 * origins only.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type Answer } from './support/caller.js';
import { shopOrigin, startHarness, type Harness } from './support/harness.js';
import { testPortfolio } from './support/portfolio.js';

const cookie = { cookie: 'other=1; site-session=demo-acme' };

let harness: Harness;
let ownOrigin: string;
beforeAll(async () => {
  harness = await startHarness('sqlite', testPortfolio(), { cookieName: 'site-session' });
  ownOrigin = new URL(harness.url).origin;
});
afterAll(() => harness.stop());

const read = (headers: Record<string, string>): Promise<Answer> =>
  harness.call('/session', { as: null, headers: { ...cookie, ...headers } });

const allWrites = (headers: Record<string, string>): Promise<Answer>[] =>
  (
    [
      ['POST', '/payments'],
      ['POST', '/payments/preview'],
      ['PUT', '/payments/by-key/7f3c2041-88aa-4b1e-9d55-0123456789ab/void'],
      ['POST', '/payments/unknown/cancel'],
      ['POST', '/bank-accounts'],
      ['DELETE', '/bank-accounts/acme-checking'],
    ] as const
  ).map(([method, path]) => harness.call(path, { method, as: null, headers: { ...cookie, ...headers } }));

describe('a cookie', () => {
  it('signs in, by the name that was configured alone', async () => {
    expect((await read({})).headers.get('aspire-pay-payer')).toBe('acme');
    expect(refusalOf(await read({ cookie: 'session=demo-acme' }))).toBe('401 unauthenticated');
    expect(refusalOf(await read({ cookie: 'site-session=demo-nobody' }))).toBe('401 unauthenticated');
  });

  it('means nothing beside a token, also one that has ended', async () => {
    expect((await read({ authorization: 'Bearer demo-beta' })).headers.get('aspire-pay-payer')).toBe('beta');
    expect(refusalOf(await read({ authorization: 'Bearer ended' }))).toBe('401 unauthenticated');
  });

  it('means nothing where none was configured', async () => {
    const plain = await startHarness('sqlite');
    expect(refusalOf(await plain.call('/session', { as: null, headers: cookie }))).toBe('401 unauthenticated');
    await plain.stop();
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site of an old browser', { origin: 'https://evil.example' }],
    ['a sibling that is not configured', { origin: 'https://blog.shop.example', 'sec-fetch-site': 'same-site' }],
    ['a frame without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a configured origin of another site', { origin: shopOrigin, 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['a sibling that hides its origin', { 'sec-fetch-site': 'same-site' }],
    ['nobody knows where', {}],
    ['another port', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
  ])('takes no write from %s', async (_case, headers) => {
    for (const answer of await Promise.all(allWrites(headers))) expect(refusalOf(answer)).toBe('403 forbidden');
  });

  it('takes writes from its own pages and from a configured origin', async () => {
    for (const headers of [
      { origin: ownOrigin, 'sec-fetch-site': 'same-origin' },
      { origin: ownOrigin },
      { 'sec-fetch-site': 'same-origin' },
      { origin: shopOrigin, 'sec-fetch-site': 'same-site' },
      { origin: shopOrigin },
    ]) {
      const json = await harness.call.plan(['c01']);
      const answer = await harness.call('/payments/preview', { as: null, json, headers: { ...cookie, ...headers } });
      expect(answer.status, JSON.stringify(headers)).toBe(200);
    }
  });

  it('lets a configured origin read with credentials, and nobody else', async () => {
    const ours = await read({ origin: shopOrigin });
    expect(ours.headers.get('access-control-allow-origin')).toBe(shopOrigin);
    expect(ours.headers.get('access-control-allow-credentials')).toBe('true');
    const others = await read({ origin: 'https://evil.example' });
    expect(others.headers.get('access-control-allow-origin')).toBeNull();
    expect(others.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

it('a token needs no origin: no other page has it', async () => {
  const json = await harness.call.plan(['c01']);
  for (const headers of [{}, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }]) {
    expect((await harness.call('/payments/preview', { json, headers })).status).toBe(200);
  }
});
