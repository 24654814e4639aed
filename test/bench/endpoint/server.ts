/**
 * One process with the reference endpoint at `/api` and the bare routes at `/bare`, on one database. Run by the benchmark; ends with its input.
 * `FOLDER [DATABASE_URL]`; seeds a fleet of `ASPIRE_PAY_BENCH_CONTRACTS` contracts where the database is empty.
 */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { createMailbox } from '../../../demo/back-office/mailbox.js';
import { createEndpoint } from '../../../demo/endpoint/app.js';
import { loadKeys } from '../../../demo/endpoint/keys.js';
import { tokenOf } from '../../../demo/endpoint/portfolio-checks.js';
import { parsePortfolio } from '../../../demo/endpoint/portfolio-file.js';
import { scaleRateLimits, usualRateLimits } from '../../../demo/endpoint/rate-limits.js';
import { seedPortfolio } from '../../../demo/endpoint/seed.js';
import { openStore } from '../../../demo/endpoint/store/open.js';
import { fleetPayer } from '../../../demo/portfolio/large.js';
import { fleetOf } from '../fleet.js';
import { bareRoutes } from './bare.js';
import { endpointDeps } from '../../support/endpoint-deps.js';

const [folder = '', databaseUrl] = process.argv.slice(2);
const store = await openStore({ dataFolder: folder, databaseUrl });
const deps = endpointDeps(store, {
  // What one process previews another makes.
  ...loadKeys(folder),
  // Counted, and never reached.
  rateLimits: scaleRateLimits(usualRateLimits, 1_000_000),
  mail: createMailbox().send,
});
const portfolio = parsePortfolio(fleetOf(Number(process.env['ASPIRE_PAY_BENCH_CONTRACTS'] ?? 100)));
await seedPortfolio(store, portfolio, deps);
const site = new Hono();
site.route('/api', createEndpoint(deps).app);
site.route('/bare', bareRoutes(store, fleetPayer.id, fleetPayer.accounts?.[0]?.id ?? ''));
site.get('/alive', (c) => c.body(null, 204));
site.get('/counts', async (c) => {
  const count = (table: 'payments' | 'alternate_efts' | 'payment_keys') =>
    store.db
      .selectFrom(table)
      .select((select) => select.fn.countAll().as('rows'))
      .executeTakeFirstOrThrow();
  const [payments, records, keys] = await Promise.all([count('payments'), count('alternate_efts'), count('payment_keys')]);
  return c.json({ payments: Number(payments.rows), records: Number(records.rows), keys: Number(keys.rows) });
});
const server = createAdaptorServer({ fetch: site.fetch }) as Server;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const [payer] = portfolio.payers;
console.log(
  `Ready ${JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: payer ? tokenOf(payer) : '' })}`,
);
process.stdin.resume();
await once(process.stdin, 'end');
server.closeAllConnections();
server.close();
await store.close();
