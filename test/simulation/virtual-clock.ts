/**
 * Time as the simulation makes it: it stands still until everything that can happen has happened, then jumps to the next timer.
 * Timers of the same moment ring in the order they were set, so that a seed replays. Must not know what is timed.
 */

interface Timer {
  readonly at: number;
  readonly ring: () => void;
  /** Whether it is a page's: those don't ring while the device sleeps. */
  readonly isOfPage: boolean;
}

/** Everything in the process is promises over a database that answers at once: after one turn of the loop nothing is left to run. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Turns to wait for work that takes more than one; reached only where something hangs. */
const maxTurns = 10_000;

export class VirtualClock {
  #now = 0;
  #timers: Timer[] = [];
  #busy = 0;

  /** The true time, in milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  /** Forgets every timer. */
  reset(now: number): void {
    this.#now = now;
    this.#timers = [];
    this.#busy = 0;
  }

  /** Calls back after `ms`; returns the way to stop it. */
  after(ms: number, ring: () => void, isOfPage = false): () => void {
    const timer = { at: this.#now + Math.max(ms, 0), ring, isOfPage };
    let place = this.#timers.length;
    while (place > 0 && (this.#timers[place - 1]?.at ?? 0) > timer.at) place -= 1;
    this.#timers.splice(place, 0, timer);
    return () => {
      const index = this.#timers.indexOf(timer);
      if (index >= 0) this.#timers.splice(index, 1);
    };
  }

  /** Work under way: time stands still meanwhile. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work;
    } finally {
      this.#busy -= 1;
    }
  }

  /** Resolves when nothing moves any more unless time goes on. */
  async quiet(): Promise<void> {
    await turn();
    for (let turns = 0; this.#busy > 0; turns += 1) {
      if (turns > maxTurns) throw new Error('The simulated world does not come to rest.');
      await turn();
    }
  }

  /** Time passes while every device sleeps: what is on its way arrives, and the pages' timers ring when all of it has passed. */
  async sleep(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.quiet();
    for (;;) {
      const next = this.#timers.find(({ isOfPage }) => !isOfPage);
      if (!next || next.at > end) break;
      await this.#jump(next);
    }
    this.#now = end;
    await this.advance(0);
  }

  async #jump(timer: Timer): Promise<void> {
    this.#timers.splice(this.#timers.indexOf(timer), 1);
    this.#now = Math.max(this.#now, timer.at);
    timer.ring();
    await this.quiet();
  }

  async advance(ms: number): Promise<void> {
    await this.until(() => false, ms);
  }

  /** Lets time pass until the condition holds, but no more than `ms`. Whether it holds. */
  async until(isDone: () => boolean, ms: number): Promise<boolean> {
    const end = this.#now + ms;
    await this.quiet();
    while (!isDone()) {
      const [next] = this.#timers;
      if (!next || next.at > end) {
        this.#now = end;
        return false;
      }
      await this.#jump(next);
    }
    return true;
  }
}
