/**
 * Remembers each payment from before it is sent until its end is known: one stored item per key.
 * Holds no bank data, no hash of any, and no address to send to. What it reads back is checked: anybody can write there.
 */
import * as z from 'zod/mini';
import { Id, Key, Money, PlainDate, Timestamp } from '../api/index.js';
import { atLeast, atMost } from '../api/lengths.js';
import type { OpenEntry } from '../domain/portfolio.js';
import type { KeyValueStore } from './environment.js';

/** Enough to tell a contract by. A longer number is cut when it is written: unread later, its payment would be forgotten. */
const maxNumber = 64;

const Entry = z.object({
  v: z.literal(1),
  key: Key,
  contracts: z.array(z.object({ id: Id, number: z.string().check(atMost(maxNumber)), amount: Money })).check(atLeast(1), atMost(500)),
  date: PlainDate,
  pressedAt: Timestamp,
});

const shorten = (entry: OpenEntry): OpenEntry => ({
  ...entry,
  contracts: entry.contracts.map((contract) => ({ ...contract, number: contract.number.slice(0, maxNumber) })),
});

export interface Journal {
  /** Writes to the best store that takes it. False where it is forgotten when the page is closed. */
  readonly write: (entry: OpenEntry) => boolean;
  /** Whether the entry is still there when the page was closed. */
  readonly lasts: (key: string) => boolean;
  readonly remove: (key: string) => void;
  /** Open entries of this lender and payer, oldest first. What doesn't parse is ignored. */
  readonly open: () => OpenEntry[];
}

/** Another store's blocked access must not stop the next one. */
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** More than the largest entry takes. Anybody can write there, and a long text would hold the page up. */
const maxEntryLength = 131_072;

const readEntry = (text: string | null | undefined): OpenEntry | undefined => {
  if (text === null || text === undefined || text.length > maxEntryLength) return undefined;
  const parsed = z.safeParse(
    Entry,
    attempt<unknown>(() => JSON.parse(text)),
  );
  return parsed.success ? parsed.data : undefined;
};

/** The journal of one payer of one lender. The last store is the page's memory. */
export const createJournal = (stores: readonly KeyValueStore[], lenderId: string, payerId: string): Journal => {
  const prefix = `aspire-pay:${lenderId}:${payerId}:`;
  const read = (store: KeyValueStore, key: string): OpenEntry | undefined => readEntry(attempt(() => store.get(key)));
  return {
    write: (entry) => {
      const text = JSON.stringify({ v: 1, ...shorten(entry) });
      const taker = stores.find((store) => attempt(() => (store.set(prefix + entry.key, text), true)) === true);
      return taker?.lasts === true;
    },
    lasts: (key) => stores.some((store) => store.lasts && read(store, prefix + key) !== undefined),
    remove: (key) => {
      for (const store of stores) attempt(() => store.remove(prefix + key));
    },
    open: () => {
      const found = new Map<string, OpenEntry>();
      for (const store of stores) {
        for (const key of attempt(() => store.keys()) ?? []) {
          const entry = key.startsWith(prefix) ? read(store, key) : undefined;
          if (entry && key === prefix + entry.key) found.set(entry.key, entry);
        }
      }
      return [...found.values()].sort((a, b) => Date.parse(a.pressedAt) - Date.parse(b.pressedAt));
    },
  };
};
