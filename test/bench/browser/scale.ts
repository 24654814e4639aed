/** What a first view, a search, an order, a page and the choice of a contract cost with ten, a hundred, a thousand, ten thousand contracts. */
import { summarize, type Series } from '../stats.js';
import type { Chromium, Visit } from './driver.js';
import { actions, ready } from './payer.js';
import { blocking } from './probe.js';
import type { Script } from './scripts.js';
import type { Site } from './site.js';
import type { FleetWorld } from './worlds.js';

export interface Scale {
  readonly contracts: number;
  readonly steps: Readonly<Record<string, Series>>;
  readonly blocked: Series;
  readonly mostRows: number;
  /** After rubbish was collected: when everything was done once, and when it was done so many times more. */
  readonly heap: { readonly before: number; readonly after: number };
}

type Note = (step: string, ms: number) => void;

const heapOf = async ({ devtools }: Visit): Promise<number> => {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
};

const useOnce = async ({ page }: Visit, contracts: number, note: Note): Promise<number> => {
  let most = 0;
  const look = async (): Promise<void> => {
    most = Math.max(most, (await page.evaluate('bench.rows()')) as number);
  };
  await look();
  if (contracts > 20) {
    note('sort', await actions.sort(page, 'open'));
    await look();
    note('sort', await actions.sort(page, 'dueDate'));
    note('next page', await actions.turn(page, 'Next contracts'));
    await look();
    note('previous page', await actions.turn(page, 'Previous contracts'));
    note('search', await actions.search(page, '300-0070000-007'));
    await look();
    note('search emptied', await actions.empty(page, 20));
  }
  note('select', await actions.select(page));
  note('back', await actions.back(page));
  await look();
  return most;
};

export interface ScalePlan {
  readonly chromium: Chromium;
  readonly site: Site;
  readonly script: Script;
  readonly fleet: FleetWorld;
  readonly contracts: number;
  readonly rounds: number;
}

export const measureScale = async ({ chromium, site, script, fleet, contracts, rounds }: ScalePlan): Promise<Scale> => {
  const steps = new Map<string, number[]>();
  const note: Note = (step, ms) => void steps.set(step, [...(steps.get(step) ?? []), ms]);
  site.show({ code: script.code, html: script.html, isModule: false });
  site.connect(fleet, false);
  const blocked: number[] = [];
  return chromium.visit(1, async (visit) => {
    const { page } = visit;
    for (let round = 0; round < rounds; round += 1) {
      await page.goto(`${site.address}/`);
      note('first view', await ready(page));
      await page.evaluate('new Promise((done) => setTimeout(done, 200))');
      blocked.push((await page.evaluate(blocking)) as number);
    }
    // What is compiled and made once, at the first use of each journey, is no growth.
    await useOnce(visit, contracts, () => undefined);
    const before = await heapOf(visit);
    let mostRows = 0;
    for (let round = 0; round < rounds; round += 1) mostRows = Math.max(mostRows, await useOnce(visit, contracts, note));
    const after = await heapOf(visit);
    const series = Object.fromEntries([...steps].map(([step, times]) => [step, summarize(times)]));
    return { contracts, steps: series, blocked: summarize(blocked), mostRows, heap: { before, after } };
  });
};
