/**
 * The wire between a page and an endpoint, with what can happen to a request on it. Counts what left the page.
 * Must not know what the requests mean.
 */
import type { Transport } from '../../src/client/environment.js';
import type { TestClock } from './test-clock.js';

export interface Sent {
  readonly method: string;
  /** Below the endpoint's base, with the query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
  /** The status that came back to the page; undefined where none did. */
  status: number | undefined;
}

/** What befalls one request. `deliver` brings it to the endpoint, as often as it is called. */
export type Mishap = (
  deliver: () => Promise<Response>,
  on: { readonly signal: AbortSignal | undefined; readonly wire: Wire },
) => Promise<Response>;

interface Trap {
  readonly method: string;
  readonly path: RegExp;
  readonly mishap: Mishap;
}

const broken = (): TypeError => new TypeError('fetch failed');

const forever = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    const stop = (): void => reject(new DOMException('This operation was aborted', 'AbortError'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });

/** A request under way can be told apart only by what comes back. */
export const mishaps = {
  dropBefore: () => Promise.reject(broken()),
  dropAfter: async (deliver) => {
    await deliver();
    throw broken();
  },
  /** The page gives up on it; a copy arrives when `wire.deliverLate` is called. */
  dropNowDeliverLate: (deliver, { wire }) => {
    wire.late.push(deliver);
    return Promise.reject(broken());
  },
  /** Neither arrives nor fails. */
  swallow: (_deliver, { signal, wire }) => wire.clock.besides(() => forever(signal)),
  /** Arrives; the answer doesn't. */
  neverAnswer: async (deliver, { signal, wire }) => {
    await deliver();
    return wire.clock.besides(() => forever(signal));
  },
  /** A copy of it arrives before it does. */
  twice: async (deliver) => {
    await deliver();
    return deliver();
  },
  /** The answer's body stops in the middle, as when the connection closes. */
  cutAnswer: async (deliver) => {
    const answer = await deliver();
    const text = await answer.text();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)));
      },
      pull: (controller) => controller.error(broken()),
    });
    return new Response(body, answer);
  },
} as const satisfies Record<string, Mishap>;

/** So many milliseconds later; what befalls it then, if anything. */
export const late =
  (ms: number, mishap: Mishap = (deliver) => deliver()): Mishap =>
  async (deliver, on) => {
    await on.wire.clock.besides(() => on.wire.clock.wait(ms));
    return mishap(deliver, on);
  };

/** Arrives at once; the answer takes so many milliseconds. */
export const answeredLate =
  (ms: number): Mishap =>
  async (deliver, { wire }) => {
    const answer = await deliver();
    await wire.clock.besides(() => wire.clock.wait(ms));
    return answer;
  };

/** Something else answers. With `afterDelivery` the endpoint has done its work by then. */
export const answerWith =
  (make: () => Response, { afterDelivery = false } = {}): Mishap =>
  async (deliver) => {
    if (afterDelivery) await deliver();
    return make();
  };

/** The endpoint's own answer, with another body under the same status and headers. */
export const rewriteAnswer =
  (rewrite: (text: string) => string): Mishap =>
  async (deliver) => {
    const answer = await deliver();
    return new Response(rewrite(await answer.text()), { status: answer.status, headers: answer.headers });
  };

export class Wire {
  readonly clock: TestClock;
  /** Everything that left the page, in order. */
  readonly sent: Sent[] = [];
  readonly late: (() => Promise<Response>)[] = [];
  #traps: Trap[] = [];

  constructor(clock: TestClock) {
    this.clock = clock;
  }

  /** The next requests that fit, one mishap each. */
  next(method: string, path: RegExp, ...befalls: readonly Mishap[]): void {
    this.#traps.push(...befalls.map((mishap) => ({ method, path, mishap })));
  }

  /** Every request that fits, until `heal`. */
  always(method: string, path: RegExp, mishap: Mishap): void {
    for (let times = 0; times < 200; times += 1) this.next(method, path, mishap);
  }

  heal(): void {
    this.#traps = [];
  }

  count(method: string, path: RegExp): number {
    return this.sent.filter((one) => one.method === method && path.test(one.path)).length;
  }

  /** How many payments left the page. */
  get posts(): number {
    return this.count('POST', /^\/payments$/);
  }

  /** Copies that were long under way arrive now; gives the endpoint's answers. */
  async deliverLate(): Promise<Response[]> {
    return Promise.all(this.late.splice(0).map((deliver) => deliver()));
  }

  /** For an endpoint at `base`. */
  transportTo =
    (base: string): Transport =>
    (url, init) =>
      this.clock.during(async () => {
        const { signal, ...request } = init;
        const method = init.method ?? 'GET';
        const path = url.slice(base.length);
        const body = typeof init.body === 'string' ? init.body : '';
        const record: Sent = { method, path, headers: new Headers(init.headers), body, status: undefined };
        this.sent.push(record);
        // What has left the page arrives, whether or not anybody still waits for it.
        const deliver = async (): Promise<Response> => {
          const answer = await fetch(url, request);
          const bytes = await answer.arrayBuffer();
          const hasBody = answer.status !== 204 && answer.status !== 304;
          return new Response(hasBody ? bytes : null, { status: answer.status, headers: answer.headers });
        };
        const answer = await this.#take(method, path)(deliver, { signal: signal ?? undefined, wire: this });
        record.status = answer.status;
        return answer;
      });

  #take(method: string, path: string): Mishap {
    const trap = this.#traps.find((one) => one.method === method && one.path.test(path));
    if (!trap) return (deliver) => deliver();
    this.#traps.splice(this.#traps.indexOf(trap), 1);
    return trap.mishap;
  }
}
