/**
 * A clock that stands still until somebody waits for something that only time can bring; then it jumps to the next timer.
 * Real answers come first: it never jumps while a request is under way. Must not know what is timed.
 */
import { setImmediate as turn, setTimeout as rest } from 'node:timers/promises';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

export class TestClock {
  #now: number;
  readonly #timers = new Set<Timer>();
  /** Requests whose answers are still to come. */
  #busy = 0;
  /** The payer's clock may differ from the endpoint's. */
  skewMs = 0;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  /** The world's time. */
  readonly time = (): Date => new Date(this.#now);

  /** The payer's. */
  readonly now = (): number => this.#now + this.skewMs;

  /** No time needs nobody who waits for it: only another turn. */
  readonly wait = (ms: number, signal?: AbortSignal): Promise<void> => (ms > 0 ? this.#ring(ms, signal) : turn());

  #ring(ms: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const ring = (): void => {
        this.#timers.delete(timer);
        signal?.removeEventListener('abort', ring);
        resolve();
      };
      const timer: Timer = { at: this.#now + ms, ring };
      this.#timers.add(timer);
      signal?.addEventListener('abort', ring, { once: true });
    });
  }

  /** Runs real work (a request): the clock stands still meanwhile. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work();
    } finally {
      this.#busy -= 1;
    }
  }

  /** Inside of `during`: waits for something that never comes by itself, so that time goes on. */
  async besides<T>(work: () => Promise<T>): Promise<T> {
    this.#busy -= 1;
    try {
      return await work();
    } finally {
      this.#busy += 1;
    }
  }

  /** Resolves when nothing moves any more unless time goes on. */
  async quiet(): Promise<void> {
    for (let idle = 0; idle < 8; idle += 1) {
      await turn();
      for (; this.#busy > 0; idle = 0) await rest(1);
    }
  }

  /** Goes on timer by timer. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.quiet();
    for (let next = this.#first(); next && next.at <= end; next = this.#first()) await this.#jump(next);
    this.#now = Math.max(this.#now, end);
    await this.quiet();
  }

  /** Lets as little time pass as it takes until the condition holds. Throws when an hour was not enough. */
  async until(isDone: () => boolean, what = 'the condition'): Promise<void> {
    const giveUpAt = this.#now + 3_600_000;
    await this.quiet();
    while (!isDone()) {
      const next = this.#first();
      if (!next || next.at > giveUpAt) throw new Error(`Waited an hour in vain for ${what}.`);
      await this.#jump(next);
    }
  }

  /** The same for a promise. */
  async settle<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const mark = (): void => {
      isSettled = true;
    };
    promise.then(mark, mark);
    await this.until(() => isSettled, 'a promise');
    return promise;
  }

  #first(): Timer | undefined {
    return [...this.#timers].sort((a, b) => a.at - b.at)[0];
  }

  async #jump(timer: Timer): Promise<void> {
    this.#now = Math.max(this.#now, timer.at);
    timer.ring();
    await this.quiet();
  }
}
