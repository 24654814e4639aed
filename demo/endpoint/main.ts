/**
 * Runs the endpoint alone: `node --import tsx demo/endpoint/main.ts`. No back office, no faults, no pages.
 */
import { serve, type ServerType } from '@hono/node-server';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { createEndpoint, type EndpointDeps } from './app.js';
import { readEnvironment, type EndpointEnvironment } from './environment.js';
import { loadKeys } from './keys.js';
import { readPortfolioFile } from './portfolio-file.js';
import { seedPortfolio } from './seed.js';
import { checkSealingKey } from './sealing-check.js';
import { errorCode, isUnavailable } from './store/errors.js';
import { openStore, type Store } from './store/open.js';
import { startScheduleWorker, type ScheduleWorker } from './worker.js';

const basePath = '/api/aspire-pay/v1';

/** How long requests under way may take when the process is told to stop, in milliseconds. */
const stopPatience = 5_000;

const log: EndpointDeps['log'] = (entry) => {
  if (entry.event !== 'request') process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
};

const seed = async (store: Store, deps: EndpointDeps, { seedPath: path, databaseUrl }: EndpointEnvironment): Promise<void> => {
  const isLoaded = path === undefined || (await seedPortfolio(store, await readPortfolioFile(path), deps));
  const another = databaseUrl === undefined ? 'a folder of its own in ASPIRE_PAY_DATA' : 'a database of its own in DATABASE_URL';
  if (!isLoaded) console.log(`There is a portfolio already: ${path} was left out. To load it, name ${another}.`);
  const lender = await store.db.selectFrom('lenders').select('id').limit(1).executeTakeFirst();
  if (lender === undefined) throw new Error('The database is empty. Name a portfolio file in ASPIRE_PAY_SEED.');
};

const listen = (app: Hono, { port, host }: EndpointEnvironment): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, () => {
      resolve(server);
    });
    server.once('error', reject);
  });

const stop = async (server: ServerType, worker: ScheduleWorker, store: Store): Promise<void> => {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  const impatient = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, stopPatience);
  await closed;
  clearTimeout(impatient);
  await worker.stop();
  await store.close();
};

const start = async (): Promise<void> => {
  const environment = readEnvironment(process.env);
  const store = await openStore({
    dataFolder: environment.dataFolder,
    databaseUrl: environment.databaseUrl,
    onIdleError: (error) => {
      log({ event: 'database-connection-lost', name: error.name });
    },
  });
  const deps: EndpointDeps = {
    store,
    now: () => new Date(),
    random: (bytes) => randomBytes(bytes),
    ...loadKeys(environment.dataFolder),
    origins: environment.origins,
    log,
    scheduleSeconds: environment.scheduleSeconds,
    rateLimits: environment.rateLimits,
    trustedProxies: environment.trustedProxies,
    cookieName: environment.cookieName,
  };
  await checkSealingKey(store, deps.sealingKey);
  await seed(store, deps, environment);
  const site = new Hono();
  site.route(basePath, createEndpoint(deps).app);
  const server = await listen(site, environment);
  const worker = startScheduleWorker(deps);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop(server, worker, store).then(() => process.exit(0));
    });
  }
  const { port } = server.address() as AddressInfo;
  console.log(`Endpoint ready at http://${environment.host.includes(':') ? `[${environment.host}]` : environment.host}:${port}${basePath}`);
};

/** A refused connection to a name with several addresses has no message of its own. */
const explain = (error: unknown): unknown => {
  if (isUnavailable(error)) return `The database cannot be reached (${errorCode(error) ?? 'no connection'}).`;
  return error instanceof Error ? error.message : error;
};

try {
  await start();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
