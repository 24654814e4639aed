/**
 * One line a request: method, route, status, time. Never a header, a query, a body or a path with its ids, since any of them could hold
 * bank digits.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { EndpointDeps } from '../deps.js';

/** The handler's pattern, such as `/payments/:id`; middleware and the answer to unknown paths are registered for every method. */
const routeOf = (c: Context): string =>
  matchedRoutes(c)
    .filter(({ method }) => method !== 'ALL')
    .at(-1)?.path ?? 'unknown';

export const logRequests =
  ({ log, now }: Pick<EndpointDeps, 'log' | 'now'>): MiddlewareHandler =>
  async (c, next) => {
    const start = now().getTime();
    await next();
    log({ event: 'request', method: c.req.method, route: routeOf(c), status: c.res.status, ms: now().getTime() - start });
  };
