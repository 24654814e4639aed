/**
 * One world: a fresh database file, the real endpoint over it, a clock of its own, faults in front, a log behind them.
 * Must not know which test it is for.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createEndpoint, type EndpointDeps } from '../../../demo/endpoint/app.js';
import { tokenOf } from '../../../demo/endpoint/portfolio-checks.js';
import { parsePortfolio } from '../../../demo/endpoint/portfolio-file.js';
import { seedPortfolio } from '../../../demo/endpoint/seed.js';
import { changeLender, readOnlyLender } from '../../../demo/endpoint/store/lender.js';
import { openStore } from '../../../demo/endpoint/store/open.js';
import { startScheduleWorker, type ScheduleWorker } from '../../../demo/endpoint/worker.js';
import { createFaults, type Faults, type Handler } from '../../../demo/faults.js';
import { buildPortfolio, defaultNow } from '../portfolio.js';
import { WorldClock } from './clock.js';
import { post, type Posting } from './postings.js';
import type { LenderChange, WorldOptions } from './protocol.js';
import { RequestLog } from './request-log.js';

export const apiPath = '/api/aspire-pay/v1';
const tenMinutes = 600;

interface Parts {
  readonly folder: string;
  readonly deps: EndpointDeps;
  readonly clock: WorldClock;
  readonly tokens: Record<string, string>;
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
  readonly faults: Faults = createFaults();
  readonly log = new RequestLog();
  readonly handle: Handler;
  readonly #deps: EndpointDeps;
  readonly #folder: string;
  readonly #worker: ScheduleWorker;

  constructor(id: string, { folder, deps, clock, tokens }: Parts) {
    this.id = id;
    this.tokens = tokens;
    this.clock = clock;
    this.#deps = deps;
    this.#folder = folder;
    this.#worker = startScheduleWorker(deps, 200);
    const base = `/w/${id}${apiPath}`;
    const app = new Hono().route(base, createEndpoint(deps).app);
    this.handle = this.faults.wrap(
      this.log.wrap((request, bindings) => app.fetch(request, bindings), base),
      base,
    );
  }

  /** The tables a test asks about, as they are stored. */
  async rows() {
    const { db } = this.#deps.store;
    return {
      payments: await db.selectFrom('payments').selectAll().orderBy('created_at').orderBy('position').execute(),
      payment_keys: await db.selectFrom('payment_keys').selectAll().orderBy('created_at').execute(),
      alternate_efts: await db.selectFrom('alternate_efts').selectAll().orderBy('created_at').execute(),
      bank_accounts: await db.selectFrom('bank_accounts').selectAll().orderBy('created_at').execute(),
    };
  }

  async changeLender(change: LenderChange): Promise<void> {
    const { db } = this.#deps.store;
    const { id } = (await readOnlyLender(db)).lender;
    await changeLender(db, id, {
      ...(change.features && { features: withoutGaps(change.features) }),
      ...(change.bankAccounts && { bankAccounts: change.bankAccounts }),
    });
    const columns = { ...limitColumns(change), ...calendarColumns(change) };
    if (Object.keys(columns).length > 0) await db.updateTable('lenders').set(columns).where('id', '=', id).execute();
  }

  async post(posting: Posting): Promise<void> {
    await post(this.#deps.store, posting);
  }

  async close(): Promise<void> {
    this.faults.clear();
    this.faults.release();
    await this.faults.settle();
    await this.#worker.stop();
    await this.#deps.store.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Optional keys that hold nothing are left out: what isn't named stays. */
const withoutGaps = <Value>(values: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter((pair): pair is [string, Value] => pair[1] !== undefined));

/** Makes the database, seeds it and mounts the endpoint. `origins` may call it from a page. */
export const createOneWorld = async (id: string, options: WorldOptions, origins: readonly string[]): Promise<OneWorld> => {
  const start = options.now ?? defaultNow;
  const clock = new WorldClock(start);
  const portfolio = parsePortfolio(options.portfolio ?? buildPortfolio(start.slice(0, 10)));
  const folder = await mkdtemp(join(tmpdir(), 'aspire-pay-world-'));
  const store = await openStore({ dataFolder: folder });
  const deps: EndpointDeps = {
    store,
    now: () => clock.now(),
    random: (bytes) => randomBytes(bytes),
    sealingKey: randomBytes(32),
    authorizationKey: randomBytes(32),
    origins,
    log: () => undefined,
    scheduleSeconds: options.scheduleSeconds ?? tenMinutes,
  };
  await seedPortfolio(store, portfolio, deps);
  return new OneWorld(id, { folder, deps, clock, tokens: Object.fromEntries(portfolio.payers.map((payer) => [payer.id, tokenOf(payer)])) });
};
