/**
 * How often somebody may ask: counted in the database and so by all processes together, by payer and by address, and never in the way of
 * finding out how a payment ended.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEndpoint } from '../../../demo/endpoint/app.js';
import { scaleRateLimits, usualRateLimits, type RateName } from '../../../demo/endpoint/rate-limits.js';
import { openStore } from '../../../demo/endpoint/store/open.js';
import { forgetWindows } from '../../../demo/endpoint/store/rate-windows.js';
import { refusalOf, usd, type Answer } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { acmeRouting, testPortfolio } from './support/portfolio.js';

const generous = scaleRateLimits(usualRateLimits, 1_000);
const limitsWith = (name: RateName, most: number) => ({ ...generous, [name]: { most, seconds: 600 } });

const statusesOf = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status);

onBothDatabases('the rate limit', (dialect) => {
  let harness: Harness;
  const start = async (name: RateName, most: number, special: { trustedProxies?: number } = {}): Promise<void> => {
    harness = await startHarness(dialect, testPortfolio(), { rateLimits: limitsWith(name, most), ...special });
  };
  afterEach(() => harness.stop());

  it('refuses one payment too many with the time to wait, stores nothing of it, and takes it afterwards', async () => {
    await start('payments-by-payer', 2);
    const requests = await Promise.all(['c11', 'c12', 'c13'].map((id) => harness.call.prepare([id])));
    const [first, second, third] = requests;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three were prepared');
    expect((await harness.call.pay(first)).status).toBe(201);
    harness.setClock('2026-11-23T15:00:30.500Z');
    expect((await harness.call.pay(second)).status).toBe(201);
    const refused = await harness.call.pay(third);
    expect(refusalOf(refused)).toBe('429 rate-limited');
    expect(refused.headers.get('retry-after')).toBe('570');
    expect(refused.headers.get('aspire-pay-payer')).toBe('acme');
    expect(refusalOf(await harness.call(`/payments/by-key/${third.idempotencyKey}`))).toBe('404 not-found');
    harness.setClock('2026-11-23T15:09:59.999Z');
    expect((await harness.call.pay(third)).headers.get('retry-after')).toBe('1');
    harness.setClock('2026-11-23T15:10:00.000Z');
    expect((await harness.call.pay(third)).status).toBe(201);
  });

  it('never stands before a replay, a look by key or a void', async () => {
    await start('payments-by-payer', 1);
    const request = await harness.call.prepare(['c11']);
    const other = await harness.call.prepare(['c12']);
    expect((await harness.call.pay(request)).status).toBe(201);
    expect(refusalOf(await harness.call.pay(other))).toBe('429 rate-limited');
    for (let round = 0; round < 5; round += 1) {
      const replay = await harness.call.pay(request);
      expect(replay.status).toBe(200);
      expect(replay.headers.get('idempotent-replayed')).toBe('true');
      expect((await harness.call(`/payments/by-key/${request.idempotencyKey}`)).status).toBe(200);
    }
    expect((await harness.call(`/payments/by-key/${other.idempotencyKey}/void`, { method: 'PUT' })).status).toBe(204);
    expect(refusalOf(await harness.call.pay(other))).toBe('410 voided');
    expect(refusalOf(await harness.call.pay({ ...request, locale: 'en-CA' }))).toBe('422 key-reused');
  });

  it('lets every copy of one payment replay, also those that come while it is being made', async () => {
    await start('payments-by-payer', 3);
    const request = await harness.call.prepare(['c11'], { amount: usd(1_000) });
    const statuses = statusesOf(await Promise.all(Array.from({ length: 30 }, () => harness.call.pay(request))));
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => ![200, 201, 409].includes(status))).toEqual([]);
  });

  it('is one for all processes on the database, exactly', async () => {
    await start('previews-by-payer', 10);
    const { dataFolder, databaseUrl } = harness.database;
    const store = await openStore({ dataFolder, databaseUrl });
    const plan = await harness.call.plan(['c01']);
    const elsewhere = createEndpoint({ ...harness.deps, store }).app;
    const ask = async (): Promise<number> => {
      const answer = await elsewhere.request('/payments/preview', {
        method: 'POST',
        headers: { authorization: 'Bearer demo-acme', 'content-type': 'application/json' },
        body: JSON.stringify(plan),
      });
      return answer.status;
    };
    const here = async (): Promise<number> => (await harness.call.preview(plan)).status;
    const statuses =
      dialect === 'postgres' ? await Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? ask() : here()))) : [];
    // Two SQLite connections of one process would wait for each other without giving way.
    for (let index = statuses.length; index < 30; index += 1) statuses.push(await (index % 2 === 0 ? ask() : here()));
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    await store.close();
  });

  it('is each payer’s own, and for everybody behind one address together', async () => {
    await start('previews-by-payer', 1);
    const plan = await harness.call.plan(['shared']);
    const guarantor = { ...plan, accountId: 'missing' };
    expect((await harness.call.preview(plan)).status).toBe(200);
    expect((await harness.call.preview(plan)).status).toBe(429);
    expect((await harness.call.preview(guarantor, 'guarantor')).status).toBe(422);
    await harness.stop();
    await start('previews-by-address', 1);
    expect((await harness.call.preview(await harness.call.plan(['shared']))).status).toBe(200);
    expect((await harness.call.preview(guarantor, 'guarantor')).status).toBe(429);
  });

  it('sees the payer’s address behind a proxy that is trusted, and believes nobody else', async () => {
    await start('previews-by-address', 1, { trustedProxies: 1 });
    const from = async (list: string): Promise<number> =>
      (await harness.call('/payments/preview', { json: await harness.call.plan(['c01']), headers: { 'x-forwarded-for': list } })).status;
    expect(await from('203.0.113.7')).toBe(200);
    expect(await from('198.51.100.1, 203.0.113.7')).toBe(429);
    expect(await from('203.0.113.7, 203.0.113.8')).toBe(200);
    expect(await from('2001:db8:0:1::5')).toBe(200);
    expect(await from('2001:db8::1:0:0:0:9')).toBe(429);
    expect(await from('2001:db8:0:2::5')).toBe(200);
    expect(await from('::ffff:203.0.113.8')).toBe(429);
    // Some proxies write the port behind it, and that is another each time.
    expect(await from('203.0.113.8:49152')).toBe(429);
    expect(await from('203.0.113.9:49153')).toBe(200);
    expect(await from('203.0.113.9:49154')).toBe(429);
    expect(await from('[2001:db8:0:2::7]:49155')).toBe(429);
    expect(await from('[2001:db8:0:3::5]:49156')).toBe(200);
    expect(await from('[2001:db8:0:3::5]')).toBe(429);
    expect(await from('[::ffff:203.0.113.9]:49157')).toBe(429);
    await harness.stop();
    await start('previews-by-address', 1);
    expect(await from('203.0.113.7')).toBe(200);
    expect(await from('203.0.113.8')).toBe(429);
  });

  it('counts new bank accounts, not the same request again', async () => {
    await start('bank-accounts-by-payer', 2);
    const account = (accountNumber: string) => ({
      idempotencyKey: randomUUID(),
      routingNumber: acmeRouting,
      accountNumber,
      type: 'checking',
      holderType: 'business',
      holderName: 'Acme Digging LLC',
    });
    const first = account('5550001');
    const add = (json: object) => harness.call('/bank-accounts', { json });
    expect(statusesOf([await add(first), await add(first), await add(first), await add(account('5550002'))])).toEqual([201, 200, 200, 201]);
    const refused = await add(account('5550003'));
    expect(refusalOf(refused)).toBe('429 rate-limited');
    expect(refused.headers.get('retry-after')).toBe('600');
    expect((await add(first)).status).toBe(200);
  });

  it('does not last for ever when the clock was wrong, and forgets who came once', async () => {
    await start('previews-by-payer', 1);
    const plan = await harness.call.plan(['c01']);
    harness.setClock('2027-11-23T15:00:00Z');
    await harness.call.preview(plan);
    harness.setClock('2026-11-23T15:00:00Z');
    expect((await harness.call.preview(plan)).status).toBe(200);
    expect((await harness.call.preview(plan)).status).toBe(429);
    const windows = () => harness.store.db.selectFrom('rate_windows').selectAll().execute();
    expect(JSON.stringify(await windows())).not.toMatch(/acme|127\.0\.0\.1/);
    await forgetWindows(harness.store, Date.parse('2026-11-23T15:09:59Z'));
    expect(await windows()).not.toEqual([]);
    await forgetWindows(harness.store, Date.parse('2028-01-01T00:00:00Z'));
    expect(await windows()).toEqual([]);
  });
});

describe('counting', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness('sqlite', testPortfolio(), { rateLimits: usualRateLimits });
  });
  afterEach(() => harness.stop());

  it('leaves payments as durable as they were', async () => {
    await harness.call.preview(await harness.call.plan(['c01']));
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(harness.store.db);
    expect(rows).toEqual([{ synchronous: 2 }]);
  });
});
