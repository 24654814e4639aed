/**
 * Faults that wait for a request to befall: the first that fits is taken, and what is held back waits to be released.
 * Belongs to the demo and the tests; must not know what any fault does.
 */
import type { HttpBindings } from '@hono/node-server';

/** What is put in front of: the `fetch` of an app. */
export type Handler = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

export interface QueuedFault<Effect> {
  readonly method?: string | undefined;
  readonly path: string;
  times: number;
  readonly effect: Effect;
}

/** One request that a fault befalls. */
export interface Delivery {
  readonly request: Request;
  readonly bindings: HttpBindings;
  /** Brings the request to what stands behind, as often as it is called. */
  readonly deliver: () => Promise<Response>;
  /** Holds for so many milliseconds; without a number, until the release. */
  readonly wait: (ms: number | undefined) => Promise<void>;
  /** Does something that counts as held as long as it takes. */
  readonly during: (work: () => Promise<void>) => Promise<void>;
  /** Brings a copy after such a wait, without anybody waiting for its answer. */
  readonly deliverLater: (ms: number | undefined) => void;
}

export type Befall<Effect> = (effect: Effect, delivery: Delivery) => Response | Promise<Response>;

const matchesMethod = (wanted: string | undefined, method: string): boolean =>
  wanted === undefined ? method !== 'OPTIONS' : wanted === method;

const matchesPath = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/** A request that can be delivered more than once. */
const copyable = async (request: Request): Promise<() => Request> => {
  const { method, url, headers } = request;
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
  return () => new Request(url, { method, headers, ...(body !== null && body.byteLength > 0 ? { body } : {}) });
};

export class FaultQueue<Effect> {
  readonly #befall: Befall<Effect>;
  #faults: QueuedFault<Effect>[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #late = new Set<Promise<unknown>>();
  #working = 0;

  constructor(befall: Befall<Effect>) {
    this.#befall = befall;
  }

  /** The handler with the faults in front of it; `base` is the path below which they match. */
  wrap(handler: Handler, base: string): Handler {
    return async (request, bindings) => {
      const { pathname } = new URL(request.url);
      const effect = pathname.startsWith(base) ? this.#take(request.method, pathname.slice(base.length)) : undefined;
      if (effect === undefined) return handler(request, bindings);
      const copy = await copyable(request);
      const deliver = async (): Promise<Response> => handler(copy(), bindings);
      return this.#befall(effect, {
        request,
        bindings,
        deliver,
        wait: (ms) => this.#wait(ms),
        during: (work) => this.#during(work),
        deliverLater: (ms) => this.#deliverLater(ms, deliver),
      });
    };
  }

  add(fault: QueuedFault<Effect>): void {
    this.#faults.push({ ...fault });
  }

  /** Those not used up. */
  list(): QueuedFault<Effect>[] {
    return this.#faults.map((fault) => ({ ...fault }));
  }

  clear(): void {
    this.#faults = [];
  }

  /** How many requests, answers and late copies wait now, or are still being sent. */
  get held(): number {
    return this.#waiting.size + this.#working;
  }

  /** Lets everything go that waits, whether or not it has a time. */
  release(): void {
    for (const go of this.#waiting) go();
  }

  /** Resolves when every late copy has been delivered. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#late);
  }

  #take(method: string, path: string): Effect | undefined {
    const fault = this.#faults.find((one) => matchesMethod(one.method, method) && matchesPath(one.path, path));
    if (fault === undefined) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.#faults.splice(this.#faults.indexOf(fault), 1);
    return fault.effect;
  }

  #deliverLater(ms: number | undefined, deliver: () => Promise<Response>): void {
    const delivery = this.#wait(ms).then(deliver);
    this.#late.add(delivery);
    void delivery.catch(() => undefined).finally(() => this.#late.delete(delivery));
  }

  async #during(work: () => Promise<void>): Promise<void> {
    this.#working += 1;
    try {
      await work();
    } finally {
      this.#working -= 1;
    }
  }

  async #wait(ms: number | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(() => go(), ms);
      const go = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(go);
        resolve();
      };
      this.#waiting.add(go);
    });
  }
}
