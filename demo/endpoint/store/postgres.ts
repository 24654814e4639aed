/**
 * Kysely over a PostgreSQL server. Integers come back as numbers: every amount is kept within ±(2⁵³−1).
 */
import { PostgresDialect } from 'kysely';
import pg from 'pg';

const parseInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an integer from the database is too large to be exact');
  return value;
};

export const postgresDialect = (databaseUrl: string, onLostConnection: (error: Error) => void): PostgresDialect => {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, parseInteger);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A frozen process must not hold a contract for ever.
    idle_in_transaction_session_timeout: 30_000,
    types,
  });
  // Without listeners a server that restarts would end this process: the pool listens to idle connections only, nobody to those in use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', onLostConnection);
  });
  return new PostgresDialect({ pool });
};
