/**
 * Servers under load on one database, and what has been sent to them. Payments are previewed before the clock starts: what is measured is
 * making them.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { ContractPage } from '../../../src/api/index.js';
import { fleetPayer } from '../../../demo/portfolio/large.js';
import { createCaller, usd, type Answer, type Caller } from '../../demo/endpoint/support/caller.js';
import type { TestDatabase } from '../../demo/endpoint/support/fresh-database.js';
import { sendAll, type Load, type Outcome, type Sending } from './load.js';

const Ready = z.object({ url: z.string(), token: z.string() });
const Counts = z.object({ payments: z.int(), records: z.int(), keys: z.int() });

const amount = usd(5_000);
const preparing = 8;

const readReady = async (lines: AsyncIterable<string>): Promise<z.infer<typeof Ready>> => {
  for await (const line of lines) if (line.startsWith('Ready ')) return Ready.parse(JSON.parse(line.slice(6)));
  throw new Error('The server ended before it was ready.');
};

export interface Servers {
  /** Of the payer; the database is filled with them where it is empty. */
  readonly contracts: number;
  /** Processes that share the database. */
  readonly processes?: number;
}

export class Bench {
  readonly call: Caller;
  readonly #servers: readonly ChildProcess[];
  readonly #urls: readonly string[];
  readonly #token: string;
  readonly #fresh: string[] = [];
  readonly #bare: string[] = [];
  #sent = 0;

  private constructor(servers: readonly ChildProcess[], urls: readonly string[], token: string) {
    this.#servers = servers;
    this.#urls = urls;
    this.#token = token;
    this.call = createCaller(`${urls[0] ?? ''}/api`);
  }

  static async start(database: TestDatabase, { contracts, processes = 1 }: Servers): Promise<Bench> {
    const place = [database.dataFolder, ...(database.databaseUrl === undefined ? [] : [database.databaseUrl])];
    const env = { ...process.env, ASPIRE_PAY_BENCH_CONTRACTS: String(contracts) };
    const servers = Array.from({ length: processes }, () =>
      spawn(process.execPath, ['--import', 'tsx', 'test/bench/endpoint/server.ts', ...place], { stdio: ['pipe', 'pipe', 'inherit'], env }),
    );
    const ready = await Promise.all(servers.map(({ stdout }) => readReady(createInterface({ input: stdout }))));
    const bench = new Bench(
      servers,
      ready.map(({ url }) => url),
      ready[0]?.token ?? '',
    );
    await bench.#findContracts();
    return bench;
  }

  /** Contracts nobody has paid, half of them for the bare route: each payment has one of its own on both sides. */
  async #findContracts(): Promise<void> {
    const found: string[] = [];
    for await (const { items } of this.pages()) found.push(...items.flatMap(({ id, inFlight }) => (inFlight.length === 0 ? [id] : [])));
    found.forEach((id, index) => (index % 2 === 0 ? this.#fresh : this.#bare).push(id));
    const { payments } = await this.#count();
    this.#sent = payments;
  }

  /** The payer's list from its beginning, with the cursor that led to each page. */
  async *pages(): AsyncIterable<ContractPage & { cursor: string }> {
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const behind = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const answer: Answer = await this.call(`/contracts?limit=50${behind}`, { as: fleetPayer.id });
      const page = ContractPage.parse(answer.body);
      yield { ...page, cursor };
      cursor = page.nextCursor ?? undefined;
    }
  }

  /** Payments of ours. */
  async pay(count: number, load: Load): Promise<Outcome> {
    const ids = this.#fresh.splice(0, count);
    const requests: Sending['requests'] = [];
    const accountId = fleetPayer.accounts?.[0]?.id ?? '';
    const prepare = async (): Promise<void> => {
      for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
        const body = await this.call.prepare([id], { as: fleetPayer.id, amount, accountId });
        requests.push({ headers: { 'idempotency-key': body.idempotencyKey }, body: JSON.stringify(body) });
      }
    };
    await Promise.all(Array.from({ length: preparing }, prepare));
    this.#sent += requests.length;
    return this.#send('/api/payments', { method: 'POST', requests }, load, '201');
  }

  payBare(count: number, load: Load): Promise<Outcome> {
    const words = 'I authorize a debit of my account. '.repeat(12);
    const ids = this.#bare.splice(0, count);
    const requests = ids.map((contractId) => ({ headers: {}, body: JSON.stringify({ contractId, amount: amount.value, text: words }) }));
    this.#sent += requests.length;
    return this.#send('/bare/pay', { method: 'POST', requests }, load, '201');
  }

  read(path: string, count: number, clients: number): Promise<Outcome> {
    const requests = Array.from({ length: count }, () => ({ headers: {} }));
    return this.#send(path, { method: 'GET', requests }, { clients }, '200');
  }

  #send(path: string, sending: Pick<Sending, 'method' | 'requests'>, load: Load, expected: string): Promise<Outcome> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    return sendAll({ urls: this.#urls.map((url) => url + path), first: '/alive', headers, ...sending }, load, expected);
  }

  async #count(): Promise<z.infer<typeof Counts>> {
    return Counts.parse(await (await fetch(`${this.#urls[0] ?? ''}/counts`)).json());
  }

  /** Contracts nobody has paid through our routes yet. */
  get left(): number {
    return this.#fresh.length;
  }

  /** One payment, one record and one key for each that was sent, and no more. */
  async audit(): Promise<string> {
    const { payments, records, keys } = await this.#count();
    if (payments !== records || payments !== keys) throw new Error(`${payments} payments, ${records} records, ${keys} keys`);
    const [lost, twice] = [Math.max(0, this.#sent - payments), Math.max(0, payments - this.#sent)];
    if (lost + twice > 0) process.exitCode = 1;
    return `payments made: ${payments} of ${this.#sent} sent; lost ${lost}, twice ${twice}`;
  }

  async stop(): Promise<void> {
    const ended = this.#servers.map((server) => once(server, 'exit'));
    for (const server of this.#servers) server.stdin?.end();
    await Promise.all(ended);
  }
}
