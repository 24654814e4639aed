/**
 * Holds the account number while the payer types it: the only place it ever is, outside the one request that sends it.
 * Forgets it on acceptance, removal, ten idle minutes and when the page is left.
 */
import type { Environment } from '../client/environment.js';
import { bareDigits } from '../domain/routing-number.js';

const idleMs = 600_000;

export class AccountNumber {
  #digits = '';
  #idle: AbortController | undefined;
  readonly #onForgotten: () => void;

  constructor(onForgotten: () => void) {
    this.#onForgotten = onForgotten;
  }

  get digits(): string {
    return this.#digits;
  }

  /** Bullets and the last four, or nothing where fewer than five are there to hide. */
  get mask(): string {
    const { length } = this.#digits;
    return length === 0 ? '' : `•••• ${length > 4 ? this.#digits.slice(-4) : ''}`.trim();
  }

  type(text: string, environment: Environment): void {
    this.#digits = bareDigits(text);
    this.#idle?.abort();
    const idle = (this.#idle = new AbortController());
    void environment.wait(idleMs, idle.signal).then(() => {
      if (!idle.signal.aborted) this.forget();
    });
  }

  forget(): void {
    const hadDigits = this.#digits !== '';
    this.#digits = '';
    this.#idle?.abort();
    this.#idle = undefined;
    if (hadDigits) this.#onForgotten();
  }
}
