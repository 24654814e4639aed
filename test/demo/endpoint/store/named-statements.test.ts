/**
 * Statements PostgreSQL prepares under a name: which they are, that they stay few, and that a newer process may add columns meanwhile.
 */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { NamedStatements } from '../../../../demo/endpoint/store/named-statements.js';
import { startHarness, type Harness } from '../support/harness.js';
import { startRival } from '../support/rival.js';

describe('a statement', () => {
  it('has one name for one text, and takes the values of now', () => {
    const statements = new NamedStatements();
    const first = statements.find('select id from things where id = $1', [1]);
    expect(first).toEqual({ name: 'aspire_pay_0', text: 'select id from things where id = $1', values: [1] });
    expect(statements.find('select id from things where id = $1', [2])).toEqual({ ...first, values: [2] });
    expect(statements.find('select id from things where id > $1', [2]).name).toBe('aspire_pay_1');
  });

  it.each([
    ['gives all columns', 'select * from things where id = $1', [1]],
    ['gives all of a table’s columns', 'select "things".* from things where id = $1', [1]],
    ['gives back all of a row', 'delete from things where id = $1 returning *', [1]],
    ['has no values, and may be several', 'start transaction; set local lock_timeout = 1', []],
    ['is very long', `select id from things where id in (${'$1, '.repeat(3_000)}$1)`, [1]],
  ])('that %s has none', (_, text, values) => {
    expect(new NamedStatements().find(text, values)).toEqual({ text, values });
  });

  it('that counts has one', () => {
    expect(new NamedStatements().find('select count(*) from things where id = $1', [1]).name).toBe('aspire_pay_0');
  });

  it('has one while there are few', () => {
    const statements = new NamedStatements();
    for (let number = 0; number < 1_000; number += 1) statements.find(`select ${number} where $1`, [true]);
    expect(statements.size).toBe(300);
    expect(statements.find('select 299 where $1', [true]).name).toBe('aspire_pay_299');
    expect(statements.find('select 300 where $1', [true]).name).toBeUndefined();
  });
});

describe('an endpoint on PostgreSQL', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness('postgres');
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  afterAll(() => harness.stop());

  const prepare = () => harness.call.prepare([harness.nextContract()]);
  const readAll = async (): Promise<number[]> => {
    const paths = ['/session', '/contracts', '/contracts/c01', '/contracts/c01/invoices', '/payments', '/bank-accounts'];
    return Promise.all(paths.map(async (path) => (await harness.call(path)).status));
  };

  it('asks for a payment’s statements by the same names each time', async () => {
    const requests = [await prepare(), await prepare()];
    const sent = vi.spyOn(pg.Client.prototype, 'query');
    const names: (string | undefined)[][] = [];
    for (const request of requests) {
      expect((await harness.call.pay(request)).status).toBe(201);
      names.push(sent.mock.calls.map(([query]) => (query as unknown as pg.QueryConfig).name));
      sent.mockClear();
    }
    const [first = [], second] = names;
    expect(second).toEqual(first);
    // All but begin and commit: who calls, the count, the key with what it is for, what is written.
    expect(first.filter((name) => name === undefined)).toHaveLength(2);
    expect(new Set(first.filter((name) => name !== undefined)).size).toBeGreaterThanOrEqual(3);
  });

  it('goes on while a newer process adds a column to every table and takes an index away', async () => {
    for (let times = 0; times < 8; times += 1) expect(await readAll()).toEqual([200, 200, 200, 200, 200, 200]);
    expect((await harness.call.pay(await prepare())).status).toBe(201);
    const tables = (await harness.store.db.introspection.getTables()).map(({ name }) => name);
    const newer = await startRival(harness);
    for (const table of tables) await newer.query(`alter table ${table} add column told_later text`);
    await newer.query('drop index payments_newest');
    await newer.query('commit');
    await newer.end();
    for (let times = 0; times < 8; times += 1) expect(await readAll()).toEqual([200, 200, 200, 200, 200, 200]);
    expect((await harness.call.pay(await prepare())).status).toBe(201);
  });
});
