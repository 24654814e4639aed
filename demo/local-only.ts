/**
 * Keeps routes that ask nobody to sign in to this machine: a page elsewhere that points a name of its own at 127.0.0.1 gets nothing.
 */
import type { MiddlewareHandler } from 'hono';
import { isLoopback } from './config.js';

/** Browsers send the name they asked for; only this machine's own names are answered. */
export const requireLoopbackName: MiddlewareHandler = async (c, next) => {
  if (!isLoopback(new URL(c.req.url).hostname)) return c.text('This is answered on this machine only.', 421);
  await next();
  return undefined;
};
