/**
 * Lists and sums kept beside contracts: always those that contracts and invoices have, after loading, posting, returns, and an upgrade.
 */
import { Kysely, Migrator, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ContractPage } from '../../../../src/api/index.js';
import { migrationsFor } from '../../../../demo/endpoint/store/migrations.js';
import { openStore, type Store } from '../../../../demo/endpoint/store/open.js';
import { postgresDialect } from '../../../../demo/endpoint/store/postgres.js';
import type { Database } from '../../../../demo/endpoint/store/schema.js';
import { sqliteDialects } from '../../../../demo/endpoint/store/sqlite.js';
import { usd } from '../support/caller.js';
import { createDatabase, onBothDatabases } from '../support/databases.js';
import { createDesk, mixedContract, type Desk } from '../support/desk.js';
import { startHarness, type Harness } from '../support/harness.js';
import { testPortfolio } from '../support/portfolio.js';
import { keptLists, reckonLists } from '../support/reckoned-lists.js';

onBothDatabases('kept lists', (dialect) => {
  let harness: Harness;
  let desk: Desk;
  beforeAll(async () => {
    const portfolio = testPortfolio();
    const shared = { ...mixedContract('both'), payers: ['acme', 'guarantor'] };
    const rich = { ...mixedContract('pesos'), currency: 'MXN' };
    harness = await startHarness(dialect, { ...portfolio, contracts: [...portfolio.contracts, shared, rich, mixedContract('whole')] });
    desk = createDesk(harness);
  });
  afterAll(() => harness.stop());

  const expectTrue = async (): Promise<void> => {
    expect(await keptLists(harness.store)).toEqual(await reckonLists(harness.store));
  };
  const listOf = async (as: string): Promise<ContractPage> => ContractPage.parse((await harness.call('/contracts?limit=50', { as })).body);

  it('are true when a portfolio has been loaded', expectTrue);

  it('stay true when payments are made, posted and returned, for everybody who sees the contract', async () => {
    const before = await listOf('guarantor');
    const part = await desk.pay('both', { amount: usd(150_000) });
    await expectTrue();
    await desk.sendAll();
    await expectTrue();
    const [was, is] = [before.totals[0], (await listOf('guarantor')).totals[0]];
    expect((was?.open.value ?? 0) - (is?.open.value ?? 0)).toBe(150_000);
    await desk.comeBack(part.id, 'R01');
    await expectTrue();
    expect((await listOf('guarantor')).totals).toEqual(before.totals);
  });

  it('forget a day on which nothing is open any more, and know it again when a debit comes back', async () => {
    const whole = await desk.pay('whole', { amount: usd(210_000) });
    await desk.sendAll();
    await expectTrue();
    expect(await harness.store.db.selectFrom('payer_dues').selectAll().where('open_value', '=', 0).execute()).toEqual([]);
    await desk.comeBack(whole.id, 'R02');
    await expectTrue();
  });

  it('move down the list with what is open', async () => {
    const byOpen = async (): Promise<string[]> => {
      const page = ContractPage.parse((await harness.call('/contracts?sort=open&limit=50', { as: 'guarantor' })).body);
      return page.items.map(({ id }) => id);
    };
    expect(await byOpen()).toEqual(['shared', 'both']);
    await desk.pay('shared', { amount: usd(200_000) });
    await desk.sendAll();
    expect(await byOpen()).toEqual(['both', 'shared']);
    await expectTrue();
  });
});

/** What a database of the version before holds. */
const oldRows = [
  sql`insert into lenders (id, name, time_zone, cut_off, horizon_days, closed_dates, bank_accounts, features, max_items,
      application_method, application_priority, application_groups)
    values ('l', 'L', 'UTC', '16:00', 60, '[]', 'any', '{}', 5, 'balance_forward', '[]', '{}')`,
  sql`insert into payers (id, lender_id, name, contact_name, contact_email, token_hash)
    values ('p', 'l', 'P', 'P', 'p@p.example', 'p'), ('q', 'l', 'Q', 'Q', 'q@q.example', 'q')`,
  sql`insert into contracts (id, lender_id, number, number_search, description, status, currency, version, open_value, due_order)
    values ('a', 'l', 'A-1', 'a-1', '', 'open', 'USD', 'v', 300, '2026-01-01'), ('b', 'l', 'B-1', 'b-1', '', 'open', 'MXN', 'v', 50, '2026-02-01'),
      ('c', 'l', 'C-1', 'c-1', '', 'closed', 'USD', 'v', 0, '9999-12-31')`,
  sql`insert into contract_payers (payer_id, contract_id) values ('p', 'a'), ('p', 'b'), ('p', 'c'), ('q', 'a')`,
  sql`insert into invoices (contract_id, id, number, number_search, due_date, amount_value, open_value)
    values ('a', '1', '1', '1', '2026-01-01', 100, 100), ('a', '2', '2', '2', '2026-02-01', 200, 200), ('a', '0', '0', '0', '2025-12-01', 100, 0),
      ('b', '1', '1', '1', '2026-02-01', 50, 50), ('c', '1', '1', '1', '2025-02-01', 50, 0)`,
];

onBothDatabases('a database of the version before', (dialect) => {
  it('has its lists and sums after the upgrade', async () => {
    const database = await createDatabase(dialect);
    const old = new Kysely<Database>({
      dialect:
        database.databaseUrl === undefined
          ? sqliteDialects(database.dataFolder).usual
          : postgresDialect({ databaseUrl: database.databaseUrl, onLostConnection: () => undefined }),
    });
    const { error } = await new Migrator({ db: old, provider: migrationsFor(dialect) }).migrateTo('0004-sign-in-by-code');
    expect(error).toBeUndefined();
    for (const row of oldRows) await row.execute(old);
    await old.destroy();
    const store: Store = await openStore({ dataFolder: database.dataFolder, databaseUrl: database.databaseUrl });
    const kept = await keptLists(store);
    expect(kept).toEqual(await reckonLists(store));
    expect(kept.sums).toHaveLength(4);
    expect(kept.dues).toHaveLength(5);
    await store.close();
    await database.drop();
  });
});
