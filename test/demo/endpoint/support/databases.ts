/**
 * Both databases for every suite: a SQLite file in a folder of its own, and a database of its own on the run's PostgreSQL server.
 */
import { describe, inject } from 'vitest';
import type { Dialect } from '../../../../demo/endpoint/store/open.js';
import { createPostgresDatabase, createSqliteDatabase, type TestDatabase } from './fresh-database.js';

export type { TestDatabase } from './fresh-database.js';

export const createDatabase = (dialect: Dialect): Promise<TestDatabase> =>
  dialect === 'sqlite' ? Promise.resolve(createSqliteDatabase()) : createPostgresDatabase(inject('postgresUrl'));

/** Both, unless the run names one: mutation testing repeats a suite a thousand times. */
const dialects = (['sqlite', 'postgres'] as const).filter((dialect) => (process.env['ASPIRE_PAY_DATABASES'] ?? dialect) === dialect);

/** The same suite on SQLite and on PostgreSQL. */
export const onBothDatabases = (subject: string, suite: (dialect: Dialect) => void): void => {
  describe.each(dialects)(`${subject}, on %s`, (dialect) => {
    suite(dialect);
  });
};
