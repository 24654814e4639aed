/**
 * Starts the demo and stops it cleanly: store, seed, element, worker, listener. For `npm start` and for tests that want the whole of it.
 */
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { createDemo, endpointPath } from './app.js';
import { createMailbox, type Mailbox } from './back-office/mailbox.js';
import { createVault, type Vault } from './bank-fields/vault.js';
import { isLoopback, StartError, type DemoConfig } from './config.js';
import { createEndpoint, type EndpointDeps, type LogEntry } from './endpoint/app.js';
import { loadKeys } from './endpoint/keys.js';
import { checkSealingKey } from './endpoint/sealing-check.js';
import { openStore, type Store } from './endpoint/store/open.js';
import { startScheduleWorker } from './endpoint/worker.js';
import { createFaults } from './faults.js';
import { buildElement, readBuiltElement } from './scripts.js';
import { seedOnce } from './seed.js';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** How long requests under way may take to end after a stop was asked for. */
const graceMs = 5_000;

/** What the demo takes from the machine; pictures of it are made on a day of their own. */
export interface DemoWorld {
  readonly now: EndpointDeps['now'];
  readonly random: EndpointDeps['random'];
}

const machine: DemoWorld = { now: () => new Date(), random: (bytes) => randomBytes(bytes) };

export interface Demo {
  /** Without a slash at the end. */
  readonly address: string;
  /** What the person who started it should know. */
  readonly notes: readonly string[];
  stop(): Promise<void>;
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Only what somebody should look at; a log of every request would hide it. */
const logTrouble = (entry: LogEntry): void => {
  if (entry.event !== 'request') console.error(JSON.stringify(entry));
};

const openData = async (config: DemoConfig): Promise<{ store: Store; keys: ReturnType<typeof loadKeys> }> => {
  const { dataFolder, databaseUrl } = config;
  try {
    const keys = loadKeys(dataFolder);
    const onIdleError = (error: Error): void => logTrouble({ event: 'database-connection', message: error.message });
    return { keys, store: await openStore({ dataFolder, databaseUrl, onIdleError }) };
  } catch (error) {
    const place = databaseUrl === undefined ? '' : ' or the database';
    throw new StartError(`The data folder ${dataFolder}${place} can't be used: ${words(error)}`);
  }
};

const listen = (server: Server, { port, host }: Pick<DemoConfig, 'port' | 'host'>): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(`Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`)
          : new StartError(`Can't listen on ${host}, port ${port}: ${error.message}`),
      );
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve(server.address() as AddressInfo);
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const grace = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(grace);
      resolve();
    });
    server.closeIdleConnections();
  });

const nameHost = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

const warnOfNetwork = ({ host }: DemoConfig): string[] =>
  isLoopback(host)
    ? []
    : [
        `HOST=${host} opens the demo to a network, and its back office and payers ask nobody to sign in.`,
        'On other machines the element pays over https: only: put something that speaks it in front.',
      ];

/** The demo's site, under whichever of this machine's names it was opened, or any site where the demo is open to a network. */
const createBankFields = ({ host }: DemoConfig): Vault =>
  createVault({ root, now: () => Date.now(), isSite: (origin) => !isLoopback(host) || isLoopback(new URL(origin).hostname) });

/** On a port of its own, which the system gives: another origin is what it is there to show. */
const serveBankFields = async ({ app }: Vault, { host }: DemoConfig): Promise<{ server: Server; port: number }> => {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const { port } = await listen(server, { port: 0, host });
  return { server, port };
};

type Data = Awaited<ReturnType<typeof openData>>;

const createDeps = (config: DemoConfig, world: DemoWorld, data: Data, mailbox: Mailbox, vault: Vault): EndpointDeps => ({
  ...data.keys,
  ...world,
  store: data.store,
  origins: config.origins,
  log: logTrouble,
  scheduleSeconds: config.scheduleSeconds,
  rateLimits: config.rateLimits,
  trustedProxies: config.trustedProxies,
  cookieName: config.cookieName,
  mail: mailbox.send,
  resolveBankToken: vault.resolve,
});

export const startDemo = async (config: DemoConfig, world: DemoWorld = machine): Promise<Demo> => {
  const data = await openData(config);
  const { store, keys } = data;
  const mailbox = createMailbox();
  const vault = createBankFields(config);
  const deps = createDeps(config, world, data, mailbox, vault);
  let fields: Server | undefined;
  try {
    await checkSealingKey(store, keys.sealingKey).catch((error: unknown) => {
      throw new StartError(words(error));
    });
    const { payers, notes } = await seedOnce(config, deps);
    const element = config.skipsBuild ? await readBuiltElement(root) : await buildElement(root);
    const faults = createFaults();
    const isLocalOnly = isLoopback(config.host);
    const { server: fieldsServer, port: bankFieldsPort } = await serveBankFields(vault, config);
    fields = fieldsServer;
    const endpoint = createEndpoint(deps);
    const app = createDemo({ endpoint, eft: deps, faults, mailbox, payers, element, root, bankFieldsPort, isLocalOnly });
    const handler = faults.wrap((request, bindings) => app.fetch(request, bindings), endpointPath);
    const server = createAdaptorServer({ fetch: (request, bindings) => handler(request, bindings as HttpBindings) }) as Server;
    const { port } = await listen(server, config);
    const worker = startScheduleWorker(deps);
    const stop = async (): Promise<void> => {
      faults.clear();
      faults.release();
      await Promise.all([close(server), close(fieldsServer)]);
      await worker.stop();
      await store.close();
    };
    return { address: `http://${nameHost(config.host)}:${port}`, notes: [...warnOfNetwork(config), ...notes], stop };
  } catch (error) {
    fields?.close();
    await store.close();
    throw error;
  }
};
