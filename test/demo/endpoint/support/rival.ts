/** Somebody else at the same PostgreSQL database, who holds what a request needs. Must not know which request. */
import pg from 'pg';
import { expect, vi } from 'vitest';
import type { Harness } from './harness.js';

/** In a transaction of its own; `end` closes the connection. */
export const startRival = async ({ database }: Harness): Promise<pg.Client> => {
  const rival = new pg.Client({ connectionString: database.databaseUrl });
  await rival.connect();
  await rival.query('begin');
  return rival;
};

/** Resolves once somebody in this database waits for a lock. */
export const untilWaitedFor = (rival: pg.Client): Promise<void> =>
  vi.waitFor(async () => {
    const waiting = await rival.query(
      'select 1 from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())',
    );
    expect(waiting.rowCount).toBeGreaterThan(0);
  }, 10_000);
