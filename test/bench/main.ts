/**
 * `npm run bench -- --rounds N`, after a build: the element beside what a team would write instead, in one headless Chromium, rounds
 * interleaved. Prints tables and leaves them with a picture in test/bench/results; asserts nothing by the clock.
 */
import { parseArgs } from 'node:util';
import { startWorlds } from '../support/worlds/start.js';
import { Chromium } from './browser/driver.js';
import { measurePresses, type Presses } from './browser/interaction.js';
import { measurePaint } from './browser/paint.js';
import { drawChart, writeTables, type FirstView } from './browser/report.js';
import { measureScale, type Scale } from './browser/scale.js';
import { readScripts } from './browser/scripts.js';
import { startSite } from './browser/site.js';
import { createFleet } from './browser/worlds.js';
import { leave } from './leave.js';
import { describeMachine } from './machine.js';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '12' }, contracts: { type: 'string', default: '10,100,1000,10000' } },
});
const rounds = Number(values.rounds);
const sizes = values.contracts.split(',').map(Number);
if (!Number.isSafeInteger(rounds) || rounds < 1 || !sizes.every(Number.isSafeInteger))
  throw new Error('--rounds and --contracts take whole numbers');

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
    const small = await createFleet(worlds.url, site.address, 10);
    const firstViews: FirstView[] = [];
    const presses: Presses[] = [];
    for (const slowness of [1, 4]) {
      say(`First view, ${slowness}×`);
      firstViews.push({ slowness, found: await measurePaint({ chromium, site, scripts, endpoint: small, rows: 100, slowness, rounds }) });
      say(`Presses, ${slowness}×`);
      presses.push(await measurePresses({ chromium, site, script: ours, endpoint: small, slowness, rounds }));
    }
    await small.world.close();
    const scales: Scale[] = [];
    for (const contracts of sizes) {
      say(`${contracts} contracts`);
      const fleet = await createFleet(worlds.url, site.address, contracts);
      scales.push(await measureScale({ chromium, site, script: ours, fleet, contracts, rounds }));
      await fleet.world.close();
    }
    const report = { machine, firstViews, scales, presses };
    const tables = writeTables(report);
    leave('element.md', tables);
    leave('first-view.svg', drawChart(report));
    console.log(tables);
  } finally {
    site.close();
    await chromium.close();
    await worlds.stop();
  }
};

await run();
