/**
 * The endpoint as a Hono app that can be mounted at any path. Wiring only: no state of its own, so that two processes can serve one database.
 */
import { Hono } from 'hono';
import { openApiDocument } from '../../src/api/openapi.js';
import type { EndpointDeps } from './deps.js';
import { cors } from './middleware/cors.js';
import { logRequests } from './middleware/log.js';
import { requireKeyLengths } from './keys.js';
import { authenticate, type EndpointEnv } from './middleware/who.js';
import { ProblemError, sendPlainFailure, sendProblem } from './problems.js';
import { bankAccountRoutes } from './routes/bank-accounts.js';
import { enrollmentRoutes, signInRoutes } from './routes/codes.js';
import { contractRoutes } from './routes/contracts.js';
import { paymentRoutes } from './routes/payments.js';
import { lenderRoutes, sessionRoutes } from './routes/session.js';
import { errorCode, isUnavailable } from './store/errors.js';

export type { EndpointDeps, Log, LogEntry, Random } from './deps.js';

export interface Endpoint {
  readonly app: Hono<EndpointEnv>;
}

const toProblem = (error: unknown): ProblemError | undefined => {
  if (error instanceof ProblemError) return error;
  if (!isUnavailable(error)) return undefined;
  return new ProblemError('unavailable', 'This cannot be answered at the moment. Try again in a moment.', { retryAfterSeconds: 2 });
};

/** A defect's message may quote what was sent. */
const withoutDigits = (text: string): string => text.replace(/\d(?:[\s-]?\d){4,}/g, '#####');

export const createEndpoint = (deps: EndpointDeps): Endpoint => {
  requireKeyLengths(deps);
  const app = new Hono<EndpointEnv>();

  app.onError((error, c) => {
    const problem = toProblem(error);
    if (problem?.problem === 'unavailable')
      deps.log({ event: 'unavailable', code: errorCode(error), message: withoutDigits(error.message) });
    if (problem !== undefined) return sendProblem(c, problem);
    deps.log({ event: 'defect', name: error.name, code: errorCode(error), message: withoutDigits(error.message) });
    return sendPlainFailure(c, 500, 'Internal Server Error');
  });

  app.use(logRequests(deps));
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
    c.res.headers.set('X-Content-Type-Options', 'nosniff');
  });
  app.use(cors(deps));

  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/openapi.json', (c) => c.json(openApiDocument()));
  app.route('/lender', lenderRoutes(deps));
  app.route('/enrollments', enrollmentRoutes(deps));
  app.route('/sign-ins', signInRoutes(deps));

  // `/payments/*` is `/payments`, too: named twice, who calls would be looked up twice.
  for (const path of ['/session', '/contracts', '/payments', '/bank-accounts']) app.use(`${path}/*`, authenticate(deps));
  app.route('/session', sessionRoutes(deps));
  app.route('/contracts', contractRoutes(deps));
  app.route('/payments', paymentRoutes(deps));
  app.route('/bank-accounts', bankAccountRoutes(deps));

  app.all('*', (c) => sendPlainFailure(c, 404, 'Not Found'));
  return { app };
};
