/**
 * The one SQLite connection for what only counts: each statement is whole or not at all, but the disk is not waited for. Must not be used for
 * anything that was acknowledged.
 */
import { SqliteDialect, type DatabaseConnection, type Driver, type QueryResult, type SqliteDatabase } from 'kysely';

/** Sets how long a commit waits for the disk. */
type Synchronous = (mode: 'normal' | 'full') => void;

/** Nobody else has the connection meanwhile: SQLite would not change this within a transaction. */
const lightly = (connection: DatabaseConnection, synchronous: Synchronous): DatabaseConnection => ({
  executeQuery: async (query) => {
    synchronous('normal');
    try {
      return await connection.executeQuery(query);
    } finally {
      synchronous('full');
    }
  },
  streamQuery: (): AsyncIterableIterator<QueryResult<never>> => {
    throw new Error('What only counts is read at once.');
  },
});

const refuse = (): never => {
  throw new Error('What only counts is written by single statements.');
};

export class LightSqliteDialect extends SqliteDialect {
  readonly #driver: Driver;
  readonly #synchronous: Synchronous;

  constructor(database: SqliteDatabase, driver: Driver, synchronous: Synchronous) {
    super({ database });
    this.#driver = driver;
    this.#synchronous = synchronous;
  }

  override createDriver(): Driver {
    const driver = this.#driver;
    const owners = new WeakMap<DatabaseConnection, DatabaseConnection>();
    return {
      init: () => driver.init(),
      acquireConnection: async () => {
        const owner = await driver.acquireConnection();
        const connection = lightly(owner, this.#synchronous);
        owners.set(connection, owner);
        return connection;
      },
      releaseConnection: (connection) => driver.releaseConnection(owners.get(connection) ?? connection),
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      // The connection is closed by whoever opened it.
      destroy: () => Promise.resolve(),
    };
  }
}
