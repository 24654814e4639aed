/**
 * The edges of the wire: other origins, bodies too large, too deep, of another kind, or not what their headers say.
 */
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorsOf, refusalOf } from './support/caller.js';
import { basePath, shopOrigin, startHarness, type Harness } from './support/harness.js';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('sqlite');
});
afterAll(() => harness.stop());

const exposed = 'retry-after, date, idempotent-replayed, aspire-pay-payer';

describe('another origin', () => {
  it('that is configured may read every answer, errors included, but never with credentials', async () => {
    for (const [path, as] of [
      ['/session', 'acme'],
      ['/session', null],
      ['/contracts/missing', 'acme'],
      ['/nothing', 'acme'],
      ['/lender', null],
    ] as const) {
      const { headers } = await harness.call(path, { as, headers: { origin: shopOrigin } });
      expect(headers.get('access-control-allow-origin'), path).toBe(shopOrigin);
      expect(headers.get('access-control-expose-headers')).toBe(exposed);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('vary')).toContain('Origin');
    }
  });

  it.each(['https://evil.example', 'https://www.shop.example.evil.example', 'http://www.shop.example', 'https://shop.example', 'null'])(
    'such as %s gets nothing it could read',
    async (origin) => {
      const { headers } = await harness.call('/session', { headers: { origin } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('access-control-expose-headers')).toBeNull();
      expect(headers.get('vary')).toContain('Origin');
    },
  );

  it('asks beforehand without a token, and is told what it may send', async () => {
    for (const path of ['/session', '/payments', '/payments/preview', '/bank-accounts/x', '/payments/by-key/x/void']) {
      const answer = await harness.call(path, {
        method: 'OPTIONS',
        as: null,
        headers: {
          origin: shopOrigin,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': 'authorization,idempotency-key',
        },
      });
      expect(answer.status).toBe(204);
      expect(answer.headers.get('access-control-allow-origin')).toBe(shopOrigin);
      expect(answer.headers.get('access-control-allow-headers')).toBe('authorization, content-type, idempotency-key, aspire-pay-payer');
      expect(answer.headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, DELETE');
    }
  });

  it('that is unknown is told nothing beforehand', async () => {
    const answer = await harness.call('/payments', {
      method: 'OPTIONS',
      as: null,
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('access-control-allow-headers')).toBeNull();
  });
});

describe('a body', () => {
  const json = { 'content-type': 'application/json' };
  const preview = (raw: BodyInit, headers: Record<string, string> = json) => harness.call('/payments/preview', { raw, headers });

  it('may hold 64 kB and not a byte more', async () => {
    const filled = (size: number): string => `{"x":"${'y'.repeat(size - 8)}"}`;
    expect(refusalOf(await preview(filled(65_536)))).toBe('422 invalid');
    expect(refusalOf(await preview(filled(65_537)))).toBe('413 too-large');
  });

  it('is counted as it arrives when it comes in chunks without a length', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    const answer = await preview(endless).catch((error: unknown) => error);
    // The server may answer and close before everything was sent; what it must not do is read on.
    if (!(answer instanceof Error)) expect(refusalOf(answer as Awaited<ReturnType<typeof preview>>)).toBe('413 too-large');
    expect((await harness.call('/session')).status).toBe(200);
  });

  it('of 100 kB in chunks is refused with an answer', async () => {
    const { port } = new URL(harness.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(
        {
          port,
          host: '127.0.0.1',
          path: `${basePath}/payments/preview`,
          method: 'POST',
          headers: { ...json, authorization: 'Bearer demo-acme' },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      request.on('error', reject);
      for (let chunk = 0; chunk < 10; chunk += 1) request.write(' '.repeat(10_240));
      request.end('{}');
    });
    expect(status).toBe(413);
  });

  it('that is announced as huge is refused before it is sent', async () => {
    const { port } = new URL(harness.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST ${basePath}/payments/preview HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer demo-acme\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n{`,
        );
      });
      socket.once('data', (data) => {
        resolve(data.toString('utf8'));
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it.each([['text/plain'], ['application/x-www-form-urlencoded'], ['multipart/form-data; boundary=x'], ['application/jsonp'], ['']])(
    'of type "%s" is 415',
    async (type) => {
      expect(refusalOf(await preview(Buffer.from('{}'), { 'content-type': type }))).toBe('415 unsupported-media-type');
    },
  );

  it('that is packed is 415', async () => {
    const answer = await preview(gzipSync('{}'), { ...json, 'content-encoding': 'gzip' });
    expect(refusalOf(answer)).toBe('415 unsupported-media-type');
  });

  it.each([
    ['nothing', ''],
    ['half an object', '{"a":'],
    ['two objects', '{}{}'],
    ['a comment', '{} // hello'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a bomb of brackets', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['a bomb of objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
  ])('that is %s is 422, and quoted nowhere', async (_case, raw) => {
    const answer = await preview(raw);
    expect(refusalOf(answer)).toBe('422 invalid');
    expect(errorsOf(answer)[0]).toMatch(/^ (malformed|too-deep)$/);
  });

  it('case 48: with hostile names changes nothing but its own answer', async () => {
    const answer = await preview('{"__proto__":{"date":"2026-11-23"},"constructor":{"prototype":{"polluted":true}},"items":1}');
    expect(refusalOf(answer)).toBe('422 invalid');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(errorsOf(answer)).toContain('/date required');
  });

  it('case 46: with names nobody knows is read for those that are known', async () => {
    const plan = await harness.call.plan(['c01']);
    expect(
      (await harness.call('/payments/preview', { json: { ...plan, mood: 'good', items: [{ ...plan.items[0], note: 1.5 }] } })).status,
    ).toBe(200);
  });
});

describe('the log', () => {
  it('tells route and status of every request, and nothing of what was sent', async () => {
    harness.log.length = 0;
    await harness.call('/contracts/c01?secret=123456789');
    await harness.call('/payments/by-key/123456789/void', { method: 'PUT' });
    await harness.call('/123456789');
    expect(harness.log).toEqual([
      { event: 'request', method: 'GET', route: `${basePath}/contracts/:id`, status: 200, ms: 0 },
      { event: 'request', method: 'PUT', route: `${basePath}/payments/by-key/:key/void`, status: 400, ms: 0 },
      { event: 'request', method: 'GET', route: 'unknown', status: 404, ms: 0 },
    ]);
  });
});
