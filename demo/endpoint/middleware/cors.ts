/**
 * CORS for the configured origins only, on every answer, errors included. Credentials are allowed only where a cookie may sign in.
 */
import type { MiddlewareHandler } from 'hono';
import type { EndpointDeps } from '../deps.js';

const allowedHeaders = 'authorization, content-type, idempotency-key, aspire-pay-payer';
const exposedHeaders = 'retry-after, date, idempotent-replayed, aspire-pay-payer';

export const cors = ({ origins, cookieName }: Pick<EndpointDeps, 'origins' | 'cookieName'>): MiddlewareHandler => {
  const known = new Set(origins);
  return async (c, next) => {
    const origin = c.req.header('origin');
    const isPreflight = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
    if (isPreflight) c.res = c.body(null, 204);
    else await next();
    const { headers } = c.res;
    headers.append('Vary', 'Origin');
    if (origin === undefined || !known.has(origin)) return;
    headers.set('Access-Control-Allow-Origin', origin);
    headers.set('Access-Control-Expose-Headers', exposedHeaders);
    if (cookieName !== undefined) headers.set('Access-Control-Allow-Credentials', 'true');
    if (!isPreflight) return;
    headers.set('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
    headers.set('Access-Control-Allow-Headers', allowedHeaders);
    headers.set('Access-Control-Max-Age', '600');
  };
};
