/**
 * Follows payments whose outcome is not known until it is, across reloads and days.
 * Knows nothing of the screen: it tells what was asked and what came out.
 */
import type { Outcome } from '../client/submission.js';
import type { OpenEntry } from '../domain/portfolio.js';
import type { PayerScope } from './payer-scope.js';

export interface EntryWatcherOptions {
  readonly onAsked: (entry: OpenEntry) => void;
  readonly onSettled: (scope: PayerScope, entry: OpenEntry, outcome: Outcome) => void;
}

export class EntryWatcher {
  readonly #options: EntryWatcherOptions;
  readonly #watched = new Map<string, { readonly entry: OpenEntry; readonly ended: AbortController }>();

  constructor(options: EntryWatcherOptions) {
    this.#options = options;
  }

  /** Oldest first. */
  get entries(): readonly OpenEntry[] {
    return [...this.#watched.values()].map(({ entry }) => entry);
  }

  /** Takes up what the journal of this payer still holds. */
  adopt(scope: PayerScope): void {
    for (const entry of scope.journal.open()) this.watch(scope, entry, false);
  }

  watch(scope: PayerScope, entry: OpenEntry, isFresh: boolean): void {
    if (this.#watched.has(entry.key)) return;
    const ended = new AbortController();
    this.#watched.set(entry.key, { entry, ended });
    const onAsked = (): void => {
      if (!ended.signal.aborted) this.#options.onAsked(entry);
    };
    void scope.submission.settle(entry, { signal: ended.signal, isFresh, onAsked }).then((outcome) => {
      if (ended.signal.aborted) return;
      this.#watched.delete(entry.key);
      this.#options.onSettled(scope, entry, outcome);
    });
  }

  /** Stops asking; the journal keeps the entries. */
  stop(): void {
    for (const { ended } of this.#watched.values()) ended.abort();
    this.#watched.clear();
  }
}
