/**
 * One line a request: method, route, status, time. Never a header, a query or a body, since any of them could hold bank digits.
 */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { EndpointDeps } from '../deps.js';

export const logRequests =
  ({ log, now }: Pick<EndpointDeps, 'log' | 'now'>): MiddlewareHandler =>
  async (c, next) => {
    const start = now().getTime();
    await next();
    log({ event: 'request', method: c.req.method, route: routePath(c, -1), status: c.res.status, ms: now().getTime() - start });
  };
