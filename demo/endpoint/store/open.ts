/**
 * Opens the database: an embedded SQLite file, or PostgreSQL when a URL is given; and brings its tables up to date.
 */
import { Kysely, Migrator } from 'kysely';
import { migrationsFor } from './migrations.js';
import { lightPostgresDialect, postgresDialect, type PostgresOptions } from './postgres.js';
import type { Database } from './schema.js';
import { sqliteDialects, type Dialect } from './sqlite.js';

export type { Dialect } from './sqlite.js';

export interface Store {
  readonly db: Kysely<Database>;
  /**
   * For what only counts, by single statements: whole or not at all, but the disk is not waited for, so that a power cut may lose the last
   * moments of it.
   */
  readonly light: Kysely<Database>;
  readonly dialect: Dialect;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Folder of the SQLite file, made when missing; `:memory:` for a database that ends with the process. */
  readonly dataFolder: string;
  /** A PostgreSQL connection string. When given, the folder is not used. */
  readonly databaseUrl?: string | undefined;
  /** Told when a PostgreSQL connection breaks. */
  readonly onIdleError?: (error: Error) => void;
}

const migrate = async (db: Kysely<Database>, dialect: Dialect): Promise<void> => {
  const { error } = await new Migrator({ db, provider: migrationsFor(dialect) }).migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('the database could not be brought up to date');
};

const openSqlite = (dataFolder: string): Store => {
  const { usual, light } = sqliteDialects(dataFolder);
  const db = new Kysely<Database>({ dialect: usual });
  return { db, light: new Kysely<Database>({ dialect: light }), dialect: 'sqlite', close: () => db.destroy() };
};

const openPostgres = (options: PostgresOptions): Store => {
  const db = new Kysely<Database>({ dialect: postgresDialect(options) });
  const light = new Kysely<Database>({ dialect: lightPostgresDialect(options) });
  const close = async (): Promise<void> => {
    await Promise.all([db.destroy(), light.destroy()]);
  };
  return { db, light, dialect: 'postgres', close };
};

export const openStore = async ({ dataFolder, databaseUrl, onIdleError }: StoreOptions): Promise<Store> => {
  const store =
    databaseUrl === undefined || databaseUrl === ''
      ? openSqlite(dataFolder)
      : openPostgres({ databaseUrl, onLostConnection: onIdleError ?? (() => undefined) });
  try {
    await migrate(store.db, store.dialect);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
};
