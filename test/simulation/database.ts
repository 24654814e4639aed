/**
 * One real database in memory for many scripts: the endpoint's own tables, put back between scripts, whatever was written to them.
 * Statements are prepared once, because scripts ask the same ones again and again. Must not know what a script does.
 */
import { Kysely, Migrator, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import LibsqlDatabase from 'libsql';
import { migrationsFor } from '../../demo/endpoint/store/migrations.js';
import type { Store } from '../../demo/endpoint/store/open.js';
import type { Database } from '../../demo/endpoint/store/schema.js';
import { TableStates } from './table-states.js';

const isRead = (text: string): boolean => /^\s*select\b/i.test(text);
const isRollback = (text: string): boolean => /^\s*rollback\b/i.test(text);

class WatchedDatabase implements SqliteDatabase {
  readonly #database: LibsqlDatabase.Database;
  readonly #states: TableStates;
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(database: LibsqlDatabase.Database, states: TableStates) {
    this.#database = database;
    this.#states = states;
  }

  prepare(text: string): SqliteStatement {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.#prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  #prepare(text: string): SqliteStatement {
    const prepared = this.#database.prepare(text);
    const states = this.#states;
    const tables = isRead(text) ? [] : states.tablesIn(text);
    const note = (): void => (isRollback(text) ? states.noteRollback() : states.noteWrite(tables));
    return {
      reader: prepared.reader,
      all: (parameters) => {
        note();
        return prepared.all(parameters);
      },
      run: (parameters) => {
        note();
        return prepared.run(parameters);
      },
      iterate: (parameters) => prepared.iterate(parameters),
    };
  }

  close(): void {
    this.#database.close();
  }
}

/** Copies of all tables, and the way back to them. */
const keepCopies = (database: LibsqlDatabase.Database, states: TableStates): (() => void) => {
  const ways = new Map<string, LibsqlDatabase.Statement[]>();
  for (const table of states.tables) {
    database.exec(`create temp table "start_${table}" as select * from main."${table}"`);
    const isEmpty = database.prepare(`select 1 from main."${table}" limit 1`).all([]).length === 0;
    const texts = [`delete from main."${table}"`, ...(isEmpty ? [] : [`insert into main."${table}" select * from temp."start_${table}"`])];
    const statements = texts.map((text) => database.prepare(text));
    ways.set(table, statements);
  }
  return () => {
    const written = states.written();
    if (written.length === 0) return;
    database.exec('begin; pragma defer_foreign_keys = on');
    for (const table of written) for (const statement of ways.get(table) ?? []) statement.run([]);
    database.exec('commit');
    states.reset();
  };
};

export interface MemoryDatabase {
  readonly store: Store;
  readonly states: TableStates;
  /** One statement, without parameters. */
  readonly run: (text: string) => void;
  readonly all: (text: string) => unknown[];
  /** From now on `restore` leads back to what is held now. */
  readonly keep: () => void;
  readonly restore: () => void;
}

const makeTables = async (database: LibsqlDatabase.Database): Promise<TableStates> => {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database }) });
  const { error } = await new Migrator({ db, provider: migrationsFor('sqlite') }).migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('The tables could not be made.');
  const found = database.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").all([]);
  return new TableStates((found as { name: string }[]).map(({ name }) => name));
};

export const openMemoryDatabase = async (): Promise<MemoryDatabase> => {
  const database = new LibsqlDatabase(':memory:');
  database.pragma('foreign_keys = ON');
  const states = await makeTables(database);
  const watched = new WatchedDatabase(database, states);
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: watched }) });
  let restore = (): void => undefined;
  return {
    store: { db, light: db, dialect: 'sqlite', close: () => db.destroy() },
    states,
    run: (text) => void watched.prepare(text).run([]),
    all: (text) => watched.prepare(text).all([]),
    keep: () => {
      restore = keepCopies(database, states);
      states.reset();
    },
    restore: () => restore(),
  };
};
