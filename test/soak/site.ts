/**
 * The site of the soak: a page with the built element, and the real endpoint in this process behind it, with a database that is put
 * back after each payment. Must not know who visits.
 */
import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { createEndpoint } from '../../demo/endpoint/app.js';
import { tokenOf } from '../../demo/endpoint/portfolio-checks.js';
import { parsePortfolio } from '../../demo/endpoint/portfolio-file.js';
import { seedPortfolio } from '../../demo/endpoint/seed.js';
import { buildElement, compileScript } from '../../demo/scripts.js';
import { openMemoryDatabase } from '../simulation/database.js';
import { buildPortfolio, payers } from '../support/portfolio.js';
import { endpointDeps } from '../support/endpoint-deps.js';

export interface Site {
  readonly url: string;
  /** Payments made since the last call; from here on there are none. */
  readonly takePayments: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const page = (token: string): string => `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>A page</title>
<body data-token="${token}"><script src="/aspire-pay.iife.js"></script><script type="module" src="/soak.js"></script>`;

const javascript = { 'content-type': 'text/javascript; charset=utf-8' };

export const openSite = async (): Promise<Site> => {
  const database = await openMemoryDatabase();
  // Somebody who pays ten thousand times in a row is turned away elsewhere.
  const deps = endpointDeps(database.store, { rateLimits: 'none' });
  const portfolio = parsePortfolio(buildPortfolio(new Date().toISOString().slice(0, 10)));
  await seedPortfolio(database.store, portfolio, deps);
  database.keep();
  const payer = portfolio.payers.find(({ id }) => id === payers.baker);
  if (!payer) throw new Error('The portfolio has its payer.');

  const element = (await buildElement(process.cwd())).get('/aspire-pay.iife.js') ?? '';
  const script = await compileScript('test/soak/page.ts');
  const site = new Hono()
    .get('/', (c) => c.html(page(tokenOf(payer))))
    .get('/aspire-pay.iife.js', (c) => c.body(element, 200, javascript))
    .get('/soak.js', (c) => c.body(script, 200, javascript))
    .get('/favicon.ico', (c) => c.body(null, 204))
    .route('/api/aspire-pay/v1', createEndpoint(deps).app);
  const server = createAdaptorServer({ fetch: (request, bindings) => site.fetch(request, bindings) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    // On the endpoint's own connection: a page that has just been left may still be reading.
    takePayments: () =>
      database.store.db.connection().execute(() => {
        const made = database.all('select id from payments').length;
        database.restore();
        return Promise.resolve(made);
      }),
    close: async () => {
      server.close();
      await database.store.close();
    },
  };
};
