/**
 * Kysely over a PostgreSQL server. Integers come back as numbers: every amount is kept within ±(2⁵³−1). A transaction that is begun to
 * write waits so long for somebody else's lock and no longer.
 */
import {
  CompiledQuery,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
  type PostgresDialectConfig,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { NamedStatements, naming } from './named-statements.js';

/** In milliseconds. */
const lockTimeout = 3_000;

const parseInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an integer from the database is too large to be exact');
  return value;
};

class PatientDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (settings.accessMode !== 'read write' || settings.isolationLevel !== undefined) return super.beginTransaction(connection, settings);
    // Both in one message: a contract is paid in few, each of them a way to the server and back.
    await connection.executeQuery(CompiledQuery.raw(`start transaction read write; set local lock_timeout = ${lockTimeout}`));
  }
}

class PatientDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new PatientDriver(this.#config);
  }
}

export interface PostgresOptions {
  readonly databaseUrl: string;
  readonly onLostConnection: (error: Error) => void;
}

/** Connections a process holds at most: for everything, and for what may be forgotten. */
const most = { usual: 10, light: 2 } as const;

const createPool = ({ databaseUrl, onLostConnection }: PostgresOptions, special: pg.PoolConfig): pg.Pool => {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, parseInteger);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    // A frozen process must not hold a contract for ever.
    idle_in_transaction_session_timeout: 30_000,
    types,
    ...special,
  });
  // Without listeners a server that restarts would end this process: the pool listens to idle connections only, nobody to those in use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', onLostConnection);
  });
  return pool;
};

export const postgresDialect = (options: PostgresOptions): PostgresDialect =>
  new PatientDialect({ pool: naming(createPool(options, { max: most.usual }), new NamedStatements()) });

/** Connections whose commits don't wait for the disk: for single statements that a power cut may undo. */
export const lightPostgresDialect = (options: PostgresOptions): PostgresDialect =>
  new PatientDialect({
    pool: naming(
      createPool(options, { max: most.light, lock_timeout: lockTimeout, options: '-c synchronous_commit=off' }),
      new NamedStatements(),
    ),
  });
