/**
 * `npm test`: the Node tests, then the browser tests in every engine, then one closing line of totals.
 * `--node` or `--browser` runs one kind; file names narrow the run and leave coverage out. Must not know what is tested.
 */
import { parseArgs } from 'node:util';
import { runInEngine } from './support/browser-run.js';
import { chooseEngines } from './support/browsers.js';
import { runInNode } from './support/node-run.js';
import { addTotals, noTests, type Totals } from './support/totals.js';

const isBrowserFile = (name: string): boolean => name.includes('.browser.test');

const runBrowsers = async (files: string[], measuresCoverage: boolean): Promise<Totals> => {
  let totals = noTests;
  for (const found of chooseEngines()) {
    console.log(`\nBrowser tests in ${found.engine} (${found.executable})\n`);
    totals = addTotals(totals, await runInEngine(found, { files, measuresCoverage: measuresCoverage && found.engine === 'chromium' }));
  }
  return totals;
};

const run = async (): Promise<Totals> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { node: { type: 'boolean' }, browser: { type: 'boolean' } },
  });
  const isNarrowed = positionals.length > 0;
  const browserFiles = positionals.filter(isBrowserFile);
  const nodeFilters = positionals.filter((name) => !isBrowserFile(name));
  const wantsNode = values.node === true || (values.browser !== true && (!isNarrowed || nodeFilters.length > 0));
  const wantsBrowser = values.browser === true || (values.node !== true && (!isNarrowed || browserFiles.length > 0));
  let totals = noTests;
  if (wantsNode) totals = addTotals(totals, await runInNode({ filters: nodeFilters, measuresCoverage: !isNarrowed }));
  if (wantsBrowser) totals = addTotals(totals, await runBrowsers(isNarrowed ? browserFiles : ['test/**/*.browser.test.ts'], !isNarrowed));
  if (totals.skipped === 0 || isNarrowed) return totals;
  console.error(`${totals.skipped} tests were skipped; each counts as failed, since a test that isn't run proves nothing.`);
  return addTotals(totals, { ...noTests, failed: totals.skipped });
};

const main = async (): Promise<void> => {
  let totals = noTests;
  try {
    totals = await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    totals = addTotals(totals, { ...noTests, failed: 1 });
  }
  if (totals.passed + totals.failed === 0) console.error('No test ran.');
  // Leaves only when the line is out: a pipe may still hold it.
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`, () => {
    process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
  });
};

// Ends the children too, by their exit handlers, when the run is interrupted.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
await main();
