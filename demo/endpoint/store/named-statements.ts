/**
 * Statements that PostgreSQL parses and plans once for each connection, by their text: planning one costs more than running it. Knows
 * nothing of transactions.
 */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient, QueryConfig } from 'pg';

/** The endpoint asks some eighty; lists of ids of every length make more. Those that come later are planned each time. */
const mostNamed = 300;
/** Texts of many rows are written once. */
const longestNamed = 8_000;

/** What gives all columns gives another row once a newer process has added one, and PostgreSQL refuses a plan that no longer fits. */
const givesAllColumns = /(?<!\()\*/;

/** Without values it goes out as plain text, which may hold several statements: those can't be prepared. */
const isNamed = (text: string, values: readonly unknown[]): boolean =>
  values.length > 0 && text.length <= longestNamed && !givesAllColumns.test(text);

export class NamedStatements {
  readonly #names = new Map<string, string>();

  get size(): number {
    return this.#names.size;
  }

  /** What is to be sent: under a name, which every connection prepares when it first meets it, or without. */
  find(text: string, values: unknown[]): QueryConfig {
    const name = isNamed(text, values) ? this.#nameOf(text) : undefined;
    return { text, values, ...(name !== undefined && { name }) };
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= mostNamed) return known;
    const name = `aspire_pay_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

class NamingClient implements PostgresPoolClient {
  readonly #client: PoolClient;
  readonly #statements: NamedStatements;

  constructor(client: PoolClient, statements: NamedStatements) {
    this.#client = client;
    this.#statements = statements;
  }

  query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('Rows are given all at once here.');
    return this.#client.query(this.#statements.find(text, [...values]));
  }

  release(): void {
    this.#client.release();
  }
}

/** The same pool, whose connections name what they are asked. */
export const naming = (pool: Pool, statements: NamedStatements): PostgresPool => ({
  connect: async () => new NamingClient(await pool.connect(), statements),
  end: () => pool.end(),
});
