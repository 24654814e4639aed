/**
 * The page's clock while a browser test runs: goes on by itself as any clock does, and can leap over what nobody wants to wait for.
 * Stands in for the page's own timers, so that what is tested needs no door for it. Must not know what is timed.
 */
interface Waiting {
  readonly due: number;
  readonly ms: number;
  readonly ring: () => void;
}

/** No timer of the page's own has such a number. */
const firstId = 1_000_000_000;

export class PageClock {
  readonly #setTimeout = window.setTimeout.bind(window);
  readonly #clearTimeout = window.clearTimeout.bind(window);
  readonly #now = Date.now;
  readonly #fetch = window.fetch.bind(window);
  readonly #waiting = new Map<number, Waiting>();
  readonly #alarms = new Map<number, number>();
  #lastId = firstId;
  /** Milliseconds ahead of the machine. */
  #ahead = 0;
  /** Requests whose answers are still to come. */
  #asked = 0;

  constructor() {
    Object.assign(window, { setTimeout: this.#set, clearTimeout: this.#clear, fetch: this.#ask });
    Date.now = this.now;
  }

  readonly now = (): number => this.#now() + this.#ahead;

  /** The time is the machine's again; what waits still rings, by the machine's clock. */
  stop(): void {
    Object.assign(window, { setTimeout: this.#setTimeout, clearTimeout: this.#clearTimeout, fetch: this.#fetch });
    Date.now = this.#now;
  }

  /** Only the clock on the wall: no timer notices, as when a payer sets it. */
  set(ms: number): void {
    Date.now = () => this.now() + ms;
  }

  /** Leaps, from one timer to the next, so that each finds the time it was set for. */
  async skip(ms: number): Promise<void> {
    const end = this.now() + ms;
    for (let next = this.#first(); next && next[1].due <= end; next = this.#first()) {
      this.#ahead += Math.max(0, next[1].due - this.now());
      this.#ring(next[0]);
      await this.#turn();
    }
    this.#ahead += Math.max(0, end - this.now());
    for (const [id, { due }] of this.#waiting) this.#setAlarm(id, due);
  }

  /**
   * Lets time pass quickly until the condition holds; less so while an answer is still to come, so that one that is only slow is not
   * given up at a deadline.
   */
  async passUntil(isDone: () => boolean, what: string, withinMs: number): Promise<void> {
    const end = this.now() + withinMs;
    while (!isDone()) {
      if (this.now() > end) throw new Error(`${withinMs} ms passed in vain for ${what}`);
      await this.skip(500);
      const rest = this.#asked > 0 ? 100 : 20;
      await new Promise((resolve) => this.#setTimeout(() => resolve(undefined), rest));
    }
  }

  /** Resolves when something waits for so long, or for another of these, give or take nothing; then skips it. */
  async passWait(...anyOf: readonly number[]): Promise<void> {
    const start = this.#now();
    const find = (): number | undefined => anyOf.find((ms) => this.waits.includes(ms));
    for (let found = find(); ; found = find()) {
      if (found !== undefined) return this.skip(found);
      if (this.#now() - start > 20_000) throw new Error(`Nothing waits ${anyOf.join(' or ')} ms, only ${this.waits.join(', ')}`);
      await new Promise((resolve) => this.#setTimeout(() => resolve(undefined), 10));
    }
  }

  /** How long each timer that has not rung yet was set for. */
  get waits(): readonly number[] {
    return [...this.#waiting.values()].map(({ ms }) => ms);
  }

  readonly #ask = async (...request: Parameters<typeof fetch>): Promise<Response> => {
    this.#asked += 1;
    try {
      return await this.#fetch(...request);
    } finally {
      this.#asked -= 1;
    }
  };

  readonly #set = (ring: (...values: unknown[]) => void, ms = 0, ...values: unknown[]): number => {
    const id = (this.#lastId += 1);
    const due = this.now() + ms;
    this.#waiting.set(id, { due, ms, ring: () => ring(...values) });
    this.#setAlarm(id, due);
    return id;
  };

  readonly #clear = (id?: number): void => {
    if (id === undefined) return;
    this.#clearTimeout(this.#alarms.get(id) ?? id);
    this.#alarms.delete(id);
    this.#waiting.delete(id);
  };

  #setAlarm(id: number, due: number): void {
    this.#clearTimeout(this.#alarms.get(id));
    this.#alarms.set(
      id,
      this.#setTimeout(() => this.#ring(id), Math.max(0, due - this.now())),
    );
  }

  #ring(id: number): void {
    const waiting = this.#waiting.get(id);
    this.#clear(id);
    waiting?.ring();
  }

  #first(): [number, Waiting] | undefined {
    return [...this.#waiting].sort(([, a], [, b]) => a.due - b.due)[0];
  }

  /** Time for what was rung to set its next timer. */
  #turn(): Promise<void> {
    return new Promise((resolve) => this.#setTimeout(() => resolve(), 0));
  }
}
