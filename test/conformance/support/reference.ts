/**
 * The reference endpoint as the kit meets it: listening on this machine, over a database of its own, on a clock that begins where it is told; whole, or
 * broken on purpose by what is put in front of it. Must not know what the kit checks.
 */
import { serve } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { createEndpoint, type EndpointDeps } from '../../../demo/endpoint/app.js';
import { parsePortfolio } from '../../../demo/endpoint/portfolio-file.js';
import type { PortfolioInput } from '../../../demo/endpoint/portfolio.js';
import { seedPortfolio } from '../../../demo/endpoint/seed.js';
import { openStore } from '../../../demo/endpoint/store/open.js';
import { checkEndpoint, type Report, type RunOptions } from '../../../src/conformance/index.js';
import { createCaller } from '../../demo/endpoint/support/caller.js';
import { createDesk } from '../../demo/endpoint/support/desk.js';
import { morning, type ContractInput } from '../../demo/endpoint/support/portfolio.js';
import { sandboxPortfolio } from './sandbox.js';
import { endpointDeps } from '../../support/endpoint-deps.js';

const basePath = '/api/aspire-pay/v1';
/** Of Acme's contact, whose token the kit is given, and of one of Acme's contracts. */
export const onFile = { email: 'ada@acme.example', postalCode: '55401', contractNumber: 'Lease-k1' };

export const siteOrigin = 'https://www.shop.example';

export type Fetch = (request: Request) => Promise<Response>;

export interface ReferenceOptions {
  /** A SQLite database in memory when left out. */
  readonly databaseUrl?: string | undefined;
  readonly lender?: Partial<PortfolioInput['lender']>;
  /** Those of the sandbox when left out; `k1` is among them. */
  readonly contracts?: readonly ContractInput[];
  readonly now?: Date;
  /** What stands between the kit and the endpoint; the paths it sees begin at the API's base. */
  readonly wrap?: (next: Fetch) => Fetch;
  readonly deps?: Partial<EndpointDeps>;
}

/** Registering and signing in by code, with nobody to read the mail. */
export const offeringCodes: ReferenceOptions = { lender: { features: { enrollment: true } }, deps: { mail: () => Promise.resolve() } };

export interface Reference {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Somebody has paid, and it went to the bank: what the kit can't bring about by itself. */
const sendOnePayment = async (url: string, deps: EndpointDeps): Promise<void> => {
  const desk = createDesk({ call: createCaller(url), deps, store: deps.store });
  await desk.pay('k1');
  await desk.sendAll();
};

const canBePaid = ({ lender }: PortfolioInput): boolean =>
  lender.features?.payments !== false && lender.bankAccounts !== 'none' && (lender.limits?.min ?? 0) < 100_000;

export const startReference = async (options: ReferenceOptions = {}): Promise<Reference> => {
  const { databaseUrl, lender, contracts, now = morning, wrap = (next: Fetch): Fetch => next, deps: special } = options;
  const store = await openStore({ dataFolder: ':memory:', databaseUrl });
  const start = Date.now();
  const deps = endpointDeps(store, {
    now: () => new Date(now.getTime() + Date.now() - start),
    origins: [siteOrigin],
    scheduleSeconds: 5,
    rateLimits: 'none',
    ...special,
  });
  const portfolio = sandboxPortfolio(lender, contracts);
  await seedPortfolio(store, parsePortfolio(portfolio), deps);
  const { app } = createEndpoint(deps);
  const whole = new Hono().route(basePath, app);
  const broken = wrap((request) => Promise.resolve(app.fetch(request)));
  let answer: Fetch = (request) => Promise.resolve(whole.fetch(request));
  const server = serve({ fetch: (request: Request) => answer(request), port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${basePath}`;
  if (canBePaid(portfolio)) await sendOnePayment(url, deps);
  if (options.wrap !== undefined) answer = (request) => broken(withoutBase(request));
  return {
    url,
    stop: async () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await store.close();
    },
  };
};

const withoutBase = (request: Request): Request => {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(basePath.length);
  return new Request(url, request);
};

export const sandboxRun: Omit<RunOptions, 'url'> = { token: 'demo-acme', otherToken: 'demo-beta', mayWrite: true, origin: siteOrigin };

/** What the kit says of the reference endpoint, whole or broken. */
export const checkReference = async (options: ReferenceOptions = {}, run: Partial<RunOptions> = {}): Promise<Report> => {
  const reference = await startReference(options);
  try {
    return await checkEndpoint({ url: reference.url, ...sandboxRun, ...run });
  } finally {
    await reference.stop();
  }
};
