/**
 * Kysely over a PostgreSQL server. Integers come back as numbers: every amount is kept within ±(2⁵³−1).
 */
import { PostgresDialect } from 'kysely';
import pg from 'pg';

const bigintOid = 20;

const parseInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an integer from the database is too large to be exact');
  return value;
};

export const postgresDialect = (databaseUrl: string, onIdleError: (error: Error) => void): PostgresDialect => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A frozen process must not hold a contract for ever.
    idle_in_transaction_session_timeout: 30_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === bigintOid ? parseInteger : (pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown),
    },
  });
  // Without a listener a server that restarts would end this process.
  pool.on('error', onIdleError);
  return new PostgresDialect({ pool });
};
