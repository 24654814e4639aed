/**
 * Two processes on one database, and a process that is killed: what was acknowledged is there, and never twice.
 */
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../demo/endpoint/store/open.js';
import { nameOf, paymentsOf, usd } from './support/caller.js';
import { createDatabase, onBothDatabases, type TestDatabase } from './support/databases.js';
import { spawnEndpoint, startProcess, type EndpointProcess } from './support/processes.js';

onBothDatabases('case 57: two processes on one database', (dialect) => {
  let database: TestDatabase;
  let processes: EndpointProcess[];
  let store: Store;
  beforeAll(async () => {
    database = await createDatabase(dialect);
    // At once, so that both migrate, make keys and seed at once too.
    processes = await Promise.all([startProcess(database), startProcess(database)]);
    store = await openStore({ dataFolder: database.dataFolder, databaseUrl: database.databaseUrl });
  }, 60_000);
  afterAll(async () => {
    await Promise.all(processes.map((running) => running.stop()));
    await store.close();
    await database.drop();
  });

  const at = (index: number): EndpointProcess => {
    const running = processes[index % processes.length];
    if (running === undefined) throw new Error('a process was started');
    return running;
  };

  it('case 5: make one payment of two hundred requests with one key; the rest are replays or told to wait', async () => {
    const request = await at(0).call.prepare(['c11', 'c12'], { amount: usd(1_000) });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => at(index).call.pay(request)));
    const kinds = answers.map((answer) => (answer.status < 400 ? String(answer.status) : `${answer.status} ${nameOf(answer)}`));
    expect(kinds.filter((kind) => kind === '201')).toHaveLength(1);
    expect(kinds.filter((kind) => !['201', '200', '409 in-progress'].includes(kind))).toEqual([]);
    const references = new Set(
      answers
        .filter(({ status }) => status < 400)
        .map((answer) =>
          paymentsOf(answer)
            .map(({ reference }) => reference)
            .join(),
        ),
    );
    expect(references.size).toBe(1);
    for (const contract of ['c11', 'c12']) {
      for (const table of ['payments', 'alternate_efts'] as const) {
        expect(await store.db.selectFrom(table).select('id').where('contract_id', '=', contract).execute()).toHaveLength(1);
      }
    }
  }, 60_000);

  it('case 31: make one payment of many requests with keys of their own for one version of a contract', async () => {
    const request = await at(0).call.prepare(['c13'], { amount: usd(1_000) });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => at(index).call.pay({ ...request, idempotencyKey: randomUUID() })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(39);
    expect(new Set(answers.filter(({ status }) => status === 409).map(nameOf))).toEqual(new Set(['contract-changed']));
  }, 60_000);

  it('case 63: pay overlapping contracts in opposite order without a deadlock, and one of each pair wins whole', async () => {
    for (let round = 0; round < 10; round += 1) {
      const ids = ['c14', 'c15', 'c16', 'c17'];
      const there = await at(0).call.prepare(ids, { amount: usd(1_000) });
      const back = await at(1).call.prepare([...ids].reverse(), { amount: usd(1_000) });
      const statuses = (await Promise.all([at(0).call.pay(there), at(1).call.pay(back)])).map(({ status }) => status);
      expect([...statuses].sort()).toEqual([201, 409]);
    }
    const counts = await store.db
      .selectFrom('payments')
      .select(['contract_id', ({ fn }) => fn.countAll<number>().as('count')])
      .where('contract_id', 'in', ['c14', 'c15', 'c16', 'c17'])
      .groupBy('contract_id')
      .execute();
    expect(counts.map(({ count }) => count)).toEqual([10, 10, 10, 10]);
  }, 60_000);

  it('case 57: settle a race of payment and void the same way for everybody', async () => {
    for (let round = 0; round < 20; round += 1) {
      const request = await at(0).call.prepare(['c18'], { amount: usd(1_000) });
      const path = `/payments/by-key/${request.idempotencyKey}`;
      const [paid, voided] = await Promise.all([at(0).call.pay(request), at(1).call(`${path}/void`, { method: 'PUT' })]);
      const after = await at(1).call(path);
      const outcome = `${paid.status} ${voided.status} ${after.status}`;
      expect(['201 200 200', '410 204 410']).toContain(outcome);
    }
  }, 60_000);

  it('turn each payment to Scheduled once', async () => {
    const request = await at(0).call.prepare(['c19'], { amount: usd(1_000) });
    const [payment] = paymentsOf(await at(0).call.pay(request));
    const deadline = Date.now() + 20_000;
    let status = payment?.status;
    while (status !== 'scheduled' && Date.now() < deadline) {
      await new Promise((waited) => setTimeout(waited, 250));
      status = paymentsOf(await at(1).call(`/payments/by-key/${request.idempotencyKey}`))[0]?.status;
    }
    expect(status).toBe('scheduled');
    const [record] = await store.db.selectFrom('alternate_efts').selectAll().where('contract_id', '=', 'c19').execute();
    expect(record?.status).toBe('scheduled');
  }, 60_000);
});

