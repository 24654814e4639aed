/**
 * The real endpoint of a world of its own, listening on this machine, on the test's clock.
 * Must not know the element.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { tokenOf } from '../../demo/endpoint/portfolio-checks.js';
import { parsePortfolio } from '../../demo/endpoint/portfolio-file.js';
import type { PortfolioInput } from '../../demo/endpoint/portfolio.js';
import { seedPortfolio } from '../../demo/endpoint/seed.js';
import { openStore, type Store } from '../../demo/endpoint/store/open.js';
import { Preview, type Contract, type PaymentRequest } from '../../src/api/index.js';
import { createClient, type Client } from '../../src/client/client.js';
import type { Environment } from '../../src/client/environment.js';
import { createHttp } from '../../src/client/http.js';
import { accounts, buildPortfolio, contracts, defaultNow, payers } from './portfolio.js';
import { TestClock } from './test-clock.js';
import { createMailbox } from '../../demo/back-office/mailbox.js';
import { WorldClock } from './worlds/clock.js';
import { apiPath, createWorldVault, OneWorld } from './worlds/one-world.js';
import { endpointDeps } from './endpoint-deps.js';

export { accounts, contracts, payers };

export interface Endpoint {
  readonly base: string;
  readonly clock: TestClock;
  readonly world: OneWorld;
  readonly db: Store['db'];
  /** Statuses of the payments stored, oldest first. */
  readonly payments: () => Promise<string[]>;
  /** States of the keys stored, oldest first. */
  readonly keys: () => Promise<string[]>;
  readonly stop: () => Promise<void>;
}

/** A world whose database the test can reach into, on the test's clock. */
const createWorld = async (id: string, clock: TestClock, input: PortfolioInput): Promise<{ world: OneWorld; store: Store }> => {
  const portfolio = parsePortfolio(input);
  const folder = await mkdtemp(join(tmpdir(), 'aspire-pay-test-'));
  const store = await openStore({ dataFolder: folder });
  const mailbox = createMailbox();
  const vault = createWorldVault([], clock.now);
  const deps = endpointDeps(store, { now: clock.time, mail: mailbox.send, resolveBankToken: vault.resolve });
  await seedPortfolio(store, portfolio, deps);
  const tokens = Object.fromEntries(portfolio.payers.map((payer) => [payer.id, tokenOf(payer)]));
  return {
    store,
    world: new OneWorld(id, { folder, deps, clock: new WorldClock(defaultNow), tokens, said: [], mailbox, vault }),
  };
};

export const startEndpoint = async (portfolio: PortfolioInput = buildPortfolio(defaultNow.slice(0, 10))): Promise<Endpoint> => {
  const clock = new TestClock(defaultNow);
  const id = randomUUID();
  const { world, store } = await createWorld(id, clock, portfolio);
  const server = createAdaptorServer({
    fetch: (request, bindings) => world.handle(request, bindings as Parameters<typeof world.handle>[1]),
  }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/w/${id}${apiPath}`,
    clock,
    world,
    db: store.db,
    payments: async () => (await world.rows()).payments.map(({ status }) => status),
    keys: async () => (await world.rows()).payment_keys.map(({ state }) => state),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await world.close();
    },
  };
};

/** A client signed in as a payer, bound to them. */
export const signIn = (endpoint: Endpoint, environment: Environment, payer: string = payers.baker): Client => {
  const token = (): string | undefined => endpoint.world.tokens[payer];
  const http = createHttp({ base: endpoint.base, environment, credentials: 'same-origin', token });
  return createClient({ http, renewToken: () => Promise.resolve(false), now: environment.now, payer });
};

const valueOf = <T>(found: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: unknown }): T => {
  if (!found.ok) throw new Error(`The endpoint refused: ${JSON.stringify(found.fault)}`);
  return found.value;
};

/** A payment of what is due on a contract, previewed and authorized, as the review makes it. */
export const authorize = async (
  client: Client,
  contractId: string = contracts.pastDue,
): Promise<{ body: PaymentRequest; contract: Contract }> => {
  const session = valueOf(await client.session());
  const contract = valueOf(await client.contract(contractId));
  const amount = contract.totals.due.value > 0 ? contract.totals.due : contract.totals.open;
  const items = [{ contractId, contractVersion: contract.version, amount }];
  const terms = { items, date: session.calendar.earliestDate, accountId: accounts.checking, locale: 'en-US' };
  const { authorization } = Preview.parse(valueOf(await client.preview(terms)));
  return {
    contract,
    body: {
      ...terms,
      idempotencyKey: randomUUID(),
      authorization: { id: authorization.id, sha256: authorization.sha256, acceptedAt: defaultNow },
    },
  };
};
