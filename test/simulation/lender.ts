/**
 * The lender's side: the real endpoint over the real database, the back office that posts, and what is stored as the checks read it.
 * Answers to reads are kept until something they depend on is written, because scripts ask the same again and again.
 * Must not know pages or payers.
 */
import { createEndpoint, type EndpointDeps } from '../../demo/endpoint/app.js';
import { newVersion } from '../../demo/endpoint/ids.js';
import { tokenOf } from '../../demo/endpoint/portfolio-checks.js';
import { parsePortfolio } from '../../demo/endpoint/portfolio-file.js';
import { seedPortfolio } from '../../demo/endpoint/seed.js';
import { createChance } from './chance.js';
import { openMemoryDatabase, type MemoryDatabase } from './database.js';
import { isPayment } from './fates.js';
import { contracts, portfolio, startsAt, type ContractId, type Person } from './people.js';
import type { VirtualClock } from './virtual-clock.js';

/** A request as it arrives. */
export interface Delivery {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface StoredPayment {
  readonly id: string;
  readonly payer_id: string;
  readonly key: string;
  readonly contract_id: string;
  readonly created_at: string;
}

export interface StoredKey {
  readonly payer_id: string;
  readonly key: string;
  readonly state: 'accepted' | 'voided';
  readonly created_at: string;
}

const apiBase = 'https://lender.example';
const firstVersion = 'first';

const moneyTables = ['contracts', 'contract_payers', 'invoices', 'charges', 'payments', 'elsewhere_in_flight'] as const;

/** The tables an answer depends on besides the request; undefined for what is asked anew each time. */
const tablesBehind = ({ method, path }: Delivery): readonly string[] | undefined => {
  if (path === '/payments/preview') return ['lenders', 'payers', 'bank_accounts', ...moneyTables];
  if (method !== 'GET' || path.startsWith('/payments')) return undefined;
  if (path.startsWith('/contracts')) return ['lenders', 'payers', ...moneyTables];
  return path.startsWith('/bank-accounts') ? ['lenders', 'payers', 'bank_accounts'] : ['lenders', 'payers'];
};

const mostKept = 5_000;

/** What is asked within a minute is answered with the time of the first answer. */
const withoutTime = (text: string): string => text.replace(/"asOf":"[^"]*"/g, '');

export class Lender {
  /** Every line the endpoint wrote to its log. */
  readonly log: string[] = [];
  /** Answers that were kept and are others by now: looked for where it is checked. */
  readonly outdated: string[] = [];
  /** Whether versions stand still, as at an endpoint that has none. */
  hasStandingVersions = false;
  readonly #database: MemoryDatabase;
  readonly #clock: VirtualClock;
  readonly #deps: EndpointDeps;
  readonly #app: ReturnType<typeof createEndpoint>['app'];
  readonly #isChecked: boolean;
  #chance = createChance(0);
  readonly #kept = new Map<string, Reply>();

  private constructor(database: MemoryDatabase, clock: VirtualClock, isChecked: boolean) {
    this.#database = database;
    this.#clock = clock;
    this.#isChecked = isChecked;
    this.#deps = {
      store: database.store,
      now: () => new Date(clock.now),
      random: (bytes) => this.#chance.bytes(bytes),
      sealingKey: new Uint8Array(32).fill(7),
      authorizationKey: new Uint8Array(32).fill(9),
      origins: [],
      log: (entry) => void this.log.push(JSON.stringify(entry)),
      // No script comes near the usual ones; what a limit does to a request is one of its fates.
      rateLimits: 'none',
      scheduleSeconds: 86_400,
    };
    this.#app = createEndpoint(this.#deps).app;
  }

