/**
 * A database that is locked, full, gone or at odds with itself: 503 with nothing stored, in progress where somebody holds the key, and
 * well again afterwards. What is asserted is how it ended, never how often anything was tried.
 */
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { createEndpoint } from '../../../demo/endpoint/app.js';
import { scaleRateLimits, usualRateLimits } from '../../../demo/endpoint/rate-limits.js';
import { openStore, type Store } from '../../../demo/endpoint/store/open.js';
import { write, type Trx } from '../../../demo/endpoint/store/transactions.js';
import type { PaymentRequest } from '../../../src/api/index.js';
import { refusalOf, usd, type Answer } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { spareContracts, testPortfolio } from './support/portfolio.js';
import { startProcess } from './support/processes.js';
import { startRival, untilWaitedFor } from './support/rival.js';

/** Another process's transaction that holds something until it is let go. */
const hold = async (store: Store, take: (trx: Trx) => Promise<unknown>): Promise<() => Promise<void>> => {
  let letGo = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let taken = (): void => undefined;
  const isTaken = new Promise<void>((resolve) => {
    taken = resolve;
  });
  const ended = write(store, async (trx) => {
    await take(trx);
    taken();
    await released;
  });
  await isTaken;
  return async () => {
    letGo();
    await ended;
  };
};

const lookUp = async (harness: Harness, { idempotencyKey }: PaymentRequest): Promise<Answer> =>
  harness.call(`/payments/by-key/${idempotencyKey}`);

onBothDatabases('case 56: while somebody else holds', (dialect) => {
  let harness: Harness;
  let other: Store;
  beforeEach(async () => {
    harness = await startHarness(dialect);
    other = await openStore({ dataFolder: harness.database.dataFolder, databaseUrl: harness.database.databaseUrl });
  });
  afterEach(async () => {
    await other.close();
    await harness.stop();
  });

  it('the contract, a payment on it is told to come back, stores nothing, and goes through afterwards', async () => {
    const request = await harness.call.prepare(['c11']);
    const release = await hold(other, (trx) => {
      const contract = trx.selectFrom('contracts').selectAll().where('id', '=', 'c11');
      return (dialect === 'postgres' ? contract.forUpdate() : contract).execute();
    });
    const answer = await harness.call.pay(request);
    expect(refusalOf(answer)).toBe('503 unavailable');
    expect(answer.headers.get('retry-after')).toBe('2');
    await release();
    expect(refusalOf(await lookUp(harness, request))).toBe('404 not-found');
    expect((await harness.call.pay(request)).status).toBe(201);
  }, 60_000);

  it('the key, nobody is told that it was not seen: in progress on PostgreSQL, unavailable where one writer locks all', async () => {
    const request = await harness.call.prepare(['c11']);
    const key = request.idempotencyKey;
    const release = await hold(other, (trx) =>
      trx
        .insertInto('payment_keys')
        .values({ lender_id: 'northern', payer_id: 'acme', key, state: 'accepted', body_hash: 'x', created_at: '2026-11-23' })
        .execute(),
    );
    const expected = dialect === 'postgres' ? '409 in-progress' : '503 unavailable';
    expect(refusalOf(await lookUp(harness, request))).toBe(expected);
    expect(refusalOf(await harness.call(`/payments/by-key/${key}/void`, { method: 'PUT' }))).toBe(expected);
    const answer = await harness.call.pay(request);
    expect(refusalOf(answer)).toBe(expected);
    expect(answer.headers.get('retry-after')).not.toBeNull();
    await release();
  }, 60_000);
});

