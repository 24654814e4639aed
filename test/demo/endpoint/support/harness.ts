/**
 * The real endpoint behind a real listening server, with a clock the test sets and a log it can read.
 */
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { createEndpoint, type EndpointDeps, type LogEntry } from '../../../../demo/endpoint/app.js';
import { loadKeys } from '../../../../demo/endpoint/keys.js';
import { parsePortfolio } from '../../../../demo/endpoint/portfolio-file.js';
import type { PortfolioInput } from '../../../../demo/endpoint/portfolio.js';
import { seedPortfolio } from '../../../../demo/endpoint/seed.js';
import { changeLender, type LenderChange } from '../../../../demo/endpoint/store/lender.js';
import { openStore, type Dialect, type Store } from '../../../../demo/endpoint/store/open.js';
import { createDatabase, type TestDatabase } from './databases.js';
import { createCaller, type Caller } from './caller.js';
import { morning, testPortfolio } from './portfolio.js';
import { endpointDeps } from '../../../support/endpoint-deps.js';

export const basePath = '/api/aspire-pay/v1';
/** `c01` to `c10` are never paid. */
const readContracts = 10;
export const shopOrigin = 'https://www.shop.example';

export interface Harness {
  readonly dialect: Dialect;
  readonly database: TestDatabase;
  readonly store: Store;
  readonly deps: EndpointDeps;
  /** Address of the API. */
  readonly url: string;
  readonly log: LogEntry[];
  readonly call: Caller;
  setClock(time: Date | string): void;
  /** Changes the lender for one piece of a test, and back. */
  withLender<Result>(change: LenderChange, back: LenderChange, work: () => Promise<Result>): Promise<Result>;
  /** A contract nobody has paid yet: `c11` and on. The first ten are for tests that only look. */
  nextContract(): string;
  stop(): Promise<void>;
}

const listen = (app: Hono): Promise<{ port: number; close: () => Promise<void> }> =>
  new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => {
      const { port } = server.address() as AddressInfo;
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => {
            closed();
          });
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      resolve({ port, close });
    });
  });

export const startHarness = async (
  dialect: Dialect,
  portfolio: PortfolioInput = testPortfolio(),
  special: Partial<EndpointDeps> = {},
): Promise<Harness> => {
  const database = await createDatabase(dialect);
  const store = await openStore({ dataFolder: database.dataFolder, databaseUrl: database.databaseUrl });
  const log: LogEntry[] = [];
  let clock = morning;
  let taken = readContracts;
  const deps = endpointDeps(store, {
    now: () => clock,
    ...loadKeys(database.dataFolder),
    origins: [shopOrigin],
    log: (entry) => void log.push(entry),
    scheduleSeconds: 5,
    // The clock stands still, so everything a suite does would fall into one window.
    rateLimits: 'none',
    ...special,
  });
  await seedPortfolio(store, parsePortfolio(portfolio), deps);
  const site = new Hono();
  site.route(basePath, createEndpoint(deps).app);
  const { port, close } = await listen(site);
  const url = `http://127.0.0.1:${port}${basePath}`;
  return {
    dialect,
    database,
    store,
    deps,
    url,
    log,
    call: createCaller(url),
    setClock: (time) => {
      clock = new Date(time);
    },
    withLender: async (change, back, work) => {
      await changeLender(store.db, portfolio.lender.id, change);
      try {
        return await work();
      } finally {
        await changeLender(store.db, portfolio.lender.id, back);
      }
    },
    nextContract: () => {
      taken += 1;
      return `c${String(taken).padStart(2, '0')}`;
    },
    stop: async () => {
      await close();
      await store.close();
      await database.drop();
    },
  };
};
