/**
 * SQLite statements prepared once and used again, by their text. Knows nothing of locks and transactions.
 */
import type LibsqlDatabase from 'libsql';
import { putLatest } from './latest.js';

type Statement = LibsqlDatabase.Statement;

export interface KeptStatement {
  readonly prepared: Statement;
  /** Whether it gives rows. */
  readonly reader: boolean;
}

/** The endpoint asks some eighty; lists of ids of every length make more. */
const mostKept = 300;
/** Texts of many rows are written once. */
const longestKept = 8_000;

/** A pragma may act while it is prepared: prepared once, it would act once. */
const isKept = (text: string): boolean => text.length <= longestKept && !/^\s*pragma\b/i.test(text);

/**
 * SQLite prepares a kept statement anew by itself where the tables have changed. One that failed is dropped: what it left under way ends
 * when it is collected as garbage, as with one that was used once.
 */
export class Statements {
  readonly #database: LibsqlDatabase.Database;
  readonly #kept = new Map<string, KeptStatement>();

  constructor(database: LibsqlDatabase.Database) {
    this.#database = database;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** For what is run to its end at once: between two uses nothing of it may be under way. */
  find(text: string): KeptStatement {
    const known = this.#kept.get(text);
    if (known) return known;
    const prepared = this.prepare(text);
    const found = { prepared, reader: prepared.reader };
    if (isKept(text)) putLatest(this.#kept, mostKept, text, found);
    return found;
  }

  /** One of its own, for rows that are read while others are asked for. */
  prepare(text: string): Statement {
    return this.#database.prepare(text);
  }

  drop(text: string): void {
    this.#kept.delete(text);
  }

  clear(): void {
    this.#kept.clear();
  }
}
