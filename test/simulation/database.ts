/**
 * One real database in memory for many scripts: the endpoint's own tables, put back between scripts in one call.
 * Statements are prepared once, because scripts ask the same ones again and again. Must not know what a script does.
 */
import { Kysely, Migrator, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import LibsqlDatabase from 'libsql';
import { migrationsFor } from '../../demo/endpoint/store/migrations.js';
import type { Store } from '../../demo/endpoint/store/open.js';
import type { Database } from '../../demo/endpoint/store/schema.js';

class RememberingDatabase implements SqliteDatabase {
  readonly #database: LibsqlDatabase.Database;
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(database: LibsqlDatabase.Database) {
    this.#database = database;
  }

  prepare(text: string): SqliteStatement {
    const known = this.#statements.get(text);
    if (known) return known;
    const prepared = this.#database.prepare(text);
    const statement: SqliteStatement = {
      reader: prepared.reader,
      all: (parameters) => prepared.all(parameters),
      run: (parameters) => prepared.run(parameters),
      iterate: (parameters) => prepared.iterate(parameters),
    };
    this.#statements.set(text, statement);
    return statement;
  }

  close(): void {
    this.#database.close();
  }
}

export interface MemoryDatabase {
  readonly store: Store;
  /** Several statements at once, without parameters. */
  readonly exec: (text: string) => void;
  readonly all: (text: string) => unknown[];
}

export const openMemoryDatabase = async (): Promise<MemoryDatabase> => {
  const database = new LibsqlDatabase(':memory:');
  database.pragma('foreign_keys = ON');
  const remembering = new RememberingDatabase(database);
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: remembering }) });
  const { error } = await new Migrator({ db, provider: migrationsFor('sqlite') }).migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('The tables could not be made.');
  return {
    store: { db, dialect: 'sqlite', close: () => db.destroy() },
    exec: (text) => void database.exec(text),
    all: (text) => remembering.prepare(text).all([]),
  };
};
