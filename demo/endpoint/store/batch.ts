/**
 * Many rows in few statements. Tables are written in a given order, so that a row never comes before the one it points at.
 */
import type { Database, NewRow } from './schema.js';
import type { Trx } from './transactions.js';

/** SQLite takes 32,766 values in a statement, PostgreSQL 65,535; no table here has more than thirty columns. */
const rowsPerStatement = 500;
const rowsHeld = 20_000;

/** As many at a time as a statement has room for. */
export const slicesOf = <Row>(rows: readonly Row[]): (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  );

type Buffers = { [Table in keyof Database]?: NewRow<Table>[] };

export class BatchInserter {
  readonly #trx: Trx;
  readonly #order: readonly (keyof Database)[];
  #buffers: Buffers = {};
  #held = 0;

  constructor(trx: Trx, order: readonly (keyof Database)[]) {
    this.#trx = trx;
    this.#order = order;
  }

  async add<Table extends keyof Database>(table: Table, row: NewRow<Table>): Promise<void> {
    const rows: NewRow<Table>[] = this.#buffers[table] ?? [];
    rows.push(row);
    (this.#buffers as Record<Table, NewRow<Table>[]>)[table] = rows;
    this.#held += 1;
    if (this.#held >= rowsHeld) await this.flush();
  }

  async flush(): Promise<void> {
    const buffers = this.#buffers;
    this.#buffers = {};
    this.#held = 0;
    for (const table of this.#order) {
      for (const rows of slicesOf<NewRow<typeof table>>(buffers[table] ?? [])) await this.#trx.insertInto(table).values(rows).execute();
    }
  }
}
