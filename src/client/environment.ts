/**
 * The outside world as the client sees it: network, clock, chance, storage, locks. Injected everywhere,
 * so that a simulation can own all of it. The only file that may touch these globals.
 */

/** One stored text per key, as `Storage` has it; `set` and `get` may throw where storage is blocked. */
export interface KeyValueStore {
  /** Whether what it took is still there when the page was closed. */
  readonly lasts: boolean;
  keys(): string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** Performs one request. `fetch` satisfies it. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

/** Runs `work` holding the named lock; with `undefined` where somebody else holds it. */
export type WithLock = <T>(name: string, work: (isHeld: boolean) => Promise<T>) => Promise<T>;

export interface Environment {
  readonly transport: Transport;
  /** Milliseconds since 1970, by the payer's clock: evidence and ages, never a due date. */
  readonly now: () => number;
  /** Resolves after `ms`, at once when the signal fires. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
  readonly uuid: () => string;
  /** Where the journal may write, best first; the last one always works. */
  readonly stores: readonly KeyValueStore[];
  /** Undefined where the browser has no Web Locks (an insecure page): the contract version guards then. */
  readonly withLock: WithLock | undefined;
  readonly isOnline: () => boolean;
  /** Whether anybody can see the page now. */
  readonly isVisible: () => boolean;
  /** Calls back when the page comes back to life or online; returns the way to stop. */
  readonly onWake: (listener: () => void) => () => void;
  /** Asked after a request that failed: resolves at once or soon where the page stays, and not before it is back where it is being left. */
  readonly whenStaying: () => Promise<void>;
}

const wrap = (storage: Storage, lasts: boolean): KeyValueStore => ({
  lasts,
  keys: () => Object.keys(storage),
  get: (key) => storage.getItem(key),
  set: (key, value) => {
    storage.setItem(key, value);
  },
  remove: (key) => {
    storage.removeItem(key);
  },
});

/** A store that lives as long as the page. */
export const createMemoryStore = (): KeyValueStore => {
  const items = new Map<string, string>();
  return {
    lasts: false,
    keys: () => [...items.keys()],
    get: (key) => items.get(key) ?? null,
    set: (key, value) => void items.set(key, value),
    remove: (key) => void items.delete(key),
  };
};

/** Merely reading `localStorage` throws where cookies are blocked. */
const storeFrom = (read: () => Storage, lasts: boolean): KeyValueStore[] => {
  try {
    return [wrap(read(), lasts)];
  } catch {
    return [];
  }
};

const browserStores = (): KeyValueStore[] => [...storeFrom(() => localStorage, true), ...storeFrom(() => sessionStorage, false)];

/** At the first look a browser reads them from the disk and stands still meanwhile: it is taken while something else is waited for. */
export const wakeStores = (): void => {
  for (const store of browserStores()) store.keys();
};

/** One memory for all elements of a page, so that two of them see each other's payments. */
const pageMemory = createMemoryStore();

/**
 * Answers what the work answered, whatever became of the lock meanwhile: WebKit takes the locks of a page it keeps for the
 * back button, and says of each request that it failed, while its work goes on when the page is back.
 */
const lockWith =
  (locks: LockManager): WithLock =>
  (name, work) =>
    new Promise((resolve, reject) => {
      let hasBegun = false;
      const hold = async (lock: Lock | null): Promise<void> => {
        hasBegun = true;
        await work(lock !== null).then(resolve, reject);
      };
      locks.request(name, { ifAvailable: true }, hold).catch((error: unknown) => {
        if (!hasBegun) reject(error instanceof Error ? error : new Error(String(error)));
      });
    });

export const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const finish = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal?.addEventListener('abort', finish, { once: true });
  });

const onWake = (listener: () => void): (() => void) => {
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  // The first showing of a page is no return to it: what is read then is on its way already.
  const whenBack = (event: PageTransitionEvent): void => {
    if (event.persisted) listener();
  };
  const ended = new AbortController();
  const { signal } = ended;
  window.addEventListener('online', listener, { signal });
  window.addEventListener('offline', listener, { signal });
  window.addEventListener('pageshow', whenBack, { signal });
  document.addEventListener('visibilitychange', whenVisible, { signal });
  return () => {
    ended.abort();
  };
};

const leavingMs = 250;

/** Firefox and WebKit fail what is under way some milliseconds before they say that the page is left: nobody is to hear of that as an outage. */
const whenStaying = (): Promise<void> =>
  new Promise((resolve) => {
    const leave = (): void => {
      clearTimeout(timer);
      window.addEventListener('pageshow', () => resolve(), { once: true });
    };
    const timer = setTimeout(() => {
      window.removeEventListener('pagehide', leave);
      resolve();
    }, leavingMs);
    window.addEventListener('pagehide', leave, { once: true });
  });

/** The browser itself, or the page's own transport where it gave one; read at each request. */
export const createBrowserEnvironment = (transport: () => Transport | undefined): Environment => ({
  transport: (url, init) => (transport() ?? fetch)(url, init),
  now: () => Date.now(),
  wait,
  random: () => Math.random(),
  uuid: () => randomUuid(),
  get stores() {
    return [...browserStores(), pageMemory];
  },
  withLock: 'locks' in navigator ? lockWith(navigator.locks) : undefined,
  isOnline: () => navigator.onLine,
  isVisible: () => document.visibilityState === 'visible',
  onWake,
  whenStaying,
});

/** `crypto.randomUUID` is missing on insecure pages; version 4 from random bytes is the same thing. */
const randomUuid = (): string => {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
