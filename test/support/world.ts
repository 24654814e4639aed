/**
 * A test's own world: a fresh reference endpoint and the strings behind it. Works in a browser test and in Node alike.
 * Must not know the element.
 */
import * as z from 'zod/mini';
import type { ProxyFaultInput } from './fault-proxy/effects.js';
import type { OneWorld } from './worlds/one-world.js';
import {
  LoggedRequest,
  SentMail,
  ProcessStarted,
  WorldCreated,
  type ClockChange,
  type ContractChange,
  type LenderChange,
  type PaymentsMove,
  type ProcessOptions,
  type WorldOptions,
} from './worlds/protocol.js';

export { accounts, contracts, defaultNow, payers } from './portfolio.js';
export type { ProxyFaultInput } from './fault-proxy/effects.js';

/** The stored rows, by table. */
export type Rows = Awaited<ReturnType<OneWorld['rows']>>;

/** In a browser the runner tells where the worlds are; in Node the caller says. */
const findWorlds = async (url: string | undefined): Promise<string> => {
  if (url !== undefined) return url;
  const answer = await fetch('/__worlds');
  return z.object({ url: z.string() }).parse(await answer.json()).url;
};

const call = async (url: string, method: string, body?: unknown): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
};

export class World {
  readonly id: string;
  /** What goes into the element's `endpoint` attribute. */
  readonly endpoint: string;
  /** Bearer tokens by payer id. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly now: string;
  /** Where the sample bank fields of this world are: another origin than the test's own. */
  readonly bankFields: { readonly origin: string; readonly path: string };
  readonly #url: string;

  constructor(url: string, { id, endpoint, tokens, now }: WorldCreated) {
    this.id = id;
    this.endpoint = endpoint;
    this.tokens = tokens;
    this.now = now;
    this.#url = `${url}/w/${id}`;
    this.bankFields = { origin: new URL(url).origin, path: `/w/${id}/bank-fields/` };
  }

  /** The payer's token, or an error that names those there are. */
  tokenOf(payerId: string): string {
    const token = this.tokens[payerId];
    if (token === undefined) throw new Error(`This world has no payer ${payerId}, only ${Object.keys(this.tokens).join(', ')}.`);
    return token;
  }

  /** Payments, keys, Alternate EFT records and bank accounts as they are stored. */
  async rows(): Promise<Rows> {
    return (await call(`${this.#url}/control/rows`, 'GET')) as Rows;
  }

  /** Every request that reached the endpoint, in order. `path` narrows it to those that start so. */
  log(method?: string, path?: string): Promise<LoggedRequest[]> {
    return this.#list('log', method, path);
  }

  /** Every request that reached the fault proxy: also those that got no further, and what a browser repeated by itself. */
  arrivals(method?: string, path?: string): Promise<LoggedRequest[]> {
    return this.#list('arrivals', method, path);
  }

  async #list(which: 'log' | 'arrivals', method?: string, path = ''): Promise<LoggedRequest[]> {
    const entries = z.array(LoggedRequest).parse(await call(`${this.#url}/control/${which}`, 'GET'));
    return entries.filter((entry) => (method === undefined || entry.method === method) && entry.path.startsWith(path));
  }

  /** The endpoint's own log, line by line. */
  async said(): Promise<unknown[]> {
    return z.array(z.unknown()).parse(await call(`${this.#url}/control/said`, 'GET'));
  }

  /** What the endpoint mailed, newest first. */
  async mails(): Promise<SentMail[]> {
    return z.array(SentMail).parse(await call(`${this.#url}/control/mails`, 'GET'));
  }

  async setClock(change: ClockChange): Promise<void> {
    await call(`${this.#url}/control/clock`, 'PUT', change);
  }

  async changeLender(change: LenderChange): Promise<void> {
    await call(`${this.#url}/control/lender`, 'PUT', change);
  }

  /** Queues a fault; the first that fits a request befalls it. */
  async addFault(fault: ProxyFaultInput): Promise<void> {
    await call(`${this.#url}/control/faults`, 'POST', fault);
  }

  async clearFaults(): Promise<void> {
    await call(`${this.#url}/control/faults`, 'DELETE');
  }

  /** Resolves when `count` requests, answers or late copies are held: before that, there is nothing to release. */
  async untilHeld(count = 1): Promise<void> {
    await this.#untilHolds((held) => held >= count, `${count} held`);
  }

  /** Resolves when nothing is held or being sent any more: a browser that gave up on an answer has hung up. */
  async untilNoneHeld(): Promise<void> {
    await this.#untilHolds((held) => held === 0, 'none held');
  }

  async #untilHolds(isSo: (held: number) => boolean, what: string): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      const { held } = z.object({ held: z.int() }).parse(await call(`${this.#url}/control/held`, 'GET'));
      if (isSo(held)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`Waited ten seconds for ${what} by the proxy.`);
  }

  /** Lets held requests and late copies go; resolves when the copies have been delivered. */
  async release(): Promise<void> {
    await call(`${this.#url}/control/release`, 'POST');
  }

  /** A posting: the contract's version is replaced, and `lowerBy` minor units are applied by the lender's method. */
  async changeContract(change: ContractChange): Promise<void> {
    await call(`${this.#url}/control/contract-changed`, 'POST', change);
  }

  /** Every payment made so far comes to this status, as a bank or a back office brings it. */
  async movePayments(move: PaymentsMove): Promise<void> {
    await call(`${this.#url}/control/payments`, 'PUT', move);
  }

  /** What somebody does on the back office's page, by the route behind its button. */
  async atDesk(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown> {
    return call(`${this.#url}/back-office${path}`, method, body);
  }

  /** *Run EFT generation* over everything due by a day, and *Post batch* for each that came of it. */
  async sendToBank(by: string): Promise<void> {
    await this.atDesk('POST', '/generations', { from: this.now.slice(0, 10), to: by });
    const { batches } = z
      .object({ batches: z.array(z.object({ id: z.string(), status: z.string() })) })
      .parse(await this.atDesk('GET', '/desk'));
    for (const { id, status } of batches) if (status === 'open') await this.atDesk('POST', `/batches/${id}/post`, {});
  }

  async close(): Promise<void> {
    await call(this.#url, 'DELETE');
  }
}

export const createWorld = async (options: WorldOptions = {}, url?: string): Promise<World> => {
  const worlds = await findWorlds(url);
  return new World(worlds, WorldCreated.parse(await call(`${worlds}/worlds`, 'POST', options)));
};

/** An endpoint in a process of its own, on the machine's clock, that can be killed and started again on the same data. */
export class EndpointHandle {
  readonly endpoint: string;
  readonly tokens: Readonly<Record<string, string>>;
  readonly #url: string;

  constructor(url: string, { id, endpoint, tokens }: ProcessStarted) {
    this.endpoint = endpoint;
    this.tokens = tokens;
    this.#url = `${url}/processes/${id}`;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    await call(`${this.#url}/kill`, 'POST');
  }

  async restart(): Promise<void> {
    await call(`${this.#url}/restart`, 'POST');
  }

  async close(): Promise<void> {
    await call(this.#url, 'DELETE');
  }
}

export const startEndpoint = async (options: ProcessOptions = {}, url?: string): Promise<EndpointHandle> => {
  const worlds = await findWorlds(url);
  return new EndpointHandle(worlds, ProcessStarted.parse(await call(`${worlds}/processes`, 'POST', options)));
};
