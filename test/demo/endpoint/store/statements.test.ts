/**
 * Statements kept by their text: used again after a failure, a change of the tables and a rollback, and never in a second meaning.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import LibsqlDatabase from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../../demo/endpoint/store/open.js';
import { Statements } from '../../../../demo/endpoint/store/statements.js';

describe('kept statements', () => {
  let database: LibsqlDatabase.Database;
  let statements: Statements;
  beforeEach(() => {
    database = new LibsqlDatabase(':memory:');
    database.exec('create table things (id integer primary key, name text)');
    statements = new Statements(database);
  });
  afterEach(() => {
    database.close();
  });

  it('are the same ones for the same text, until one is dropped', () => {
    const first = statements.find('select 1');
    expect(statements.find('select 1')).toBe(first);
    expect(statements.find('select 2')).not.toBe(first);
    expect(statements.prepare('select 1')).not.toBe(first.prepared);
    statements.drop('select 1');
    expect(statements.find('select 1')).not.toBe(first);
  });

  it('are so many and no more; pragmas and long texts are none of them', () => {
    for (let number = 0; number < 1_000; number += 1) statements.find(`select ${number}`);
    expect(statements.size).toBe(300);
    expect(statements.find('pragma synchronous')).not.toBe(statements.find('pragma synchronous'));
    const long = `select '${'x'.repeat(8_000)}'`;
    expect(statements.find(long)).not.toBe(statements.find(long));
    expect(statements.size).toBe(300);
  });
});

describe('a store whose statements are kept', () => {
  let folder: string;
  let store: Store;
  let other: LibsqlDatabase.Database;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aspire-pay-statements-'));
    store = await openStore({ dataFolder: folder });
    other = new LibsqlDatabase(join(folder, 'endpoint.db'));
    await sql`create table things (id integer primary key, name text)`.execute(store.db);
  });
  afterEach(async () => {
    other.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const all = async (): Promise<unknown[]> => (await sql`select * from things order by id`.execute(store.db)).rows;
  const add = (id: number) => sql`insert into things (id, name) values (${id}, 'a')`.execute(store.db);

  it('sees columns that another process adds', async () => {
    await add(1);
    expect(await all()).toEqual([{ id: 1, name: 'a' }]);
    other.exec("alter table things add column colour text default 'red'");
    expect(await all()).toEqual([{ id: 1, name: 'a', colour: 'red' }]);
    other.exec('alter table things drop column name');
    expect(await all()).toEqual([{ id: 1, colour: 'red' }]);
  });

  it('writes, reads and commits after a statement that failed', async () => {
    await add(1);
    for (let time = 0; time < 3; time += 1) await expect(add(1)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    await store.db.transaction().execute(async (trx) => {
      await sql`insert into things (id, name) values (${2}, 'a')`.execute(trx);
    });
    expect(await all()).toHaveLength(2);
    expect(other.prepare('select count(*) as rows from things').all([])).toEqual([{ rows: 2 }]);
  });

  it('leaves nothing under way: after a rollback the next transaction starts clean', async () => {
    const half = store.db.transaction().execute(async (trx) => {
      await sql`insert into things (id, name) values (${5}, 'a')`.execute(trx);
      await sql`select * from things order by id`.execute(trx);
      throw new Error('no');
    });
    await expect(half).rejects.toThrow('no');
    expect(await all()).toEqual([]);
    other.exec('begin immediate; commit');
    await add(5);
    expect(await all()).toHaveLength(1);
  });

  it('gives its connection to whoever asked first', async () => {
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        await store.db.transaction().execute(async (trx) => {
          await sql`select * from things`.execute(trx);
          order.push(index);
        });
      }),
    );
    expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });
});
