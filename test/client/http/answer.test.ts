/** What an answer is taken for, from any bytes a server can send. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemStatus, problemType, type ProblemName } from '../../../src/api/index.js';
import type { Answer } from '../../../src/client/http.js';
import { json, openHttp, raw, startRawServer, type RawServer, type Responder } from '../../support/raw-server.js';

const badAnswer = { kind: 'unknown', code: 'bad-answer', retryAfterMs: undefined };
const mib = 1_048_576;

describe('an answer', () => {
  let server: RawServer;
  beforeAll(async () => {
    server = await startRawServer();
  });
  afterAll(() => server.stop());

  const ask = (responder: Responder, payer?: string): Promise<Answer> => {
    server.answer(responder);
    return openHttp(server.base).http({ method: 'GET', path: '/session', deadlineMs: 60_000, payer });
  };

  it('is its JSON, with the payer it is for', async () => {
    expect(await ask(json(200, { a: 1 }, { 'aspire-pay-payer': 'baker' }), 'baker')).toEqual({
      kind: 'ok',
      status: 200,
      json: { a: 1 },
      payer: 'baker',
    });
  });

  it('may be empty only as 204', async () => {
    expect(await ask((response) => void response.writeHead(204).end())).toMatchObject({ kind: 'ok', status: 204 });
    expect(await ask(raw(200, 'application/json', ''))).toEqual(badAnswer);
  });

  it('is dropped where it is for somebody else, whatever it says', async () => {
    expect(await ask(json(200, {}, { 'aspire-pay-payer': 'guarantor' }), 'baker')).toEqual({ kind: 'payer-changed' });
    expect(await ask(json(500, {}, { 'aspire-pay-payer': 'guarantor' }), 'baker')).toEqual({ kind: 'payer-changed' });
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'application/problem+json', 'APPLICATION/JSON'])(
    'is read as JSON where it says so: %s',
    async (type) => {
      expect(await ask(raw(200, type, '{"a":1}'))).toMatchObject({ kind: 'ok', json: { a: 1 } });
    },
  );

  it.each(['text/html', 'text/plain', 'application/jsonp', 'application/x-json', ''])(
    'is nothing under another type: "%s"',
    async (type) => {
      expect(await ask(raw(200, type, '{"a":1}'))).toEqual(badAnswer);
    },
  );

  it.each<readonly [string, Responder]>([
    ['a sign-in page', raw(200, 'text/html', '<!doctype html>')],
    ['JSON cut short', raw(200, 'application/json', '{"a":')],
    ['bytes that are no text', raw(200, 'application/json', new Uint8Array([0x22, 0xff, 0xfe, 0x22]))],
    [
      'JSON that breaks off before its stated length',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"a":1}', () => response.destroy());
      },
    ],
    [
      'JSON that breaks off between two chunks',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"a":1', () => response.destroy());
      },
    ],
  ])('is nothing: %s', async (_name, responder) => {
    expect(await ask(responder)).toEqual(badAnswer);
  });

  it('case 50: is read to one MiB and no further, however long it goes on', async () => {
    let written = 0;
    const endless: Responder = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        if (response.destroyed) return;
        written += 65_536;
        response.write(' '.repeat(65_536), () => setImmediate(more));
      };
      more();
    };
    expect(await ask(endless)).toEqual(badAnswer);
    const atTheEnd = written;
    expect(atTheEnd).toBeGreaterThanOrEqual(mib);
    expect(atTheEnd).toBeLessThan(32 * mib);
  });

  it('may be one MiB long, and not a byte more', async () => {
    const text = JSON.stringify('a'.repeat(mib - 2));
    expect(await ask(raw(200, 'application/json', text))).toMatchObject({ kind: 'ok' });
    expect(await ask(raw(200, 'application/json', `${text} `))).toEqual(badAnswer);
  });

  it('case 51: is measured unpacked: a bomb of a few kilobytes is not let off', async () => {
    const bomb = gzipSync(Buffer.from(JSON.stringify('a'.repeat(50 * mib))));
    expect(bomb.byteLength).toBeLessThan(mib);
    expect(await ask(raw(200, 'application/json', bomb, { 'content-encoding': 'gzip' }))).toEqual(badAnswer);
  });

  it('case 49: may be nested half a million deep without harm', async () => {
    const depth = 500_000;
    const answer = await ask(raw(200, 'application/json', '['.repeat(depth) + ']'.repeat(depth)));
    expect(['ok', 'unknown']).toContain(answer.kind);
  });

  it('case 48: cannot change what all objects are', async () => {
    await ask(raw(200, 'application/json', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('case 8: is waited for to its last byte, not only its first: a slow drip ends at the deadline', async () => {
    server.answer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"a":');
    });
    const { http, clock } = openHttp(server.base);
    const answer = http({ method: 'GET', path: '/session', deadlineMs: 15_000 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await clock.advance(15_000);
    expect(await answer).toEqual({ kind: 'unknown', code: 'timeout', retryAfterMs: undefined });
  });
});

describe('a refusal', () => {
  let server: RawServer;
  beforeAll(async () => {
    server = await startRawServer();
  });
  afterAll(() => server.stop());

  const ask = (responder: Responder): Promise<Answer> => {
    server.answer(responder);
    return openHttp(server.base).http({ method: 'GET', path: '/session', deadlineMs: 60_000 });
  };
  const names = Object.keys(problemStatus) as ProblemName[];

  it.each(names)('is known by its name: %s', async (name) => {
    const body = { type: problemType(name), title: 'A title', detail: 'A sentence.' };
    expect(await ask(json(problemStatus[name], body))).toMatchObject({ kind: 'problem', name });
  });

  it('is a lost sign-in as 401, whoever says it', async () => {
    expect(await ask(raw(401, 'text/html', '<h1>401</h1>'))).toMatchObject({ kind: 'problem', name: 'unauthenticated' });
  });

  it.each<readonly [string, Responder, string]>([
    ['without a name of ours', json(422, { type: 'about:blank' }), 'bad-answer'],
    ['with a name we don’t know', json(422, { type: 'urn:aspire-pay:problem:new-one' }), 'bad-answer'],
    ['with a name every object has', json(422, { type: 'urn:aspire-pay:problem:constructor' }), 'bad-answer'],
    ['with field errors out of shape', json(422, { type: problemType('invalid'), errors: 'all' }), 'bad-answer'],
    ['that is not even an object', json(404, 'Not Found'), 'bad-answer'],
    ['of a gateway', raw(502, 'text/html', '<h1>Bad Gateway</h1>'), 'unavailable'],
    ['by a server error in JSON', json(500, { type: 'about:blank' }), 'unavailable'],
    ['by a server error under the name of a refusal', json(500, { type: problemType('contract-changed') }), 'unavailable'],
  ])('says nothing about what was done %s', async (_name, responder, code) => {
    expect(await ask(responder)).toEqual({ kind: 'unknown', code, retryAfterMs: undefined });
  });

  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['more than a minute', { 'retry-after': '86400' }, 60_000],
    [
      'a date by the answer’s own clock, a day before ours',
      { date: 'Tue, 17 Nov 2026 15:00:00 GMT', 'retry-after': 'Tue, 17 Nov 2026 15:00:20 GMT' },
      20_000,
    ],
    ['a date that has passed', { date: 'Tue, 17 Nov 2026 15:00:00 GMT', 'retry-after': 'Tue, 17 Nov 2026 14:00:00 GMT' }, 0],
    ['words', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
  ])('says how long to wait, in %s', async (_name, headers: Record<string, string>, retryAfterMs) => {
    const { date, ...others } = headers;
    const answer = await ask((response) => {
      if (date !== undefined) response.sendDate = false;
      response.writeHead(503, { 'content-type': 'text/plain', ...others, ...(date === undefined ? {} : { date }) }).end('later');
    });
    expect(answer).toEqual({ kind: 'unknown', code: 'unavailable', retryAfterMs });
  });
});
