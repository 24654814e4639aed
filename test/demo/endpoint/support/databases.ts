/**
 * Both databases for every suite: a SQLite file in a folder of its own, and a database of its own on the run's PostgreSQL server.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import type { Dialect } from '../../../../demo/endpoint/store/open.js';

export interface TestDatabase {
  readonly dialect: Dialect;
  /** The SQLite file and the keys; on PostgreSQL the keys alone. */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  drop(): Promise<void>;
}

const asAdmin = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

export const createDatabase = async (dialect: Dialect): Promise<TestDatabase> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'aspire-pay-endpoint-'));
  const removeFolder = (): void => {
    rmSync(dataFolder, { recursive: true, force: true });
  };
  if (dialect === 'sqlite') {
    return {
      dialect,
      dataFolder,
      databaseUrl: undefined,
      drop: () => {
        removeFolder();
        return Promise.resolve();
      },
    };
  }
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(`create database ${name}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    dialect,
    dataFolder,
    databaseUrl: url.toString(),
    drop: async () => {
      removeFolder();
      await asAdmin(`drop database ${name} with (force)`);
    },
  };
};

/** The same suite on SQLite and on PostgreSQL. */
export const onBothDatabases = (subject: string, suite: (dialect: Dialect) => void): void => {
  describe.each(['sqlite', 'postgres'] as const)(`${subject}, on %s`, (dialect) => {
    suite(dialect);
  });
};
