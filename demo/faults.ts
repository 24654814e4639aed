/**
 * Faults of the network and the server, put between a socket and the endpoint app: slow, lost, late, twice, or another answer.
 * Belongs to the demo and the tests; must not know what the endpoint does with a request.
 */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import * as z from 'zod/mini';

/** Without `ms` it waits until {@link Faults.release}. */
const patience = { ms: z.optional(z.int().check(z.minimum(0), z.maximum(600_000))) };

export const FaultEffect = z.discriminatedUnion('kind', [
  /** Waits, then delivers. */
  z.object({ kind: z.literal('delay-before'), ...patience }),
  /** Delivers, then answers late. */
  z.object({ kind: z.literal('delay-after'), ...patience }),
  /** Closes the connection; the endpoint never hears of it. */
  z.object({ kind: z.literal('drop-before') }),
  /** Delivers and closes the connection without an answer. */
  z.object({ kind: z.literal('drop-after') }),
  /** Closes the connection at once and delivers later: a copy that was long under way. */
  z.object({ kind: z.literal('late'), ...patience }),
  /** Delivers and answers; later the same request is delivered again. */
  z.object({ kind: z.literal('duplicate'), ...patience }),
  /** Answers by itself, with or without delivering first. */
  z.object({
    kind: z.literal('answer'),
    status: z.int().check(z.minimum(200), z.maximum(599)),
    contentType: z._default(z.string(), 'text/html'),
    body: z._default(z.string(), ''),
    headers: z._default(z.record(z.string(), z.string()), {}),
    isDelivered: z._default(z.boolean(), false),
    /** Whether a page of another origin may read it: a gateway in front of an endpoint often forgets. */
    isReadable: z._default(z.boolean(), true),
  }),
]);
export type FaultEffect = z.infer<typeof FaultEffect>;

export const Fault = z.object({
  /** Any method when left out, but a preflight only when it is named. */
  method: z.optional(z.string()),
  /** Below the endpoint's base: `/payments` is exactly that, `/payments/*` all below it, `*` everything. */
  path: z._default(z.string(), '*'),
  /** How many requests it befalls before it is used up. */
  times: z._default(z.int().check(z.minimum(1)), 1),
  effect: FaultEffect,
});
export type Fault = z.infer<typeof Fault>;
export type FaultInput = z.input<typeof Fault>;

/** What is put in front of: the `fetch` of an app. */
export type Handler = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

export interface Faults {
  /** The handler with faults in front of it; `base` is the path below which faults match. */
  wrap(handler: Handler, base: string): Handler;
  add(fault: Fault): void;
  /** Those not used up. */
  list(): Fault[];
  clear(): void;
  /** Requests, answers and late copies that wait now. */
  readonly held: number;
  /** Lets everything go that waits, whether or not it has a time. */
  release(): void;
  /** Resolves when every late copy has been delivered. */
  settle(): Promise<void>;
}

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

const readableHeaders = ({ headers }: Request): Record<string, string> => {
  const origin = headers.get('origin');
  if (origin === null) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'retry-after, date, idempotent-replayed, aspire-pay-payer',
    vary: 'Origin',
  };
};

const answerItself = (effect: Extract<FaultEffect, { kind: 'answer' }>, request: Request): Response => {
  const isEmpty = effect.status === 204 || effect.status === 304;
  const headers = {
    ...(isEmpty ? {} : { 'content-type': effect.contentType }),
    ...(effect.isReadable ? readableHeaders(request) : {}),
    ...effect.headers,
  };
  return new Response(isEmpty ? null : effect.body, { status: effect.status, headers });
};

const drop = (bindings: HttpBindings): Response => {
  bindings.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
};

interface Delivery {
  readonly request: Request;
  readonly bindings: HttpBindings;
  readonly deliver: () => Promise<Response>;
}

class FaultQueue implements Faults {
  #faults: Fault[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #late = new Set<Promise<unknown>>();

  add(fault: Fault): void {
    this.#faults.push({ ...fault });
  }

  list(): Fault[] {
    return this.#faults.map((fault) => ({ ...fault }));
  }

  clear(): void {
    this.#faults = [];
  }

  get held(): number {
    return this.#waiting.size;
  }

  release(): void {
    for (const go of this.#waiting) go();
  }

  async settle(): Promise<void> {
    await Promise.allSettled(this.#late);
  }

  wrap(handler: Handler, base: string): Handler {
    return async (request, bindings) => {
      const { pathname } = new URL(request.url);
      const effect = pathname.startsWith(base) ? this.#take(request.method, pathname.slice(base.length)) : undefined;
      if (effect === undefined) return handler(request, bindings);
      const copy = await copyable(request);
      return this.#befall(effect, { request, bindings, deliver: async () => handler(copy(), bindings) });
    };
  }

  #take(method: string, path: string): FaultEffect | undefined {
    const fault = this.#faults.find((one) => matchesMethod(one.method, method) && matchesPath(one.path, path));
    if (fault === undefined) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.#faults.splice(this.#faults.indexOf(fault), 1);
    return fault.effect;
  }

  async #befall(effect: FaultEffect, { request, bindings, deliver }: Delivery): Promise<Response> {
    switch (effect.kind) {
      case 'delay-before':
        await this.#wait(effect.ms);
        return deliver();
      case 'delay-after': {
        const answer = await deliver();
        await this.#wait(effect.ms);
        return answer;
      }
      case 'drop-before':
        return drop(bindings);
      case 'drop-after':
        await deliver();
        return drop(bindings);
      case 'late':
        this.#deliverLater(effect.ms, deliver);
        return drop(bindings);
      case 'duplicate':
        this.#deliverLater(effect.ms, deliver);
        return deliver();
      case 'answer': {
        if (effect.isDelivered) await deliver();
        return answerItself(effect, request);
      }
    }
  }

  #deliverLater(ms: number | undefined, deliver: () => Promise<Response>): void {
    const delivery = this.#wait(ms).then(deliver);
    this.#late.add(delivery);
    void delivery.catch(() => undefined).finally(() => this.#late.delete(delivery));
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

export const createFaults = (): Faults => new FaultQueue();