onBothDatabases('case 56: a process that is killed', (dialect) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createDatabase(dialect);
  });
  afterEach(() => database.drop());

  it('case 56: right after it acknowledged a payment still has it when it is started again', async () => {
    const before = await startProcess(database);
    const request = await before.call.prepare(['c11'], { amount: usd(1_000) });
    const [payment] = paymentsOf(await before.call.pay(request));
    await before.kill();
    const after = await startProcess(database);
    expect(paymentsOf(await after.call(`/payments/by-key/${request.idempotencyKey}`))[0]?.reference).toBe(payment?.reference);
    expect((await after.call.pay(request)).status).toBe(200);
    expect((await after.call.contract('c11')).inFlight).toHaveLength(1);
    await after.stop();
  }, 60_000);

  it('case 56: under load has everything it acknowledged, once', async () => {
    const before = await startProcess(database);
    const requests = await Promise.all(
      Array.from({ length: 30 }, (_, index) => before.call.prepare([`c${index + 11}`], { amount: usd(1_000) })),
    );
    const acknowledged: string[] = [];
    const sent = requests.map(async (request, index) => {
      const answer = await before.call.pay(request).catch(() => undefined);
      if (answer?.status === 201) acknowledged.push(request.idempotencyKey);
      if (index === 10) await before.kill();
    });
    await Promise.all(sent);
    const after = await startProcess(database);
    for (const request of requests) {
      const answer = await after.call(`/payments/by-key/${request.idempotencyKey}`);
      if (acknowledged.includes(request.idempotencyKey)) expect(answer.status).toBe(200);
      else expect([200, 404]).toContain(answer.status);
      expect([200, 201]).toContain((await after.call.pay(request)).status);
    }
    await after.stop();
    const store = await openStore({ dataFolder: database.dataFolder, databaseUrl: database.databaseUrl });
    expect(await store.db.selectFrom('payments').select('id').execute()).toHaveLength(30);
    expect(await store.db.selectFrom('alternate_efts').select('id').execute()).toHaveLength(30);
    await store.close();
  }, 60_000);
});

describe('the endpoint as a process', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aspire-pay-main-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const runToEnd = async (environment: Record<string, string>): Promise<{ code: number | null; said: string }> => {
    const child = spawnEndpoint({ ASPIRE_PAY_DATA: folder, ...environment });
    const said: string[] = [];
    child.stderr?.on('data', (data: Buffer) => said.push(data.toString('utf8')));
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, said: said.join('') };
  };

  it('listens on this machine only, keeps its keys to itself, and stops when it is told to', async () => {
    const database = await createDatabase('sqlite');
    const running = await startProcess(database);
    expect(new URL(running.url).hostname).toBe('127.0.0.1');
    expect((await running.call('/session')).status).toBe(200);
    expect(statSync(join(database.dataFolder, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(await running.stop()).toBe(0);
    await database.drop();
  }, 60_000);

  it('says that it kept the portfolio it has, where another is named', async () => {
    const database = await createDatabase('sqlite');
    const first = await startProcess(database);
    expect(first.output).toEqual([`Endpoint ready at ${first.url}`]);
    await first.stop();
    const again = await startProcess(database);
    expect(again.output[0]).toBe(
      `There is a portfolio already: ${join(database.dataFolder, 'portfolio.json')} was left out. To load it, name a folder of its own in ASPIRE_PAY_DATA.`,
    );
    await again.stop();
    await database.drop();
  }, 60_000);

  it('says clearly why it does not start', async () => {
    expect(await runToEnd({})).toEqual({ code: 1, said: 'The database is empty. Name a portfolio file in ASPIRE_PAY_SEED.\n' });
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"format":"aspire-pay-portfolio/1"}');
    const { code, said } = await runToEnd({ ASPIRE_PAY_SEED: broken });
    expect(code).toBe(1);
    expect(said).toContain(`${broken} is not a portfolio that can be loaded:\n  lender: this is missing\n`);
    expect((await runToEnd({ PORT: 'http' })).said).toBe('PORT must be a whole number up to 65535\n');
    expect((await runToEnd({ ASPIRE_PAY_ORIGINS: '*' })).said).toContain('* is not an origin');
  }, 60_000);
});