describe('case 56: a full disk', () => {
  it('loses nothing that was acknowledged, stores nothing that was not, and with room again everything works', async () => {
    const rateLimits = scaleRateLimits(usualRateLimits, 100);
    const harness = await startHarness('sqlite', testPortfolio(), { rateLimits });
    const { db } = harness.store;
    const ids = Array.from({ length: spareContracts - 10 }, (_, index) => `c${index + 11}`);
    const requests = await Promise.all(ids.map((id) => harness.call.prepare([id], { amount: usd(1_000) })));
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 1}`).execute(db);
    const answers = await Promise.all(requests.map((request) => harness.call.pay(request)));
    expect(new Set(answers.map(({ status }) => status)).has(503)).toBe(true);
    for (const answer of answers) expect(answer.status === 201 ? '201' : refusalOf(answer)).toMatch(/^(201|503 unavailable)$/);
    for (const path of ['/session', '/contracts', '/payments']) expect((await harness.call(path)).status, path).toBe(200);
    await sql.raw('pragma max_page_count = 1000000').execute(db);
    for (const [index, request] of requests.entries()) {
      const wasStored = answers[index]?.status === 201;
      expect((await lookUp(harness, request)).status).toBe(wasStored ? 200 : 404);
      expect((await harness.call.pay(request)).status).toBe(wasStored ? 200 : 201);
    }
    for (const table of ['payments', 'alternate_efts', 'payment_keys'] as const) {
      expect(await db.selectFrom(table).selectAll().execute(), table).toHaveLength(requests.length);
    }
    expect(harness.log.filter(({ event }) => event === 'defect')).toEqual([]);
    await harness.stop();
  }, 60_000);
});

interface Wire {
  readonly port: number;
  /** Breaks every connection, and refuses new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** A wire to the server that can be cut and mended. */
const startWire = async (): Promise<Wire> => {
  const { port: serverPort } = new URL(inject('postgresUrl'));
  const sockets = new Set<Socket>();
  const wire: Server = createServer((socket) => {
    const onward = connect(Number(serverPort), '127.0.0.1');
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => undefined);
      end.on('close', () => sockets.delete(end));
    }
    socket.pipe(onward).pipe(socket);
  });
  const listen = (port: number): Promise<void> => new Promise((ready) => wire.listen(port, '127.0.0.1', ready));
  await listen(0);
  const { port } = wire.address() as AddressInfo;
  return {
    port,
    cut: () =>
      new Promise((closed) => {
        wire.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
    mend: () => listen(port),
  };
};

describe('case 56: a PostgreSQL server that is gone', () => {
  it('is 503 for everybody while it is, never a defect, and all is well when it is back', async () => {
    const harness = await startHarness('postgres');
    const wire = await startWire();
    const url = new URL(harness.database.databaseUrl ?? '');
    url.port = String(wire.port);
    const store = await openStore({ dataFolder: harness.database.dataFolder, databaseUrl: url.toString() });
    const { app } = createEndpoint({ ...harness.deps, store, rateLimits: usualRateLimits });
    const headers = { authorization: 'Bearer demo-acme', 'content-type': 'application/json' };
    const post = async (request: PaymentRequest): Promise<Response> =>
      app.request('/payments', {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': request.idempotencyKey },
        body: JSON.stringify(request),
      });
    const before = await harness.call.prepare(['c11']);
    const during = await harness.call.prepare(['c12']);
    expect((await post(before)).status).toBe(201);
    await wire.cut();
    for (const path of ['/session', '/contracts', '/lender', `/payments/by-key/${before.idempotencyKey}`]) {
      const answer = await app.request(path, { headers });
      expect(answer.status, path).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('2');
    }
    expect((await post(during)).status).toBe(503);
    expect((await app.request('/healthz')).status).toBe(200);
    await wire.mend();
    await vi.waitFor(async () => expect((await app.request('/session', { headers })).status).toBe(200), 15_000);
    expect((await app.request(`/payments/by-key/${before.idempotencyKey}`, { headers })).status).toBe(200);
    expect((await app.request(`/payments/by-key/${during.idempotencyKey}`, { headers })).status).toBe(404);
    expect((await post(during)).status).toBe(201);
    expect(harness.log.filter(({ event }) => event === 'defect')).toEqual([]);
    await store.close();
    await wire.cut();
    await harness.stop();
  }, 60_000);

  it('at the start is told in a sentence, without its password, and the next start works', async () => {
    const harness = await startHarness('postgres');
    const wire = await startWire();
    const url = new URL(harness.database.databaseUrl ?? '');
    url.port = String(wire.port);
    url.hostname = 'localhost';
    const database = { ...harness.database, databaseUrl: url.toString() };
    await wire.cut();
    const failure = await startProcess(database).catch((error: unknown) => String(error));
    expect(failure).toContain('The database cannot be reached (ECONNREFUSED)');
    expect(failure).not.toContain(url.password);
    await wire.mend();
    const running = await startProcess(database);
    expect((await running.call('/session')).status).toBe(200);
    await running.stop();
    await wire.cut();
    await harness.stop();
  }, 60_000);
});

describe('case 56: a deadlock’s victim', () => {
  it('answers 503, has stored nothing, and pays when it comes again', async () => {
    const harness = await startHarness('postgres');
    const request = await harness.call.prepare(['c11', 'c12']);
    const rival = await startRival(harness);
    // The payment finds the deadlock first, and so is its victim.
    await rival.query("set deadlock_timeout = '60s'");
    await rival.query("select id from contracts where id = 'c12' for update");
    const answered = harness.call.pay(request);
    await untilWaitedFor(rival);
    await rival.query("select id from contracts where id = 'c11' for update");
    // From here on the rival holds both.
    expect(refusalOf(await answered)).toBe('503 unavailable');
    await rival.query('rollback');
    await rival.end();
    expect(refusalOf(await lookUp(harness, request))).toBe('404 not-found');
    expect((await harness.call.pay(request)).status).toBe(201);
    await harness.stop();
  }, 60_000);
});
