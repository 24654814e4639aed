/** What a database says of itself: its version, its size. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStore } from '../../../demo/endpoint/store/open.js';
import type { TestDatabase } from '../../demo/endpoint/support/fresh-database.js';

export const tellVersion = async (database: TestDatabase): Promise<string> => {
  const store = await openStore(database);
  const asked =
    store.dialect === 'sqlite' ? sql<{ version: string }>`select sqlite_version() as version` : sql<{ version: string }>`select version()`;
  const { rows } = await asked.execute(store.db);
  await store.close();
  const version = rows[0]?.version ?? 'unknown';
  return store.dialect === 'sqlite' ? `SQLite ${version}, synchronous=FULL` : (version.split(' on ')[0] ?? version);
};

/** In bytes. */
export const sizeOf = async (database: TestDatabase): Promise<number> => {
  if (database.databaseUrl === undefined) return statSync(join(database.dataFolder, 'endpoint.db')).size;
  const store = await openStore(database);
  const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(store.db);
  await store.close();
  return rows[0]?.size ?? NaN;
};
