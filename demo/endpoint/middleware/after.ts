/**
 * Work that waits until the answer has left, so that neither its time nor its end can be read from the answer.
 */
import type { Context } from 'hono';

interface Outgoing {
  readonly closed: boolean;
  once(event: 'close', listener: () => void): unknown;
}

/** As @hono/node-server hands it over; absent where the app is called in process. */
const outgoingOf = (c: Context): Outgoing | undefined => (c.env as { readonly outgoing?: Outgoing } | undefined)?.outgoing;

/** The answer is out, or its connection is gone: either way nobody waits any more. */
export const afterAnswer = (c: Context, work: () => void): void => {
  const outgoing = outgoingOf(c);
  if (outgoing === undefined || outgoing.closed) setImmediate(work);
  else outgoing.once('close', work);
};
