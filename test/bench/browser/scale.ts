/**
 * What a first view, a search, an order, a page and the choice of a contract cost with ten, a hundred, a thousand, ten thousand contracts.
 * First views of all sizes are interleaved, each in a window of its own.
 */
import { setTimeout as rest } from 'node:timers/promises';
import { summarize, type Series } from '../stats.js';
import type { Chromium, Visit } from './driver.js';
import { actions, ready, whole } from './payer.js';
import { tasks, type Tasks } from './probe.js';
import type { Script } from './scripts.js';
import type { Site } from './site.js';
import type { FleetWorld } from './worlds.js';

export interface Busy {
  readonly blocked: Series;
  readonly longest: Series;
}

export interface Scale {
  readonly contracts: number;
  readonly firstView: Series;
  readonly steps: Readonly<Record<string, Series>>;
  /** Of a first view, and of a round of all steps. */
  readonly busy: { readonly firstView: Busy; readonly steps: Busy };
  readonly mostRows: number;
  /** After rubbish was collected: when everything was done once, and when it was done so many times more. */
  readonly heap: { readonly before: number; readonly after: number };
}

export interface ScalePlan {
  readonly chromium: Chromium;
  readonly site: Site;
  readonly script: Script;
  readonly fleets: readonly FleetWorld[];
  readonly rounds: number;
}

type Note = (step: string, ms: number) => void;

const summarizeTasks = (found: readonly Tasks[]): Busy => ({
  blocked: summarize(found.map(({ blocked }) => blocked)),
  longest: summarize(found.map(({ longest }) => longest)),
});

/** Since the page began or was asked last. Long tasks are told a little later. */
const takeTasks = async ({ page }: Visit): Promise<Tasks> => {
  await rest(200);
  return (await page.evaluate(`{ const found = ${tasks}; bench.long.length = 0; found }`)) as Tasks;
};

const heapOf = async ({ devtools }: Visit): Promise<number> => {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
};

const useOnce = async ({ page }: Visit, contracts: number, note: Note): Promise<number> => {
  let most = 0;
  const look = async (): Promise<void> => {
    await whole(page);
    most = Math.max(most, (await page.evaluate('bench.rows()')) as number);
  };
  await look();
  if (contracts > 20) {
    note('sort', await actions.sort(page, 'open'));
    await look();
    note('sort', await actions.sort(page, 'dueDate'));
    await look();
    note('next page', await actions.turn(page, 'Next contracts'));
    await look();
    note('previous page', await actions.turn(page, 'Previous contracts'));
    await look();
    note('search', await actions.search(page, '300-0070000-007'));
    await look();
    note('search emptied', await actions.empty(page, 20));
  }
  note('select', await actions.select(page));
  note('back', await actions.back(page));
  await look();
  return most;
};

const open = async ({ site, script }: ScalePlan, fleet: FleetWorld, { page }: Visit): Promise<number> => {
  site.show({ code: script.code, html: script.html, isModule: false });
  site.connect(fleet, false);
  await page.goto(`${site.address}/`);
  return ready(page);
};

interface First extends Tasks {
  readonly ms: number;
}

const openOnce = (plan: ScalePlan, fleet: FleetWorld): Promise<First> =>
  plan.chromium.visit(1, async (visit) => {
    const ms = await open(plan, fleet, visit);
    return { ms, ...(await takeTasks(visit)) };
  });

const useFleet = (plan: ScalePlan, fleet: FleetWorld) =>
  plan.chromium.visit(1, async (visit) => {
    const { contracts } = fleet;
    const steps = new Map<string, number[]>();
    const note: Note = (step, ms) => void steps.set(step, [...(steps.get(step) ?? []), ms]);
    await open(plan, fleet, visit);
    // What is compiled and made once, at the first use of each journey, is no growth.
    await useOnce(visit, contracts, () => undefined);
    const before = await heapOf(visit);
    await takeTasks(visit);
    const found: Tasks[] = [];
    let mostRows = 0;
    for (let round = 0; round < plan.rounds; round += 1) {
      mostRows = Math.max(mostRows, await useOnce(visit, contracts, note));
      found.push(await takeTasks(visit));
    }
    const series = Object.fromEntries([...steps].map(([step, times]) => [step, summarize(times)]));
    return { steps: series, mostRows, busy: summarizeTasks(found), heap: { before, after: await heapOf(visit) } };
  });

export const measureScale = async (plan: ScalePlan): Promise<Scale[]> => {
  const { fleets, rounds } = plan;
  const firsts = fleets.map((): First[] => []);
  // The first time a world is asked it is cold: that is no round.
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, fleet] of fleets.entries()) {
      const first = await openOnce(plan, fleet);
      if (round >= 0) firsts[index]?.push(first);
    }
  }
  const scales: Scale[] = [];
  for (const [index, fleet] of fleets.entries()) {
    const { busy, ...used } = await useFleet(plan, fleet);
    const own = firsts[index] ?? [];
    const firstView = summarize(own.map(({ ms }) => ms));
    scales.push({ contracts: fleet.contracts, firstView, ...used, busy: { firstView: summarizeTasks(own), steps: busy } });
  }
  return scales;
};
