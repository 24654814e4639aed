/** Faults between a socket and an app, over real sockets. Must not know the endpoint. */
import { once } from 'node:events';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFaults, Fault, type FaultInput, type Faults } from '../../demo/faults.js';

const base = '/api';

describe('faults', () => {
  let faults: Faults;
  let server: ReturnType<typeof createAdaptorServer>;
  let url: string;
  /** What reached the app, in order. */
  let reached: string[];

  const add = (fault: FaultInput): void => {
    faults.add(Fault.parse(fault));
  };
  const ask = (path: string, { method = 'GET', body = null, origin }: { method?: string; body?: string | null; origin?: string } = {}) =>
    fetch(`${url}${base}${path}`, { method, body, headers: { connection: 'close', ...(origin === undefined ? {} : { origin }) } });
  const post = (body: string): Promise<Response> => ask('/payments', { method: 'POST', body });
  const isLost = (asked: Promise<Response>): Promise<boolean> =>
    asked.then(
      () => false,
      () => true,
    );
  const until = async (count: number): Promise<void> => {
    while (reached.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  const untilHeld = async (): Promise<void> => {
    while (faults.held === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  beforeEach(async () => {
    faults = createFaults();
    reached = [];
    const app = async (request: Request): Promise<Response> => {
      reached.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`.trim());
      return new Response('done');
    };
    const handler = faults.wrap(app, base);
    server = createAdaptorServer({ fetch: (request, bindings) => handler(request, bindings as HttpBindings) });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`;
  });
  afterEach(async () => {
    faults.clear();
    faults.release();
    server.close();
    await once(server, 'close');
  });

  it('leave everything else alone', async () => {
    add({ path: '/other', effect: { kind: 'drop-before' } });
    expect(await (await post('a')).text()).toBe('done');
    expect(reached).toEqual(['POST /api/payments a']);
    expect(faults.list()).toHaveLength(1);
  });

  it('befall as many requests as they say, and only those that fit', async () => {
    add({ method: 'POST', path: '/payments', times: 2, effect: { kind: 'answer', status: 500, body: 'broken' } });
    expect((await ask('/payments')).status).toBe(200);
    expect((await ask('/payments/preview', { method: 'POST', body: 'p' })).status).toBe(200);
    expect([(await post('a')).status, (await post('b')).status, (await post('c')).status]).toEqual([500, 500, 200]);
    expect(faults.list()).toEqual([]);
  });

  it('fit all below a path that ends in a star', async () => {
    add({ path: '/payments/*', effect: { kind: 'answer', status: 503 } });
    expect((await ask('/payments')).status).toBe(200);
    expect((await ask('/payments/by-key/1')).status).toBe(503);
  });

  it('lose a request before the endpoint hears of it', async () => {
    add({ path: '/payments', effect: { kind: 'drop-before' } });
    expect(await isLost(post('a'))).toBe(true);
    expect(reached).toEqual([]);
  });

  it('lose an answer after the endpoint has done its work', async () => {
    add({ path: '/payments', effect: { kind: 'drop-after' } });
    expect(await isLost(post('a'))).toBe(true);
    expect(reached).toEqual(['POST /api/payments a']);
  });

  it('hold a request until it is released', async () => {
    add({ path: '/payments', effect: { kind: 'delay-before' } });
    const held = post('a');
    await untilHeld();
    await ask('/session');
    expect(reached).toEqual(['GET /api/session']);
    faults.release();
    expect(await (await held).text()).toBe('done');
  });

  it('answer late, after the work is done', async () => {
    add({ path: '/payments', effect: { kind: 'delay-after' } });
    let isAnswered = false;
    const held = post('a').then((answer) => {
      isAnswered = true;
      return answer;
    });
    await untilHeld();
    expect(reached).toHaveLength(1);
    expect(isAnswered).toBe(false);
    faults.release();
    expect((await held).status).toBe(200);
  });

  it('end a delay by themselves when it has a time', async () => {
    add({ path: '/payments', effect: { kind: 'delay-before', ms: 40 } });
    const started = Date.now();
    await post('a');
    expect(Date.now() - started).toBeGreaterThanOrEqual(39);
  });

  it('deliver a lost copy later, with its body', async () => {
    add({ path: '/payments', effect: { kind: 'late' } });
    expect(await isLost(post('first'))).toBe(true);
    await post('second');
    expect(reached).toEqual(['POST /api/payments second']);
    faults.release();
    await faults.settle();
    expect(reached).toEqual(['POST /api/payments second', 'POST /api/payments first']);
  });

  it('deliver twice', async () => {
    add({ path: '/payments', effect: { kind: 'duplicate', ms: 10 } });
    expect((await post('a')).status).toBe(200);
    await until(2);
    expect(reached).toEqual(['POST /api/payments a', 'POST /api/payments a']);
  });

  it('answer something else, with the work done behind it', async () => {
    const effect = { kind: 'answer', status: 200, contentType: 'text/html', body: '<h1>Sign in</h1>', isDelivered: true } as const;
    add({ path: '/payments', effect });
    const answer = await post('a');
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'text/html', '<h1>Sign in</h1>']);
    expect(reached).toEqual(['POST /api/payments a']);
  });

  it('answer so that a page of another origin may read it, unless told otherwise', async () => {
    const origin = 'https://site.example';
    add({ path: '/payments', effect: { kind: 'answer', status: 503 } });
    add({ path: '/payments', effect: { kind: 'answer', status: 503, isReadable: false } });
    expect((await ask('/payments', { origin })).headers.get('access-control-allow-origin')).toBe(origin);
    expect((await ask('/payments', { origin })).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('spare preflights, which no page sends by itself', async () => {
    add({ path: '*', effect: { kind: 'answer', status: 503 } });
    expect((await ask('/payments', { method: 'OPTIONS' })).status).toBe(200);
    expect((await post('a')).status).toBe(503);
  });
});
