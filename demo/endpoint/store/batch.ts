/**
 * Many rows in few statements. Tables are written in a given order, so that a row never comes before the one it points at.
 */
import type { Database, NewRow } from './schema.js';
import type { Trx } from './transactions.js';

const rowsPerStatement = 500;
const rowsHeld = 20_000;

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
      const rows = buffers[table] ?? [];
      for (let start = 0; start < rows.length; start += rowsPerStatement) {
        await this.#trx
          .insertInto(table)
          .values(rows.slice(start, start + rowsPerStatement))
          .execute();
      }
    }
  }
}
