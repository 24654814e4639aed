/**
 * A database of its own: a SQLite file in a fresh folder, or a fresh database on a PostgreSQL server. Must not know what runs the tests.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface TestDatabase {
  readonly dialect: 'sqlite' | 'postgres';
  /** The SQLite file and the keys; on PostgreSQL the keys alone. */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  drop(): Promise<void>;
}

const asAdmin = async (serverUrl: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const makeFolder = (): { dataFolder: string; removeFolder: () => void } => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'aspire-pay-endpoint-'));
  return { dataFolder, removeFolder: () => rmSync(dataFolder, { recursive: true, force: true }) };
};

export const createSqliteDatabase = (): TestDatabase => {
  const { dataFolder, removeFolder } = makeFolder();
  return {
    dialect: 'sqlite',
    dataFolder,
    databaseUrl: undefined,
    drop: () => {
      removeFolder();
      return Promise.resolve();
    },
  };
};

export const createPostgresDatabase = async (serverUrl: string): Promise<TestDatabase> => {
  const { dataFolder, removeFolder } = makeFolder();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    dialect: 'postgres',
    dataFolder,
    databaseUrl: url.toString(),
    drop: async () => {
      removeFolder();
      await asAdmin(serverUrl, `drop database ${name} with (force)`);
    },
  };
};
