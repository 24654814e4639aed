/**
 * Which page pressed which payment, and whether anybody can still remember it: its page, or the journal of its browser.
 * What nobody can remember nobody can be told of; the other protections are for that.
 */
import type { Browser } from './browser.js';
import type { Tab } from './tab.js';

export class Memory {
  readonly #pressedIn = new Map<string, Tab>();
  readonly #forgotten = new Set<string>();
  readonly #journal: 'kept' | 'blocked' | 'forgetful';

  constructor(journal: 'kept' | 'blocked' | 'forgetful') {
    this.#journal = journal;
  }

  note(key: string, tab: Tab): void {
    if (!this.#pressedIn.has(key)) this.#pressedIn.set(key, tab);
  }

  /** The browser has lost what it kept. */
  lose(browser: Browser): void {
    for (const [key, tab] of this.#pressedIn) if (tab.browser === browser) this.#forgotten.add(key);
  }

  isLost(key: string): boolean {
    if (this.#journal === 'forgetful' || this.#forgotten.has(key)) return true;
    return this.#journal === 'blocked' && (this.#pressedIn.get(key)?.isGone ?? true);
  }
}
