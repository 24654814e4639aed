/**
 * From the script's first line to so many invoices on the screen, for each script in turn and round by round: what the machine does
 * meanwhile falls on all alike.
 */
import { summarize, type Series } from '../stats.js';
import type { Chromium } from './driver.js';
import { blocking } from './probe.js';
import type { Script } from './scripts.js';
import type { Endpoint, Site } from './site.js';

export interface PaintPlan {
  readonly chromium: Chromium;
  readonly site: Site;
  readonly scripts: readonly Script[];
  readonly endpoint: Endpoint;
  readonly rows: number;
  readonly slowness: number;
  readonly rounds: number;
}

export interface Painted {
  readonly script: Script;
  readonly painted: Series;
  readonly blocked: Series;
  readonly layoutShift: number;
  readonly requests: readonly string[];
  /** In a round or more all were under way before the first was answered. */
  readonly isParallel: boolean;
}

interface Once {
  readonly ms: number;
  readonly blocked: number;
  readonly shift: number;
  readonly isParallel: boolean;
}

/** When each request for data went out and was answered. */
const fetches = `performance.getEntriesByType('resource').filter((one) => one.initiatorType === 'fetch').map((one) => [one.startTime, one.responseEnd])`;

const measureOnce = ({ chromium, site, rows, slowness }: PaintPlan, script: Script): Promise<Once> =>
  chromium.visit(slowness, async ({ page }) => {
    site.show({ code: script.code, html: script.html, isModule: script.subject !== 'aspire-pay' });
    site.asked.length = 0;
    await page.goto(`${site.address}/`);
    const ms = (await page.evaluate(`bench.painted(${rows})`)) as number;
    // Long tasks and shifts are told a little later.
    await page.evaluate('new Promise((done) => setTimeout(done, 200))');
    const [blocked, shift] = (await page.evaluate(`[${blocking}, bench.shifts]`)) as [number, number];
    const fetched = (await page.evaluate(fetches)) as [number, number][];
    const isParallel = fetched.slice(1).every(([start]) => start < (fetched[0]?.[1] ?? 0));
    return { ms, blocked, shift, isParallel };
  });

export const measurePaint = async (plan: PaintPlan): Promise<Painted[]> => {
  const { site, scripts, endpoint, rounds } = plan;
  site.connect(endpoint, true);
  const found = new Map(scripts.map((script) => [script, { times: [] as Once[], asked: [] as string[] }]));
  // The first round is thrown away: what it meets is cold.
  for (let round = -1; round < rounds; round += 1) {
    for (const [script, { times, asked }] of found) {
      const once = await measureOnce(plan, script);
      if (round < 0) continue;
      times.push(once);
      asked.splice(0, asked.length, ...site.asked);
    }
  }
  return [...found].map(([script, { times, asked }]) => ({
    script,
    painted: summarize(times.map(({ ms }) => ms)),
    blocked: summarize(times.map(({ blocked }) => blocked)),
    layoutShift: Math.max(...times.map(({ shift }) => shift)),
    requests: asked,
    isParallel: times.some(({ isParallel }) => isParallel),
  }));
};
