/**
 * A lender's site on one origin: files of a test's own, and the real endpoint behind it over a database in memory.
 * A payer is signed in, by the site's cookie and by a token that the site hands out. Must not know what its pages do.
 */
import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { createEndpoint, type EndpointDeps } from '../../demo/endpoint/app.js';
import { tokenOf } from '../../demo/endpoint/portfolio-checks.js';
import { parsePortfolio } from '../../demo/endpoint/portfolio-file.js';
import { seedPortfolio } from '../../demo/endpoint/seed.js';
import { openStore } from '../../demo/endpoint/store/open.js';
import { buildPortfolio, defaultNow, payers } from './portfolio.js';
import { endpointDeps } from './endpoint-deps.js';

export interface SiteFile {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Site {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Amounts of the payments and of the Alternate EFT records stored so far. */
  readonly stored: () => Promise<{ payments: number[]; records: number[] }>;
  readonly close: () => Promise<void>;
}

const createDeps = async (): Promise<EndpointDeps> => {
  const start = Date.now();
  return endpointDeps(await openStore({ dataFolder: ':memory:' }), {
    now: () => new Date(new Date(defaultNow).getTime() + Date.now() - start),
    cookieName: 'site-session',
    rateLimits: 'none',
  });
};

const seed = async (deps: EndpointDeps): Promise<string> => {
  const portfolio = parsePortfolio(buildPortfolio(defaultNow.slice(0, 10)));
  await seedPortfolio(deps.store, portfolio, deps);
  const payer = portfolio.payers.find(({ id }) => id === payers.baker);
  if (!payer) throw new Error('The portfolio has its payer.');
  return tokenOf(payer);
};

/** `find` is asked with a path such as `/` or `/main.js`; what it doesn't know is a 404. `/my/token` is the site's own. */
export const openSite = async (find: (path: string) => SiteFile | undefined): Promise<Site> => {
  const deps = await createDeps();
  const token = await seed(deps);
  const site = new Hono()
    .route('/api/aspire-pay/v1', createEndpoint(deps).app)
    .get('/my/token', (c) => c.text(token))
    .get('/favicon.ico', (c) => c.body(null, 204))
    .get('*', (c) => {
      const file = find(c.req.path);
      if (!file) return c.notFound();
      const cookie = `site-session=${token}; HttpOnly; SameSite=Lax; Path=/`;
      return c.body(file.body, 200, { 'content-type': file.type, 'set-cookie': cookie, ...file.headers });
    });
  const server = createAdaptorServer({ fetch: (request, bindings) => site.fetch(request, bindings) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  const { db } = deps.store;
  return {
    url: `http://127.0.0.1:${address.port}`,
    stored: async () => ({
      payments: (await db.selectFrom('payments').select('amount_value').execute()).map(({ amount_value: value }) => value),
      records: (await db.selectFrom('alternate_efts').select('amount_value').execute()).map(({ amount_value: value }) => value),
    }),
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await deps.store.close();
    },
  };
};
