/**
 * `npm run bench -- --rounds N`, after a build: the element beside what a team would write instead, in one headless Chromium, rounds
 * interleaved. Prints tables and leaves them with a picture in test/bench/results. Asserts nothing by the clock; fails where a count is not
 * as it should be: requests, what moves, what typing draws.
 */
import { parseArgs } from 'node:util';
import { measureFiles } from '../size/measured.js';
import { listFirstView, wholeScript } from '../size/shipped.js';
import { startWorlds } from '../support/worlds/start.js';
import { drawChart } from './browser/chart.js';
import { findFaults } from './browser/counts.js';
import { Chromium } from './browser/driver.js';
import { measurePresses, type Presses } from './browser/interaction.js';
import { measurePaint } from './browser/paint.js';
import { takeMarkup } from './browser/markup.js';
import { measureParsing, type Parsing } from './browser/parsing.js';
import { writeTables, type FirstView, type Report } from './browser/report.js';
import { measureScale } from './browser/scale.js';
import { readScripts } from './browser/scripts.js';
import { startSite } from './browser/site.js';
import { createFleet, type FleetWorld } from './browser/worlds.js';
import { leave } from './leave.js';
import { describeMachine } from './machine.js';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '12' }, contracts: { type: 'string', default: '10,100,1000,10000' } },
});
const rounds = Number(values.rounds);
const sizes = values.contracts.split(',').map(Number);
if (!Number.isSafeInteger(rounds) || rounds < 1 || !sizes.every(Number.isSafeInteger))
  throw new Error('--rounds and --contracts take whole numbers');

/** Between a phone and a lender's site. */
const phoneLatencyMs = 150;

const say = (what: string): void => void process.stderr.write(`${what}\n`);

const run = async (): Promise<void> => {
  const chromium = await Chromium.open();
  const worlds = await startWorlds();
  const site = await startSite();
  try {
    const machine = describeMachine(await chromium.version());
    const scripts = await readScripts();
    const ours = scripts.find(({ subject }) => subject === 'aspire-pay');
    if (!ours) throw new Error('The element is not among the scripts.');
    const create = (contracts: number, invoices?: number): Promise<FleetWorld> =>
      createFleet(worlds.url, site.address, { contracts, invoices });
    const small = await create(10);
    const page = await create(50, 2);
    const firstViews: FirstView[] = [];
    const parsings: Parsing[] = [];
    const presses: Presses[] = [];
    const rows = 100;
    const beside = [...scripts, await takeMarkup({ chromium, site, script: ours, endpoint: small, rows })];
    const paint = async (slowness: number, latencyMs: number): Promise<void> => {
      say(`First view, ${slowness}×, ${latencyMs} ms away`);
      const found = await measurePaint({ chromium, site, scripts: beside, endpoint: small, rows, slowness, latencyMs, rounds });
      firstViews.push({ slowness, latencyMs, found });
    };
    for (const slowness of [1, 4]) {
      await paint(slowness, 0);
      say(`Parsing, ${slowness}×`);
      parsings.push(await measureParsing({ chromium, site, endpoint: page, slowness, rounds }));
      say(`Presses, ${slowness}×`);
      presses.push(await measurePresses({ chromium, site, script: ours, endpoint: small, slowness, rounds }));
    }
    await paint(4, phoneLatencyMs);
    await Promise.all([small.world.close(), page.world.close()]);
    say(`${sizes.join(', ')} contracts`);
    const fleets: FleetWorld[] = [];
    for (const contracts of sizes) fleets.push(await create(contracts));
    const scales = await measureScale({ chromium, site, script: ours, fleets, rounds });
    await Promise.all(fleets.map(({ world }) => world.close()));
    const gzip = { script: measureFiles([wholeScript]).gzip, firstView: measureFiles(listFirstView()).gzip };
    const report: Report = { machine, rounds, gzip, firstViews, parsings, scales, presses };
    const tables = writeTables(report);
    leave('element.md', tables);
    leave('first-view.svg', drawChart(report));
    console.log(tables);
    for (const fault of findFaults(report)) {
      say(fault);
      process.exitCode = 1;
    }
  } finally {
    site.close();
    await chromium.close();
    await worlds.stop();
  }
};

await run();