  /** Where it is checked, what was kept is asked for all the same and compared. */
  static async open(clock: VirtualClock, { isChecked = false } = {}): Promise<Lender> {
    clock.reset(startsAt);
    const database = await openMemoryDatabase();
    const lender = new Lender(database, clock, isChecked);
    await seedPortfolio(database.store, parsePortfolio(portfolio), lender.#deps);
    database.run(`update contracts set version = '${firstVersion}'`);
    database.keep();
    lender.reset(0);
    return lender;
  }

  close(): Promise<void> {
    return this.#database.store.close();
  }

  /** As on the first day. */
  reset(luck: number): void {
    this.#database.restore();
    this.hasStandingVersions = false;
    this.#chance = createChance(luck);
    this.log.length = 0;
    if (this.#kept.size > mostKept) this.#kept.clear();
  }

  async deliver(delivery: Delivery): Promise<Reply> {
    const name = this.#nameOf(delivery);
    const kept = name === undefined ? undefined : this.#kept.get(name);
    if (kept && !this.#isChecked) return kept;
    const reply = await this.#answer(delivery);
    if (kept && withoutTime(kept.text) !== withoutTime(reply.text)) this.outdated.push(`${kept.text} is kept for ${name ?? ''}`);
    // Something was written meanwhile: nobody knows which moment the answer is of.
    if (name !== undefined && name === this.#nameOf(delivery)) this.#kept.set(name, reply);
    if (isPayment(delivery)) this.#holdVersions();
    return reply;
  }

  /** Same request, same state, same minute (which settles the day and the cut-off), same answer: only `asOf` is finer. */
  #nameOf(delivery: Delivery): string | undefined {
    const tables = tablesBehind(delivery);
    if (!tables) return undefined;
    const { path, headers, body = '' } = delivery;
    const moment = body === '' ? Math.floor(this.#clock.now / 60_000) : this.#clock.now;
    return [this.#database.states.of(tables), moment, headers['authorization'], headers['aspire-pay-payer'], path, body].join(' ');
  }

  async #answer({ method, path, headers, body }: Delivery): Promise<Reply> {
    const request = new Request(apiBase + path, { method, headers, ...(body === undefined ? {} : { body }) });
    const response = await this.#app.fetch(request);
    const text = response.status === 204 ? '' : await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), text };
  }

  #holdVersions(): void {
    if (this.hasStandingVersions) this.#database.run(`update contracts set version = '${firstVersion}'`);
  }

  /** A change in the back office that touches no sum. */
  touch(contract: ContractId): void {
    this.#database.run(`update contracts set version = '${newVersion(this.#deps.random)}' where id = '${contract}'`);
    this.#holdVersions();
  }

  /** What is under way has arrived: paid, and open falls by as much, oldest first. */
  settle(contract: ContractId): void {
    const database = this.#database;
    const [sum] = database.all(
      `select cast(coalesce(sum(amount_value), 0) as integer) as paid from payments where contract_id = '${contract}' and status = 'pending'`,
    ) as { paid: number }[];
    let left = sum?.paid ?? 0;
    for (const number of [1, 2]) {
      const id = `${contract}-${number}`;
      const [row] = database.all(`select open_value from invoices where id = '${id}'`) as { open_value: number }[];
      const taken = Math.min(row?.open_value ?? 0, left);
      left -= taken;
      database.run(`update invoices set open_value = open_value - ${taken} where id = '${id}'`);
      database.run(`update charges set open_value = open_value - ${taken} where invoice_id = '${id}'`);
      database.run(`update contracts set open_value = open_value - ${taken} where id = '${contract}'`);
      this.#lowerLists(contract, id, taken);
    }
    database.run(`update payments set status = 'paid' where contract_id = '${contract}' and status = 'pending'`);
    this.touch(contract);
  }

  /** What stands beside contract and invoice in the payers' lists. */
  #lowerLists(contract: ContractId, invoice: string, by: number): void {
    const payers = `payer_id in (select payer_id from contract_payers where contract_id = '${contract}') and status = 'open'`;
    const dueDate = `(select due_date from invoices where id = '${invoice}')`;
    this.#database.run(`update contract_payers set open_order = open_order + ${by} where contract_id = '${contract}'`);
    this.#database.run(`update payer_sums set open_value = open_value - ${by} where ${payers}`);
    this.#database.run(`update payer_dues set open_value = open_value - ${by} where ${payers} and due_date = ${dueDate}`);
  }

  switchPayments(areOn: boolean): void {
    this.#database.run(`update lenders set features = '{"payments":${areOn}}'`);
  }

  payments(): StoredPayment[] {
    if (this.#database.states.isAtStart) return [];
    return this.#database.all('select id, payer_id, key, contract_id, created_at from payments order by created_at') as StoredPayment[];
  }

  keys(): StoredKey[] {
    if (this.#database.states.isAtStart) return [];
    return this.#database.all('select payer_id, key, state, created_at from payment_keys order by created_at') as StoredKey[];
  }
}

/** The token the endpoint knows a person by. */
export const tokens: Readonly<Record<Person, string>> = { ada: tokenOf({ id: 'ada' }), ben: tokenOf({ id: 'ben' }) };

export const isContract = (id: string): id is ContractId => (contracts as readonly string[]).includes(id);
