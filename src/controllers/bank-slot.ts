/**
 * Tells the integrator's bank source when its fields are on screen, and hears from it when they are edited.
 * Knows nothing of what is in them.
 */
import type { BankSource } from '../client/bank-source.js';

export interface BankSlotOptions {
  readonly onEdited: (by: 'bankSourceEdited' | 'bankSourceReplaced') => void;
  /** The source threw. */
  readonly onFailed: () => void;
}

export class BankSlot {
  readonly #options: BankSlotOptions;
  #mounted: BankSource | undefined;
  #unmount: (() => void) | undefined;

  constructor(options: BankSlotOptions) {
    this.#options = options;
  }

  /** After each drawing: the source whose slot is on screen now, if any. */
  follow(source: BankSource | undefined): void {
    const before = this.#mounted;
    if (source === before) return;
    this.#mounted = source;
    if (before) this.#try(this.#unmount);
    this.#unmount = undefined;
    if (!source) return;
    // What another source has collected is not this one's account.
    if (before) this.#options.onEdited('bankSourceReplaced');
    this.#try(() => {
      this.#unmount = source.mount?.(() => {
        if (this.#mounted === source) this.#options.onEdited('bankSourceEdited');
      });
    });
  }

  #try(work: (() => void) | undefined): void {
    try {
      work?.();
    } catch {
      this.#options.onFailed();
    }
  }
}
