/**
 * Holds the account number while the payer types it: the only place it ever is, outside the one request that sends it.
 * Forgets it on acceptance, removal, ten idle minutes and when the page is left.
 */
import type { Environment } from '../client/environment.js';
import { bareDigits } from '../domain/routing-number.js';

const idleMs = 600_000;

export class AccountNumber {
  #digits = '';
  #isForgotten = false;
  #idle: AbortController | undefined;
  readonly #onForgotten: () => void;

  constructor(onForgotten: () => void) {
    this.#onForgotten = onForgotten;
  }

  get digits(): string {
    return this.#digits;
  }

  /** Whether there were digits that nobody took out of the field. */
  get isForgotten(): boolean {
    return this.#isForgotten;
  }

  /** Bullets and the last four, or nothing where fewer than five are there to hide. */
  get mask(): string {
    const { length } = this.#digits;
    return length === 0 ? '' : `•••• ${length > 4 ? this.#digits.slice(-4) : ''}`.trim();
  }

  type(text: string, environment: Environment): void {
    this.#digits = bareDigits(text);
    this.#isForgotten = false;
    this.#idle?.abort();
    const idle = (this.#idle = new AbortController());
    void environment.wait(idleMs, idle.signal).then(() => {
      if (!idle.signal.aborted) this.forget();
    });
  }

  forget(): void {
    const hadDigits = this.#digits !== '';
    this.#digits = '';
    this.#isForgotten = hadDigits;
    this.#idle?.abort();
    this.#idle = undefined;
    if (hadDigits) this.#onForgotten();
  }
}
