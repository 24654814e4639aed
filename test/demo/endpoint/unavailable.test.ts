/**
 * A database that is locked, full or gone: 503 with nothing stored, in progress where somebody holds the key, and well again afterwards.
 */
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createEndpoint } from '../../../demo/endpoint/app.js';
import { replaceVersion } from '../../../demo/endpoint/store/contracts.js';
import { openStore, type Store } from '../../../demo/endpoint/store/open.js';
import { write } from '../../../demo/endpoint/store/transactions.js';
import { refusalOf, type Answer } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';

/** Another process's transaction that holds something until it is let go. */
const hold = async (store: Store, take: (trx: Parameters<Parameters<typeof write>[1]>[0]) => Promise<unknown>) => {
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

onBothDatabases('while somebody else holds', (dialect) => {
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
    expect(refusalOf(await harness.call(`/payments/by-key/${request.idempotencyKey}`))).toBe('404 not-found');
    expect((await harness.call.pay(request)).status).toBe(201);
  }, 30_000);

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
    expect(refusalOf(await harness.call(`/payments/by-key/${key}`))).toBe(expected);
    expect(refusalOf(await harness.call(`/payments/by-key/${key}/void`, { method: 'PUT' }))).toBe(expected);
    const answer = await harness.call.pay(request);
    expect(refusalOf(answer)).toBe(expected);
    expect(answer.headers.get('retry-after')).not.toBeNull();
    await release();
  }, 60_000);

  it('anything, lists still answer', async () => {
    const release = await hold(other, (trx) => replaceVersion(trx, { id: 'c11', version: 'no such version' }, 'x'));
    expect((await harness.call('/contracts')).status).toBe(200);
    expect((await harness.call('/payments')).status).toBe(200);
    await release();
  });
});

describe('a full disk', () => {
  it('stores nothing and says so; with room again everything works', async () => {
    const harness = await startHarness('sqlite');
    const { db } = harness.store;
    const requests = await Promise.all(Array.from({ length: 20 }, (_, index) => harness.call.prepare([`c${index + 11}`])));
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count ?? 1}`).execute(db);
    const answers: Answer[] = [];
    for (const request of requests) answers.push(await harness.call.pay(request));
    const refused = requests.filter((_, index) => answers[index]?.status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status !== 201 && status !== 503)).toEqual([]);
    await sql.raw('pragma max_page_count = 1000000').execute(db);
    for (const request of refused) {
      expect(refusalOf(await harness.call(`/payments/by-key/${request.idempotencyKey}`))).toBe('404 not-found');
      expect((await harness.call.pay(request)).status).toBe(201);
    }
    expect(await db.selectFrom('alternate_efts').select('id').execute()).toHaveLength(20);
    expect(harness.log.filter(({ event }) => event === 'unavailable')).toHaveLength(refused.length);
    await harness.stop();
  });
});

/** A wire to the server that can be cut. */
const startWire = async (): Promise<{ port: number; cut: () => void; close: () => Promise<void> }> => {
  const { port: serverPort } = new URL(inject('postgresUrl'));
  const sockets = new Set<Socket>();
  let isCut = false;
  const wire: Server = createServer((socket) => {
    if (isCut) {
      socket.destroy();
      return;
    }
    const onward = connect(Number(serverPort), '127.0.0.1');
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => undefined);
    }
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((ready) => wire.listen(0, '127.0.0.1', ready));
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  const close = (): Promise<void> =>
    new Promise((closed) => {
      cut();
      wire.close(() => {
        closed();
      });
    });
  return { port: (wire.address() as AddressInfo).port, cut, close };
};

describe('a PostgreSQL server that is gone', () => {
  it('is 503 for everybody, never a defect and never the end of the process', async () => {
    const harness = await startHarness('postgres');
    const wire = await startWire();
    const url = new URL(harness.database.databaseUrl ?? '');
    url.port = String(wire.port);
    const lost: string[] = [];
    const store = await openStore({
      dataFolder: harness.database.dataFolder,
      databaseUrl: url.toString(),
      onIdleError: (error) => lost.push(error.name),
    });
    const { app } = createEndpoint({ ...harness.deps, store });
    const headers = { authorization: 'Bearer demo-acme' };
    expect((await app.request('/session', { headers })).status).toBe(200);
    wire.cut();
    for (const path of ['/session', '/contracts', '/lender']) {
      const answer = await app.request(path, { headers });
      expect(answer.status, path).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('2');
    }
    expect((await app.request('/healthz')).status).toBe(200);
    expect(lost.length).toBeGreaterThan(0);
    expect(harness.log.filter(({ event }) => event === 'defect')).toEqual([]);
    await store.close();
    await wire.close();
    await harness.stop();
  }, 30_000);
});

describe('a deadlock on PostgreSQL', () => {
  it("ends with both transactions done: the victim's is tried again", async () => {
    const harness = await startHarness('postgres');
    const lock = (trx: Parameters<Parameters<typeof write>[1]>[0], id: string) =>
      trx.selectFrom('contracts').select('id').where('id', '=', id).forUpdate().execute();
    let waiting = 0;
    const tries: string[] = [];
    const crossWise = (first: string, second: string): Promise<string> =>
      write(harness.store, async (trx) => {
        tries.push(first);
        await lock(trx, first);
        waiting += 1;
        while (waiting < 2) await new Promise((waited) => setTimeout(waited, 10));
        await lock(trx, second);
        return first;
      });
    expect(await Promise.all([crossWise('c01', 'c02'), crossWise('c02', 'c01')])).toEqual(['c01', 'c02']);
    expect(tries).toHaveLength(3);
    await harness.stop();
  }, 30_000);
});
