/**
 * Kills the endpoint under load as often as it is told to, starts it again each time, and holds what it has against what it said.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { loadKeys } from '../../../demo/endpoint/keys.js';
import { parsePortfolio } from '../../../demo/endpoint/portfolio-file.js';
import { seedPortfolio } from '../../../demo/endpoint/seed.js';
import { openStore, type Store } from '../../../demo/endpoint/store/open.js';
import { createCaller, type Caller } from '../../demo/endpoint/support/caller.js';
import type { TestDatabase } from '../../demo/endpoint/support/fresh-database.js';
import { testPortfolio } from '../../demo/endpoint/support/portfolio.js';
import { addViolations, audit, moreOf, noViolations, type Violations } from './audit.js';
import { isSettled, type Attempt } from './book.js';
import { settle, startLoad } from './load.js';

export interface KillFigures {
  readonly kills: number;
  /** Keys whose payment was acknowledged, before the kill or when asked for afterwards. */
  readonly acknowledged: number;
  readonly voided: number;
  /** Keys whose end was not known when the process was killed. */
  readonly unknown: number;
  readonly violations: Violations;
}

interface Running {
  readonly child: ChildProcess;
  readonly call: Caller;
}

/** Milliseconds of load before a kill, at most. */
const longestLoad = 400;

const start = async (file: string, { dataFolder, databaseUrl }: TestDatabase): Promise<Running> => {
  const child = spawn(process.execPath, [file], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      ASPIRE_PAY_DATA: dataFolder,
      ASPIRE_PAY_RATE_FACTOR: '1000000',
      ASPIRE_PAY_SCHEDULE_S: '0',
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endIt = (): void => void child.kill('SIGKILL');
  process.once('exit', endIt);
  child.once('exit', () => process.removeListener('exit', endIt));
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`the endpoint ended with ${String(code)} before it was killed`);
  });
  const ready = (async (): Promise<string> => {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^Endpoint ready at (\S+)$/.exec(line)?.[1];
      if (url !== undefined) return url;
    }
    return exited;
  })();
  const url = await Promise.race([ready, exited]);
  exited.catch(() => undefined);
  return { child, call: createCaller(url) };
};

/** SIGKILL: no goodbye, no flush. */
const kill = async ({ child }: Running): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
};

/** Nobody but the endpoint has the file open while it is killed: it must recover by itself. */
export const withStore = async <Result>(
  { dataFolder, databaseUrl }: TestDatabase,
  work: (store: Store) => Promise<Result>,
): Promise<Result> => {
  const store = await openStore({ dataFolder, databaseUrl });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

const seed = (database: TestDatabase): Promise<boolean> =>
  withStore(database, (store) => {
    const tools = { ...loadKeys(database.dataFolder), random: (bytes: number) => randomBytes(bytes), now: () => new Date() };
    return seedPortfolio(store, parsePortfolio(testPortfolio()), tools);
  });

/** What the bank has taken is no longer in flight, so that there is always something left to pay. */
const post = async ({ db }: Store): Promise<void> => {
  await db.updateTable('payments').set({ status: 'paid' }).where('status', 'in', ['pending', 'scheduled']).execute();
};

const loadAndKill = async (running: Running): Promise<Attempt[]> => {
  const load = startLoad(running.call);
  // Now and then before anything was acknowledged; else in the middle of it.
  if (randomInt(5) > 0) await Promise.race([load.warm, load.ended]);
  await new Promise((waited) => setTimeout(waited, randomInt(longestLoad)));
  await kill(running);
  return load.ended;
};

export interface KillPlan {
  readonly database: TestDatabase;
  /** From `bundleEndpoint`. */
  readonly file: string;
  readonly times: number;
  /** After each kill was looked at; the endpoint is up again. */
  readonly onKill?: (kills: number) => unknown;
}

/** One kill and what came of it. */
const survey = async (database: TestDatabase, call: Caller, attempts: readonly Attempt[]): Promise<Omit<KillFigures, 'kills'>> => {
  const unsettled = attempts.filter((attempt) => !isSettled(attempt));
  // What was acknowledged is asked for once more, too: the answer must be the same.
  await Promise.all(attempts.map((attempt) => settle(call, attempt)));
  const violations = await withStore(database, async (store) => {
    const found = await audit(store, attempts);
    await post(store);
    return found;
  });
  return {
    acknowledged: attempts.filter(({ accepted }) => accepted.size > 0).length,
    voided: attempts.filter(({ isVoided }) => isVoided).length,
    unknown: unsettled.length,
    violations,
  };
};

/** What was acknowledged before one kill must outlive every later one: all keys of the run are looked at once more in its end. */
export const runKills = async ({ database, file, times, onKill }: KillPlan): Promise<KillFigures> => {
  await seed(database);
  const everyAttempt: Attempt[] = [];
  let figures: KillFigures = { kills: 0, acknowledged: 0, voided: 0, unknown: 0, violations: noViolations };
  let running = await start(file, database);
  try {
    for (let kills = 1; kills <= times; kills += 1) {
      const attempts = await loadAndKill(running);
      everyAttempt.push(...attempts);
      running = await start(file, database);
      const { acknowledged, voided, unknown, violations } = await survey(database, running.call, attempts);
      figures = {
        kills,
        acknowledged: figures.acknowledged + acknowledged,
        voided: figures.voided + voided,
        unknown: figures.unknown + unknown,
        violations: addViolations(figures.violations, violations),
      };
      await onKill?.(kills);
    }
    const inTheEnd = await withStore(database, (store) => audit(store, everyAttempt));
    figures = { ...figures, violations: moreOf(figures.violations, inTheEnd) };
  } finally {
    // Also when something went wrong: no process of ours outlives the run.
    await kill(running);
  }
  return figures;
};
