/**
 * Kysely over an embedded SQLite file through libsql. Differs from Kysely's own driver in four things: a transaction that writes takes the
 * write lock when it begins, so that two processes never meet in the middle of one (SQLite can't upgrade a stale snapshot); waiting
 * for that lock in vain leaves the connection as it was; statements are prepared once; and who asks for the connection first gets it first.
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
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import LibsqlDatabase from 'libsql';
import { LightSqliteDialect } from './light-sqlite.js';
import { Statements } from './statements.js';

export type Dialect = 'sqlite' | 'postgres';

/** How long a statement waits for another process's write, in milliseconds. */
const busyTimeout = 5_000;

const isTransactionControl = (statement: string): boolean => /^(begin|begin immediate|commit|rollback)$/.test(statement);
const isWriting = (statement: string): boolean => !/^\s*(select|with|pragma|explain)\b/i.test(statement);

/**
 * A prepared statement that ends busy stays under way in libsql until it is collected as garbage, and no transaction can be committed
 * beside it. So only `begin immediate` waits for the lock, by `exec`, which leaves nothing behind; a write outside a transaction gets one.
 */
class PatientDatabase implements SqliteDatabase {
  readonly #database: LibsqlDatabase.Database;
  readonly #statements: Statements;

  constructor(database: LibsqlDatabase.Database) {
    this.#database = database;
    this.#statements = new Statements(database);
  }

  prepare(statement: string): SqliteStatement {
    if (isTransactionControl(statement)) return this.#control(statement);
    const { prepared, reader } = this.#statements.find(statement);
    return {
      reader,
      all: (parameters) => this.#guard(statement, () => prepared.all(parameters)),
      run: (parameters) => this.#guard(statement, () => prepared.run(parameters)),
      iterate: (parameters) => this.#statements.prepare(statement).iterate(parameters),
    };
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #guard<Result>(statement: string, work: () => Result): Result {
    try {
      return isWriting(statement) ? this.#withLock(work) : work();
    } catch (error) {
      this.#statements.drop(statement);
      throw error;
    }
  }

  #control(statement: string): SqliteStatement {
    const run = (): { changes: number; lastInsertRowid: number } => {
      // A full disk has rolled back by itself: a second rollback would hide why.
      if (statement !== 'rollback' || this.#isInTransaction()) this.#database.exec(statement);
      return { changes: 0, lastInsertRowid: 0 };
    };
    const none = (): never[] => [];
    return { reader: false, run, all: none, iterate: () => none().values() };
  }

  #isInTransaction(): boolean {
    return this.#database.inTransaction;
  }

  #withLock<Result>(work: () => Result): Result {
    if (this.#isInTransaction()) return work();
    this.#database.exec('begin immediate');
    try {
      const result = work();
      this.#database.exec('commit');
      return result;
    } catch (error) {
      if (this.#isInTransaction()) this.#database.exec('rollback');
      throw error;
    }
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  /** In the order of asking: Kysely's own lock wakes everybody who waits, each time, for one to have it. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#isTaken) await new Promise<void>((mine) => this.#waiting.push(mine));
    this.#isTaken = true;
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }

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
  readonly #driver: Driver;

  constructor(database: SqliteDatabase, driver: Driver) {
    super({ database });
    this.#driver = driver;
  }

  override createDriver(): Driver {
    return this.#driver;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/** SQLite itself does not wait here: of two processes that open a new file at once, one is told that it is locked. */
const writeAhead = (database: LibsqlDatabase.Database): void => {
  const giveUpAt = performance.now() + busyTimeout;
  for (;;) {
    try {
      database.exec('pragma journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
};

export interface SqliteDialects {
  readonly usual: SqliteDialect;
  /** The same connection, whose commits don't wait for the disk. */
  readonly light: SqliteDialect;
}

/** `:memory:` instead of a folder gives a database that ends with the process. */
export const sqliteDialects = (dataFolder: string): SqliteDialects => {
  const isInMemory = dataFolder === ':memory:';
  if (!isInMemory) mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const database = new LibsqlDatabase(isInMemory ? ':memory:' : join(dataFolder, 'endpoint.db'));
  database.pragma(`busy_timeout = ${busyTimeout}`);
  writeAhead(database);
  for (const pragma of ['synchronous = FULL', 'foreign_keys = ON']) database.pragma(pragma);
  const patient = new PatientDatabase(database);
  const driver = new ImmediateDriver({ database: patient });
  return {
    usual: new LibsqlDialect(patient, driver),
    light: new LightSqliteDialect(patient, driver, (mode) => database.exec(`pragma synchronous = ${mode}`)),
  };
};
