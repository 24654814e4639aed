/**
 * Loading a portfolio: whole or not at all, once, and quickly enough at a hundred thousand invoices.
 */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ContractPage } from '../../../src/api/index.js';
import { loadKeys } from '../../../demo/endpoint/keys.js';
import { parsePortfolio } from '../../../demo/endpoint/portfolio-file.js';
import { seedPortfolio } from '../../../demo/endpoint/seed.js';
import { openStore, type Store } from '../../../demo/endpoint/store/open.js';
import { buildLargePortfolio } from '../../../demo/portfolio/build-portfolio.js';
import { createDatabase, onBothDatabases, type TestDatabase } from './support/databases.js';
import { startHarness } from './support/harness.js';
import { testPortfolio, today } from './support/portfolio.js';

onBothDatabases('a portfolio', (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await createDatabase(dialect);
    store = await openStore({ dataFolder: database.dataFolder, databaseUrl: database.databaseUrl });
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  const tools = () => ({ ...loadKeys(database.dataFolder), random: (bytes: number) => randomBytes(bytes), now: () => new Date() });
  const count = async (table: 'contracts' | 'lenders' | 'payers'): Promise<number> =>
    (await store.db.selectFrom(table).select('id').execute()).length;

  it('is loaded once: a second load leaves everything as it is', async () => {
    const portfolio = parsePortfolio(testPortfolio());
    expect(await seedPortfolio(store, portfolio, tools())).toBe(true);
    const before = await store.db.selectFrom('contracts').select(['id', 'version']).orderBy('id').execute();
    const other = { ...portfolio, lender: { ...portfolio.lender, id: 'another' } };
    expect(await seedPortfolio(store, other, tools())).toBe(false);
    expect(await store.db.selectFrom('contracts').select(['id', 'version']).orderBy('id').execute()).toEqual(before);
    expect(await count('lenders')).toBe(1);
  });

  it('is loaded by one of two processes that start at once', async () => {
    const second = await openStore({ dataFolder: database.dataFolder, databaseUrl: database.databaseUrl });
    const portfolio = parsePortfolio(testPortfolio());
    // The connections of one process can't wait for each other in SQLite: there the second comes after the first.
    const loads =
      dialect === 'postgres'
        ? await Promise.all([seedPortfolio(store, portfolio, tools()), seedPortfolio(second, portfolio, tools())])
        : [await seedPortfolio(store, portfolio, tools()), await seedPortfolio(second, portfolio, tools())];
    expect([...loads].sort()).toEqual([false, true]);
    await second.close();
  });

  it('that fails half way leaves nothing', async () => {
    const portfolio = parsePortfolio(testPortfolio());
    const [first] = portfolio.contracts;
    if (first === undefined) throw new Error('the portfolio has contracts');
    await expect(seedPortfolio(store, { ...portfolio, contracts: [first, first] }, tools())).rejects.toThrow();
    expect([await count('lenders'), await count('payers'), await count('contracts')]).toEqual([0, 0, 0]);
    expect(await seedPortfolio(store, portfolio, tools())).toBe(true);
  });

  it('gives every contract a version of its own', async () => {
    await seedPortfolio(store, parsePortfolio(testPortfolio()), tools());
    const versions = (await store.db.selectFrom('contracts').select('version').execute()).map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
  });
});

onBothDatabases('ten thousand contracts with a hundred thousand invoices', (dialect) => {
  it('are loaded, listed, searched and sorted, a page at a time', async () => {
    const harness = await startHarness(dialect, buildLargePortfolio(today));
    try {
      const list = async (query: string): Promise<ContractPage> =>
        ContractPage.parse((await harness.call(`/contracts?limit=50${query}`, { as: 'continental-fleet' })).body);
      expect((await list('')).total).toBe(10_000);
      for (const sort of ['number', 'open', 'dueDate']) expect((await list(`&sort=${sort}`)).items).toHaveLength(50);
      expect((await list('&q=F00159-7')).total).toBe(1);
      const { nextCursor } = await list('&sort=open');
      expect((await list(`&sort=open&cursor=${nextCursor}`)).items).toHaveLength(50);
      expect((await list('&q=no-such-number')).total).toBe(0);
    } finally {
      await harness.stop();
    }
  }, 300_000);
});
