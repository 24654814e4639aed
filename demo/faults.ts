/**
 * Faults of the network and the server, put between a socket and the endpoint app: slow, lost, late, twice, or another answer.
 * Belongs to the demo and the tests; must not know what the endpoint does with a request.
 */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import * as z from 'zod/mini';
import { FaultQueue, type Delivery, type Handler } from './fault-queue.js';

export type { Handler };

/** Without `ms` it waits until the release. */
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

/** Which requests a fault befalls. */
export const faultTarget = {
  /** Any method when left out, but a preflight only when it is named. */
  method: z.optional(z.string()),
  /** Below the endpoint's base: `/payments` is exactly that, `/payments/*` all below it, `*` everything. */
  path: z._default(z.string(), '*'),
  /** How many requests it befalls before it is used up. */
  times: z._default(z.int().check(z.minimum(1)), 1),
};

export const Fault = z.object({ ...faultTarget, effect: FaultEffect });
export type Fault = z.infer<typeof Fault>;
export type FaultInput = z.input<typeof Fault>;

export type Faults = FaultQueue<FaultEffect>;

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

/** Does to one request what the effect says. */
export const befallRequest = async (
  effect: FaultEffect,
  { request, bindings, deliver, wait, deliverLater }: Delivery,
): Promise<Response> => {
  switch (effect.kind) {
    case 'delay-before':
      await wait(effect.ms);
      return deliver();
    case 'delay-after': {
      const answer = await deliver();
      await wait(effect.ms);
      return answer;
    }
    case 'drop-before':
      return drop(bindings);
    case 'drop-after':
      await deliver();
      return drop(bindings);
    case 'late':
      deliverLater(effect.ms);
      return drop(bindings);
    case 'duplicate':
      deliverLater(effect.ms);
      return deliver();
    case 'answer': {
      if (effect.isDelivered) await deliver();
      return answerItself(effect, request);
    }
  }
};

export const createFaults = (): Faults => new FaultQueue(befallRequest);
