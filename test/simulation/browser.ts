/**
 * A browser on one device: what all its tabs share, and what is gone when it crashes. Locks are given back when their tab is gone.
 * Must not know the endpoint.
 */
import { createMemoryStore, type KeyValueStore, type WithLock } from '../../src/client/environment.js';
import { blockedStore, createLastingStore } from '../support/environment.js';
import type { Person } from './people.js';

export type StorageMood = 'kept' | 'blocked' | 'forgetful';

/** Whose tab it is, for the locks. */
export interface Owner {
  isGone: boolean;
}

/** Takes everything and remembers nothing. */
const forgetfulStore: KeyValueStore = { lasts: true, keys: () => [], get: () => null, set: () => undefined, remove: () => undefined };

/** Which locks are held by whom. */
class Locks {
  readonly #held = new Map<string, Owner>();

  for(owner: Owner): WithLock {
    return async (name, work) => {
      const holder = this.#held.get(name);
      if (holder && !holder.isGone) return work(false);
      this.#held.set(name, owner);
      try {
        return await work(true);
      } finally {
        if (this.#held.get(name) === owner) this.#held.delete(name);
      }
    };
  }
}

export class Browser {
  readonly id: number;
  readonly locks = new Locks();
  /** Whether the site signs in by a cookie, else by the token callback. */
  readonly hasCookies: boolean;
  readonly #mood: StorageMood;
  #local = createLastingStore();
  /** Who is signed in at the site; undefined for nobody. */
  person: Person | undefined = 'ada';
  /** Tokens of an earlier generation are not accepted any more. */
  generation = 0;
  isOnline = true;
  /** By how much this device's clock is wrong. */
  skewMs = 0;

  constructor(id: number, { hasCookies, mood }: { readonly hasCookies: boolean; readonly mood: StorageMood }) {
    this.id = id;
    this.hasCookies = hasCookies;
    this.#mood = mood;
  }

  get storage(): KeyValueStore {
    switch (this.#mood) {
      case 'blocked':
        return blockedStore;
      case 'forgetful':
        return forgetfulStore;
      case 'kept':
        return this.#local;
    }
  }

  /** A new tab's own storage. Whoever reloads the page hands it on; a crash ends it. */
  sessionStorage(): KeyValueStore {
    switch (this.#mood) {
      case 'blocked':
        return blockedStore;
      case 'forgetful':
        return forgetfulStore;
      case 'kept':
        return createMemoryStore();
    }
  }

  /** Site data are cleared, or the disk was not written in time. */
  lose(): void {
    this.#local = createLastingStore();
  }

  /** What the page's callback gives. */
  token(): string {
    return this.person === undefined ? '' : `${this.person}.${this.generation}`;
  }
}
