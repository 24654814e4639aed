/**
 * A browser sends a cookie whoever asks it to: a write that is signed in by one is taken only from our own pages and from configured origins.
 */
import type { Context } from 'hono';
import { ProblemError } from '../problems.js';

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** By host: behind a proxy that ends TLS the scheme seen here isn't the page's. No page can set `Host`. */
const isOwnOrigin = (c: Context, origin: string): boolean => URL.canParse(origin) && new URL(origin).host === c.req.header('host');

/** Browsers name the origin of every write; without one, only their own word that it is the same. */
const isTrusted = (c: Context, origins: readonly string[]): boolean => {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (site === 'cross-site') return false;
  if (origin === undefined) return site === 'same-origin';
  return isOwnOrigin(c, origin) || origins.includes(origin);
};

/** Throws 403 `forbidden`. */
export const requireSameSite = (c: Context, origins: readonly string[]): void => {
  if (isRead(c.req.method) || isTrusted(c, origins)) return;
  throw new ProblemError('forbidden', 'This page may not make changes here.');
};
