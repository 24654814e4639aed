/**
 * One world: a fresh database file, the real endpoint over it, a clock of its own, a log of what reaches it.
 * Must not know which test it is for.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Hono } from 'hono';
import { buildLargePortfolio } from '../../../demo/portfolio/build-portfolio.js';
import { createMailbox, type Mailbox } from '../../../demo/back-office/mailbox.js';
import { createEndpoint, type EndpointDeps, type LogEntry } from '../../../demo/endpoint/app.js';
import { tokenOf } from '../../../demo/endpoint/portfolio-checks.js';
import { parsePortfolio } from '../../../demo/endpoint/portfolio-file.js';
import { seedPortfolio } from '../../../demo/endpoint/seed.js';
import { changeLender, readOnlyLender } from '../../../demo/endpoint/store/lender.js';
import { openStore } from '../../../demo/endpoint/store/open.js';
import { startScheduleWorker, type ScheduleWorker } from '../../../demo/endpoint/worker.js';
import { createVault, type Vault } from '../../../demo/bank-fields/vault.js';
import type { Handler } from '../../../demo/fault-queue.js';
import { buildPortfolio, defaultNow } from '../portfolio.js';
import { WorldClock } from './clock.js';
import { movePayments, post, type Posting } from './postings.js';
import type { LenderChange, PaymentsMove, WorldOptions } from './protocol.js';
import { RequestLog } from './request-log.js';
import { endpointDeps } from '../endpoint-deps.js';

export const apiPath = '/api/aspire-pay/v1';
/** Where the endpoint of a world is mounted. */
export const basePathOf = (id: string): string => `/w/${id}${apiPath}`;
const tenMinutes = 600;

interface Parts {
  readonly folder: string;
  readonly deps: EndpointDeps;
  readonly clock: WorldClock;
  readonly tokens: Record<string, string>;
  readonly said: readonly LogEntry[];
  readonly mailbox: Mailbox;
  /** Hosted bank fields whose tokens this world's endpoint exchanges. */
  readonly vault: Vault;
}

const limitColumns = ({ limits }: LenderChange) => ({
  ...(limits?.currency !== undefined && { limit_currency: limits.currency }),
  ...(limits?.min !== undefined && { limit_min: limits.min }),
  ...(limits?.max !== undefined && { limit_max: limits.max }),
  ...(limits?.maxItems !== undefined && { max_items: limits.maxItems }),
});

const calendarColumns = ({ cutOff, horizonDays, closedDates }: LenderChange) => ({
  ...(cutOff !== undefined && { cut_off: cutOff }),
  ...(horizonDays !== undefined && { horizon_days: horizonDays }),
  ...(closedDates !== undefined && { closed_dates: JSON.stringify(closedDates) }),
});

export class OneWorld {
  readonly id: string;
  readonly tokens: Readonly<Record<string, string>>;
  readonly clock: WorldClock;
  readonly log = new RequestLog();
  /** What the endpoint wrote into its own log. */
  readonly said: readonly LogEntry[];
  readonly handle: Handler;
  /** What the lender's side works with. */
  readonly deps: EndpointDeps;
  /** Where the endpoint's mail went. */
  readonly mailbox: Mailbox;
  readonly vault: Vault;
  readonly #folder: string;
  readonly #worker: ScheduleWorker;

  constructor(id: string, { folder, deps, clock, tokens, said, mailbox, vault }: Parts) {
    this.id = id;
    this.said = said;
    this.vault = vault;
    this.tokens = tokens;
    this.clock = clock;
    this.deps = deps;
    this.mailbox = mailbox;
    this.#folder = folder;
    this.#worker = startScheduleWorker(deps, 200);
    const base = basePathOf(id);
    const app = new Hono().route(base, createEndpoint(deps).app);
    this.handle = this.log.wrap((request, bindings) => app.fetch(request, bindings), base);
  }

  /** The tables a test asks about, as they are stored. */
  async rows() {
    const { db } = this.deps.store;
    return {
      payments: await db.selectFrom('payments').selectAll().orderBy('created_at').orderBy('position').execute(),
      payment_keys: await db.selectFrom('payment_keys').selectAll().orderBy('created_at').execute(),
      alternate_efts: await db.selectFrom('alternate_efts').selectAll().orderBy('created_at').execute(),
      bank_accounts: await db.selectFrom('bank_accounts').selectAll().orderBy('created_at').execute(),
    };
  }

  async changeLender(change: LenderChange): Promise<void> {
    const { db } = this.deps.store;
    const { id } = (await readOnlyLender(db)).lender;
    await changeLender(db, id, {
      ...(change.features && { features: withoutGaps(change.features) }),
      ...(change.bankAccounts && { bankAccounts: change.bankAccounts }),
      ...(change.sessionMinutes !== undefined && { sessionMinutes: change.sessionMinutes }),
      ...(change.theme !== undefined && { theme: change.theme }),
    });
    const columns = { ...limitColumns(change), ...calendarColumns(change) };
    if (Object.keys(columns).length > 0) await db.updateTable('lenders').set(columns).where('id', '=', id).execute();
  }

  async post(posting: Posting): Promise<void> {
    await post(this.deps.store, posting, this.clock.now().toISOString().slice(0, 10));
  }

  async movePayments(move: PaymentsMove): Promise<void> {
    await movePayments(this.deps.store, move);
  }

  async close(): Promise<void> {
    await this.#worker.stop();
    await this.deps.store.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Optional keys that hold nothing are left out: what isn't named stays. */
const withoutGaps = <Value>(values: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter((pair): pair is [string, Value] => pair[1] !== undefined));

/** The sample bank fields, for pages of these origins. */
export const createWorldVault = (origins: readonly string[], now: () => number): Vault =>
  createVault({ isSite: (origin) => origins.includes(origin), now, root: resolve('.') });

/** Makes the database, seeds it and mounts the endpoint. `origins` may call it from a page. */
export const createOneWorld = async (id: string, options: WorldOptions, origins: readonly string[]): Promise<OneWorld> => {
  const start = options.now ?? defaultNow;
  const clock = new WorldClock(start);
  const today = start.slice(0, 10);
  const portfolio = parsePortfolio(options.portfolio ?? (options.isLarge === true ? buildLargePortfolio(today) : buildPortfolio(today)));
  const folder = await mkdtemp(join(tmpdir(), 'aspire-pay-world-'));
  const store = await openStore({ dataFolder: folder });
  const said: LogEntry[] = [];
  const mailbox = createMailbox();
  const vault = createWorldVault(origins, () => clock.now().getTime());
  const deps = endpointDeps(store, {
    now: () => clock.now(),
    origins,
    log: (entry) => void said.push(entry),
    scheduleSeconds: options.scheduleSeconds ?? tenMinutes,
    mail: mailbox.send,
    resolveBankToken: vault.resolve,
  });
  await seedPortfolio(store, portfolio, deps);
  const tokens = Object.fromEntries(portfolio.payers.map((payer) => [payer.id, tokenOf(payer)]));
  return new OneWorld(id, { folder, deps, clock, tokens, said, mailbox, vault });
};
