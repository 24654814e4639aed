/**
 * What can be asked of the fault proxy: all that can befall a request, and what can befall an answer on its way back, byte by byte.
 * The same schemas on both sides of the wire. Must not know how it is done.
 */
import * as z from 'zod/mini';
import { FaultEffect, faultTarget } from '../../../demo/faults.js';

/** Each delivers the request first: the endpoint has done its work by then. */
export const AnswerEffect = z.discriminatedUnion('kind', [
  /** Half of the body, then no more. `framing` is how the whole length was announced: by number, in chunks, or not at all. */
  z.object({
    kind: z.literal('cut'),
    framing: z._default(z.enum(['length', 'chunked', 'close']), 'length'),
    /** Whether the connection is closed in order, or reset. */
    isReset: z._default(z.boolean(), false),
  }),
  /** A byte at a time, so that the body takes longer than anybody waits. */
  z.object({ kind: z.literal('drip'), ms: z._default(z.int().check(z.minimum(1)), 100) }),
  /** The true answer, then white space without end: still JSON, as far as anybody can tell. */
  z.object({ kind: z.literal('endless') }),
  /** The true answer and so many mebibytes of white space, packed to a few kilobytes. */
  z.object({ kind: z.literal('bomb'), mebibytes: z._default(z.int().check(z.minimum(2), z.maximum(256)), 64) }),
  /** The true answer with some of its text replaced, each the first time it stands there. */
  z.object({ kind: z.literal('rewrite'), replace: z.array(z.tuple([z.string(), z.string()])) }),
  /** The true answer, which the page's origin may not read. */
  z.object({ kind: z.literal('unreadable') }),
]);
export type AnswerEffect = z.infer<typeof AnswerEffect>;

export const ProxyFault = z.object({ ...faultTarget, effect: z.union([FaultEffect, AnswerEffect]) });
export type ProxyFault = z.infer<typeof ProxyFault>;
export type ProxyFaultInput = z.input<typeof ProxyFault>;
export type ProxyEffect = ProxyFault['effect'];
