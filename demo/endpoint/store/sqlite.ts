/**
 * Kysely over an embedded SQLite file through libsql. Differs from Kysely's own driver in one thing: a transaction that writes takes the
 * write lock when it begins, so that two processes never meet in the middle of one (SQLite can't upgrade a stale snapshot).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type TransactionSettings,
} from 'kysely';
import LibsqlDatabase from 'libsql';

export type Dialect = 'sqlite' | 'postgres';

/** How long a statement waits for another process's write, in milliseconds. */
const busyTimeout = 5_000;

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

/** SQLite does roll back a half-made table; with it two processes may migrate at once. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LibsqlDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** `:memory:` instead of a folder gives a database that ends with the process. */
export const sqliteDialect = (dataFolder: string): LibsqlDialect => {
  const isInMemory = dataFolder === ':memory:';
  if (!isInMemory) mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const database = new LibsqlDatabase(isInMemory ? ':memory:' : join(dataFolder, 'endpoint.db'));
  for (const pragma of [`busy_timeout = ${busyTimeout}`, 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
    database.pragma(pragma);
  }
  return new LibsqlDialect(database);
};
