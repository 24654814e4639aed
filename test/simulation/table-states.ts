/**
 * Which state each table is in: as at the start, or a number that no other state has. Reads statements no further than the tables they name.
 */

const atStart = 0;

export class TableStates {
  readonly tables: readonly string[];
  readonly #states = new Map<string, number>();
  /** Written since the last way back: a rollback may have taken any of it back. */
  readonly #written = new Set<string>();
  #last = atStart;

  /** All tables there are. */
  constructor(tables: readonly string[]) {
    this.tables = tables;
  }

  tablesIn(text: string): readonly string[] {
    return this.tables.filter((table) => new RegExp(`\\b${table}\\b`, 'i').test(text));
  }

  noteWrite(tables: readonly string[]): void {
    for (const table of tables) {
      this.#last += 1;
      this.#states.set(table, this.#last);
      this.#written.add(table);
    }
  }

  noteRollback(): void {
    this.noteWrite([...this.#written]);
  }

  /** Empty where all of these are as at the start. */
  of(tables: readonly string[]): string {
    const states = tables.map((table) => this.#states.get(table) ?? atStart);
    return states.every((state) => state === atStart) ? '' : states.join();
  }

  written(): readonly string[] {
    return [...this.#written];
  }

  get isAtStart(): boolean {
    return this.#written.size === 0;
  }

  reset(): void {
    this.#states.clear();
    this.#written.clear();
  }
}
