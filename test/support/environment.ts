/**
 * The outside world of one page, owned by the test: its clock, its wire, its chance, its storage, its locks.
 * Must not know the endpoint or what is paid.
 */
import { randomUUID } from 'node:crypto';
import { createMemoryStore, type Environment, type KeyValueStore, type WithLock } from '../../src/client/environment.js';
import type { TestClock } from './test-clock.js';
import { Wire } from './wire.js';

/** What all tabs of a browser share: storage and locks. */
export interface Browser {
  readonly local: KeyValueStore;
  readonly withLock: WithLock;
}

export const createLocks = (): WithLock => {
  const held = new Set<string>();
  return async (name, work) => {
    if (held.has(name)) return work(false);
    held.add(name);
    try {
      return await work(true);
    } finally {
      held.delete(name);
    }
  };
};

/** As a browser keeps it for the next visit. */
export const createLastingStore = (): KeyValueStore => ({ ...createMemoryStore(), lasts: true });

export const createBrowser = (): Browser => ({ local: createLastingStore(), withLock: createLocks() });

/** Storage that throws at every touch, as where cookies are blocked. */
export const blockedStore: KeyValueStore = {
  lasts: true,
  keys: () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
  get: () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
  set: () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
  remove: () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
};

/** Storage that can be read but takes nothing more. */
export const fullStore = (): KeyValueStore => ({
  ...createLastingStore(),
  set: () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  },
});

/** Everything kept in a store, as text to search in. */
export const textOf = (store: KeyValueStore): string =>
  store
    .keys()
    .map((key) => `${key}=${store.get(key) ?? ''}`)
    .join('\n');

export interface Tab {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly session: KeyValueStore;
  readonly memory: KeyValueStore;
  setOnline(isOnline: boolean): void;
  /** The page comes back to life. */
  wake(): void;
}

export interface TabOptions {
  readonly clock: TestClock;
  /** The endpoint's base. */
  readonly base: string;
  readonly browser?: Browser;
  readonly stores?: readonly KeyValueStore[];
  readonly withLock?: WithLock | undefined;
  readonly random?: () => number;
}

/** One page that is open in a browser. */
export const openTab = (options: TabOptions): Tab => {
  const { clock, base, browser = createBrowser() } = options;
  const wire = new Wire(clock);
  const session = createMemoryStore();
  const memory = createMemoryStore();
  const listeners = new Set<() => void>();
  let isOnline = true;
  const wake = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const environment: Environment = {
    transport: wire.transportTo(base),
    now: clock.now,
    wait: clock.wait,
    random: options.random ?? (() => 0.5),
    uuid: () => randomUUID(),
    stores: options.stores ?? [browser.local, session, memory],
    withLock: 'withLock' in options ? options.withLock : browser.withLock,
    isOnline: () => isOnline,
    isVisible: () => true,
    onWake: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whenStaying: () => Promise.resolve(),
  };
  return {
    environment,
    wire,
    session,
    memory,
    wake,
    setOnline: (now) => {
      isOnline = now;
      wake();
    },
  };
};
