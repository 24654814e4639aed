/** One server under load and what has been sent to it. Payments are previewed before the clock starts: what is measured is making them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';
import { ContractPage } from '../../../src/api/index.js';
import { fleetPayer } from '../../../demo/portfolio/large.js';
import { createCaller, usd, type Caller } from '../../demo/endpoint/support/caller.js';
import type { TestDatabase } from '../../demo/endpoint/support/fresh-database.js';
import type { Plan } from './client.js';

const Ready = z.object({ url: z.string(), token: z.string() });
const Told = z.object({ times: z.array(z.number()), statuses: z.record(z.string(), z.number()), seconds: z.number() });
const Counts = z.object({ payments: z.int(), records: z.int(), keys: z.int() });

export interface Load {
  readonly clients: number;
  /** Requests a second; as fast as they are answered where absent. */
  readonly rate?: number;
}

export interface Outcome {
  readonly rate: number;
  readonly times: readonly number[];
}

const amount = usd(5_000);
const preparing = 8;

const readReady = async (lines: AsyncIterable<string>): Promise<z.infer<typeof Ready>> => {
  for await (const line of lines) if (line.startsWith('Ready ')) return Ready.parse(JSON.parse(line.slice(6)));
  throw new Error('The server ended before it was ready.');
};

export class Bench {
  /** Contracts that only the bare route touches. */
  static readonly spare = 20;
  readonly #server: ChildProcess;
  readonly #url: string;
  readonly #token: string;
  readonly #call: Caller;
  readonly #fresh: string[] = [];
  readonly #bareOnes: string[] = [];
  #sent = 0;
  #sentBare = 0;

  private constructor(server: ChildProcess, { url, token }: z.infer<typeof Ready>) {
    this.#server = server;
    this.#url = url;
    this.#token = token;
    this.#call = createCaller(`${url}/api`);
  }

  static async start(database: TestDatabase, contracts: number): Promise<Bench> {
    const place = [database.dataFolder, ...(database.databaseUrl === undefined ? [] : [database.databaseUrl])];
    const env = { ...process.env, ASPIRE_PAY_BENCH_CONTRACTS: String(contracts) };
    const server = spawn(process.execPath, ['--import', 'tsx', 'test/bench/endpoint/server.ts', ...place], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env,
    });
    const bench = new Bench(server, await readReady(createInterface({ input: server.stdout })));
    await bench.#findContracts();
    return bench;
  }

  async #findContracts(): Promise<void> {
    let cursor: string | undefined;
    do {
      const query = `?limit=50${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page = ContractPage.parse((await this.#call(`/contracts${query}`, { as: fleetPayer.id })).body);
      this.#fresh.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    this.#bareOnes.push(...this.#fresh.splice(0, Bench.spare));
  }

  /** Payments of ours, each on a contract of its own. */
  async pay(count: number, load: Load): Promise<Outcome> {
    const ids = this.#fresh.splice(0, count);
    const requests: Plan['requests'] = [];
    const accountId = fleetPayer.accounts?.[0]?.id ?? '';
    const prepare = async (): Promise<void> => {
      for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
        const body = await this.#call.prepare([id], { as: fleetPayer.id, amount, accountId });
        requests.push({ headers: { 'idempotency-key': body.idempotencyKey }, body: JSON.stringify(body) });
      }
    };
    await Promise.all(Array.from({ length: preparing }, prepare));
    this.#sent += requests.length;
    return this.#run({ url: `${this.#url}/api/payments`, method: 'POST', requests, ...load }, '201');
  }

  payBare(count: number, load: Load): Promise<Outcome> {
    const words = 'I authorize a debit of my account. '.repeat(12);
    const requests = Array.from({ length: count }, (_, index) => ({
      headers: {},
      body: JSON.stringify({ contractId: this.#bareOnes[index % this.#bareOnes.length], amount: amount.value, text: words }),
    }));
    this.#sentBare += count;
    return this.#run({ url: `${this.#url}/bare/pay`, method: 'POST', requests, ...load }, '201');
  }

  read(path: string, count: number): Promise<Outcome> {
    const requests = Array.from({ length: count }, () => ({ headers: {} }));
    return this.#run({ url: this.#url + path, method: 'GET', requests, clients: 10 }, '200');
  }

  async #run(plan: Omit<Plan, 'headers'>, expected: string): Promise<Outcome> {
    const client = spawn(process.execPath, ['--import', 'tsx', 'test/bench/endpoint/client.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    client.stdin.end(JSON.stringify({ ...plan, headers }));
    const told = Told.parse(JSON.parse(await text(client.stdout)));
    const others = Object.keys(told.statuses).filter((status) => status !== expected);
    if (others.length > 0) throw new Error(`${plan.url} answered ${JSON.stringify(told.statuses)}`);
    return { rate: told.times.length / told.seconds, times: told.times };
  }

  /** One payment, one record and one key for each that was sent, and no more. */
  async audit(): Promise<{ made: number; expected: number }> {
    const { payments, records, keys } = Counts.parse(await (await fetch(`${this.#url}/counts`)).json());
    if (payments !== records || payments !== keys) throw new Error(`${payments} payments, ${records} records, ${keys} keys`);
    return { made: payments, expected: this.#sent + this.#sentBare };
  }

  async stop(): Promise<void> {
    const ended = once(this.#server, 'exit');
    this.#server.stdin?.end();
    await ended;
  }
}
