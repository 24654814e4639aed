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
import { amounts, contracts, people, portfolio, startsAt, type ContractId, type Person } from './people.js';
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

/** What an answer depends on besides the request: reads whose answer can be kept, and by which of these it grows old. */
const parts = ['lender', 'accounts', 'money'] as const;
type Part = (typeof parts)[number];

const partsOf = ({ method, path }: Delivery): readonly Part[] | undefined => {
  if (path === '/payments/preview') return parts;
  if (method !== 'GET' || path.startsWith('/payments')) return undefined;
  if (path.startsWith('/contracts')) return ['lender', 'money'];
  return path.startsWith('/bank-accounts') ? ['lender', 'accounts'] : ['lender'];
};

const mostKept = 5_000;
const open = amounts.due + amounts.later;

const restore = `
  begin;
  delete from alternate_efts; delete from payments; delete from payment_keys; delete from account_keys;
  delete from bank_accounts where id not in (${people.map((person) => `'account-${person}'`).join(', ')});
  update contracts set version = '${firstVersion}', open_value = ${open}, due_order = '2026-11-06';
  update invoices set open_value = amount_value where open_value <> amount_value;
  update charges set open_value = amount_value where open_value <> amount_value;
  update lenders set features = '{}';
  commit;`;

export class Lender {
  /** Every line the endpoint wrote to its log. */
  readonly log: string[] = [];
  /** Whether versions stand still, as at an endpoint that has none. */
  hasStandingVersions = false;
  readonly #database: MemoryDatabase;
  readonly #clock: VirtualClock;
  readonly #app: ReturnType<typeof createEndpoint>['app'];
  #chance = createChance(0);
  #isPristine = true;
  #script = 0;
  /** How often each part was written since the first day. */
  #changes: Record<Part, number> = { lender: 0, accounts: 0, money: 0 };
  readonly #kept = new Map<string, Reply>();

  private constructor(database: MemoryDatabase, clock: VirtualClock) {
    this.#database = database;
    this.#clock = clock;
    const deps: EndpointDeps = {
      store: database.store,
      now: () => new Date(clock.now),
      random: (bytes) => this.#chance.bytes(bytes),
      sealingKey: new Uint8Array(32).fill(7),
      authorizationKey: new Uint8Array(32).fill(9),
      origins: [],
      log: (entry) => void this.log.push(JSON.stringify(entry)),
      scheduleSeconds: 86_400,
    };
    this.#deps = deps;
    this.#app = createEndpoint(deps).app;
  }

  readonly #deps: EndpointDeps;

  static async open(clock: VirtualClock): Promise<Lender> {
    clock.reset(startsAt);
    const lender = new Lender(await openMemoryDatabase(), clock);
    await seedPortfolio(lender.#database.store, parsePortfolio(portfolio), lender.#deps);
    lender.#isPristine = false;
    lender.reset(0);
    return lender;
  }

  close(): Promise<void> {
    return this.#database.store.close();
  }

  /** As on the first day. */
  reset(luck: number): void {
    if (!this.#isPristine) this.#database.exec(restore);
    this.#isPristine = true;
    this.#script += 1;
    this.#changes = { lender: 0, accounts: 0, money: 0 };
    this.hasStandingVersions = false;
    this.#chance = createChance(luck);
    this.log.length = 0;
    if (this.#kept.size > mostKept) this.#kept.clear();
  }

  async deliver(delivery: Delivery): Promise<Reply> {
    const name = this.#nameOf(delivery);
    const kept = name === undefined ? undefined : this.#kept.get(name);
    if (kept) return kept;
    if (name === undefined) this.#noteWrite(delivery);
    const reply = await this.#answer(delivery);
    if (name === undefined) this.#noteWrite(delivery);
    // Something was written meanwhile: nobody knows which moment the answer is of.
    else if (name === this.#nameOf(delivery)) this.#kept.set(name, reply);
    if (isPayment(delivery)) this.#holdVersions();
    return reply;
  }

  /** Same request, same state, same minute (which settles the day and the cut-off), same answer: only `asOf` is finer. */
  #nameOf(delivery: Delivery): string | undefined {
    const depends = partsOf(delivery);
    if (!depends) return undefined;
    const { path, headers, body = '' } = delivery;
    const moment = body === '' ? Math.floor(this.#clock.now / 60_000) : this.#clock.now;
    const changes = depends.map((part) => this.#changes[part]).join();
    const state = changes.replace(/[0,]/g, '') === '' ? '' : `${this.#script}:${changes}`;
    return [state, moment, headers['authorization'], headers['aspire-pay-payer'], path, body].join(' ');
  }

  #noteWrite({ method, path }: Delivery): void {
    if (method === 'GET') return;
    this.#isPristine = false;
    if (path === '/payments') this.#changes.money += 1;
    if (path === '/bank-accounts') this.#changes.accounts += 1;
  }

  async #answer({ method, path, headers, body }: Delivery): Promise<Reply> {
    const request = new Request(apiBase + path, { method, headers, ...(body === undefined ? {} : { body }) });
    const response = await this.#app.fetch(request);
    const text = response.status === 204 ? '' : await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), text };
  }

  #holdVersions(): void {
    if (this.hasStandingVersions) this.#database.exec(`update contracts set version = '${firstVersion}'`);
  }

  /** A change in the back office that touches no sum. */
  touch(contract: ContractId): void {
    this.#isPristine = false;
    this.#changes.money += 1;
    this.#database.exec(`update contracts set version = '${newVersion(this.#deps.random)}' where id = '${contract}'`);
    this.#holdVersions();
  }

  /** What is under way has arrived: paid, and open falls by as much, oldest first. */
  settle(contract: ContractId): void {
    this.#isPristine = false;
    const [sum] = this.#database.all(
      `select cast(coalesce(sum(amount_value), 0) as integer) as paid from payments where contract_id = '${contract}' and status = 'pending'`,
    ) as { paid: number }[];
    let left = sum?.paid ?? 0;
    for (const number of [1, 2]) {
      const id = `${contract}-${number}`;
      const [row] = this.#database.all(`select open_value from invoices where id = '${id}'`) as { open_value: number }[];
      const taken = Math.min(row?.open_value ?? 0, left);
      left -= taken;
      this.#database.exec(
        `update invoices set open_value = open_value - ${taken} where id = '${id}';
         update charges set open_value = open_value - ${taken} where invoice_id = '${id}';
         update contracts set open_value = open_value - ${taken} where id = '${contract}';`,
      );
    }
    this.#database.exec(`update payments set status = 'paid' where contract_id = '${contract}' and status = 'pending'`);
    this.touch(contract);
  }

  switchPayments(areOn: boolean): void {
    this.#isPristine = false;
    this.#changes.lender += 1;
    this.#database.exec(`update lenders set features = '{"payments":${areOn}}'`);
  }

  payments(): StoredPayment[] {
    if (this.#isPristine) return [];
    return this.#database.all('select id, payer_id, key, contract_id, created_at from payments order by created_at') as StoredPayment[];
  }

  keys(): StoredKey[] {
    if (this.#isPristine) return [];
    return this.#database.all('select payer_id, key, state, created_at from payment_keys order by created_at') as StoredKey[];
  }
}

/** The token the endpoint knows a person by. */
export const tokens: Readonly<Record<Person, string>> = { ada: tokenOf({ id: 'ada' }), ben: tokenOf({ id: 'ben' }) };

export const isContract = (id: string): id is ContractId => (contracts as readonly string[]).includes(id);
