/**
 * Opens the database: an embedded SQLite file, or PostgreSQL when a URL is given; and brings its tables up to date.
 */
import { Kysely, Migrator } from 'kysely';
import { migrationsFor } from './migrations.js';
import { postgresDialect } from './postgres.js';
import type { Database } from './schema.js';
import { sqliteDialect, type Dialect } from './sqlite.js';

export type { Dialect } from './sqlite.js';

export interface Store {
  readonly db: Kysely<Database>;
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

export const openStore = async ({ dataFolder, databaseUrl, onIdleError }: StoreOptions): Promise<Store> => {
  const dialect: Dialect = databaseUrl === undefined || databaseUrl === '' ? 'sqlite' : 'postgres';
  const db = new Kysely<Database>({
    dialect: dialect === 'postgres' ? postgresDialect(databaseUrl ?? '', onIdleError ?? (() => undefined)) : sqliteDialect(dataFolder),
  });
  const close = (): Promise<void> => db.destroy();
  try {
    await migrate(db, dialect);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, dialect, close };
};
