/**
 * From the script's first line to so many invoices on the screen, for each script in turn and round by round: what the machine does
 * meanwhile falls on all alike.
 */
import { setTimeout as rest } from 'node:timers/promises';
import { summarize, type Series } from '../stats.js';
import type { Chromium, Visit } from './driver.js';
import { tasks, type Tasks } from './probe.js';
import { countRequests, type Asked } from './requests.js';
import type { Script } from './scripts.js';
import type { Endpoint, Site } from './site.js';

export interface PaintPlan {
  readonly chromium: Chromium;
  readonly site: Site;
  readonly scripts: readonly Script[];
  readonly endpoint: Endpoint;
  readonly rows: number;
  readonly slowness: number;
  /** How long each answer takes on its way; 0 for a site on this machine. */
  readonly latencyMs: number;
  readonly rounds: number;
}

export interface Painted {
  readonly script: Script;
  readonly painted: Series;
  readonly blocked: Series;
  readonly longest: Series;
  readonly layoutShift: number;
  readonly asked: Asked;
  /** Requests that were under way before the first was answered. */
  readonly together: number;
}

interface Once extends Tasks {
  readonly ms: number;
  readonly shift: number;
}

/** Long tasks and shifts are told a little later. */
const toldAfter = 200;
/** What is sent when nobody waits any more counts, too. */
const askedUntil = 2_000;

/** As the browser counts them: nothing else of the line is slowed. */
const unbounded = -1;

const open = async ({ site, rows, latencyMs }: PaintPlan, script: Script, { page, devtools }: Visit): Promise<number> => {
  site.show({ code: script.code, html: script.html, isModule: script.subject !== 'aspire-pay' });
  if (latencyMs > 0) {
    const line = { offline: false, latency: latencyMs, downloadThroughput: unbounded, uploadThroughput: unbounded };
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', line);
  }
  await page.goto(`${site.address}/`);
  return (await page.evaluate(`bench.painted(${rows})`)) as number;
};

const measureOnce = (plan: PaintPlan, script: Script): Promise<Once> =>
  plan.chromium.visit(plan.slowness, async (visit) => {
    const ms = await open(plan, script, visit);
    await rest(toldAfter);
    const { page } = visit;
    const shift = (await page.evaluate('bench.shifts')) as number;
    return { ms, shift, ...((await page.evaluate(tasks)) as Tasks) };
  });

/** In visits of their own, which are no rounds: they are cold, and noting takes time. */
const countOnce = async (plan: PaintPlan, script: Script): Promise<Pick<Painted, 'asked' | 'together'>> => {
  const { chromium, slowness, site, endpoint } = plan;
  const visit = (): Promise<Asked> =>
    chromium.visit(slowness, async (found) => {
      const count = await countRequests(found, site.address);
      await open(plan, script, found);
      await rest(askedUntil);
      return count();
    });
  site.connect(endpoint, true);
  const asked = await visit();
  const together = site.gather(asked.endpoint.length);
  await visit();
  return { asked, together: together() };
};

export const measurePaint = async (plan: PaintPlan): Promise<Painted[]> => {
  const found: (Pick<Painted, 'script' | 'asked' | 'together'> & { readonly times: Once[] })[] = [];
  for (const script of plan.scripts) found.push({ script, ...(await countOnce(plan, script)), times: [] });
  plan.site.connect(plan.endpoint, true);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const { script, times } of found) times.push(await measureOnce(plan, script));
  }
  return found.map(({ times, ...counted }) => ({
    ...counted,
    painted: summarize(times.map(({ ms }) => ms)),
    blocked: summarize(times.map(({ blocked }) => blocked)),
    longest: summarize(times.map(({ longest }) => longest)),
    layoutShift: Math.max(...times.map(({ shift }) => shift)),
  }));
};
