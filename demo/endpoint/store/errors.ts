/**
 * Which failures of a database mean "later": busy, locked, full, gone. Everything else is a defect and stays one.
 */

const sqliteUnavailable = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|PROTOCOL|NOMEM|INTERRUPT)/;
/** Connection, resources, operator intervention, system; rollbacks and locks. */
const postgresUnavailable = /^(08|53|57|58)|^(40001|40P01|55P03|25P03)$/;
const networkUnavailable = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
/** Said by the pool and the connection, which give no code. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool)/;

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Rolled back whole by the database, so that it may be tried again at once. */
export const isConflict = (error: unknown): boolean => ['40001', '40P01'].includes(errorCode(error) ?? '');

/** PostgreSQL waited as long as it was told to for somebody else's lock on a row of this table, which it names where it says what it did. */
export const isLockTimeout = (error: unknown, table: string): boolean =>
  errorCode(error) === '55P03' && error instanceof Error && 'where' in error && String(error.where).includes(`"${table}"`);

export const isUnavailable = (error: unknown): boolean => {
  const code = errorCode(error);
  if (code !== undefined && (sqliteUnavailable.test(code) || postgresUnavailable.test(code) || networkUnavailable.test(code))) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  return error instanceof Error && lostConnection.test(error.message);
};
