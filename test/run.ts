/**
 * `npm test`: a build, the Node tests, then the browser tests in every engine, then one closing line of totals.
 * `--node` or `--browser` runs one kind; file names narrow the run and leave coverage out. Must not know what is tested.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { runInEngine } from './support/browser-run.js';
import { chooseEngines, tellMissing } from './support/browsers.js';
import { runInNode } from './support/node-run.js';
import { startWorlds } from './support/worlds/start.js';
import { addTotals, noTests, type Totals } from './support/totals.js';

const isBrowserFile = (name: string): boolean => name.includes('.browser.test');

const runBrowsers = async (files: string[], measuresCoverage: boolean): Promise<Totals> => {
  const chosen = chooseEngines();
  const worlds = await startWorlds();
  let totals = noTests;
  try {
    for (const found of chosen) {
      console.log(`\nBrowser tests in ${found.engine} (${found.executable})\n`);
      const run = { files, measuresCoverage: measuresCoverage && found.engine === 'chromium', worldsUrl: worlds.url };
      totals = addTotals(totals, await runInEngine(found, run));
    }
  } finally {
    await worlds.stop();
  }
  return totals;
};

/** The tests of the package look at what is built. A build that fails is one failure; the other tests still run. */
const build = (): Totals => {
  console.log('Building\n');
  // By its script where npm runs this: on Windows `npm` is a batch file, which isn't started without a shell.
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const { status } = spawnSync(command, [...first, 'run', '--silent', 'build'], { stdio: 'inherit' });
  return status === 0 ? noTests : { ...noTests, failed: 1 };
};

interface Plan {
  isNarrowed: boolean;
  /** Undefined: that kind isn't run. */
  nodeFilters: string[] | undefined;
  browserFiles: string[] | undefined;
}

const readPlan = (): Plan => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { node: { type: 'boolean' }, browser: { type: 'boolean' } },
  });
  const browserFiles = positionals.filter(isBrowserFile);
  const nodeFilters = positionals.filter((name) => !isBrowserFile(name));
  if (positionals.length === 0) {
    return {
      isNarrowed: false,
      nodeFilters: values.browser === true ? undefined : [],
      browserFiles: values.node === true ? undefined : ['test/**/*.browser.test.ts'],
    };
  }
  return {
    isNarrowed: true,
    nodeFilters: nodeFilters.length > 0 ? nodeFilters : undefined,
    browserFiles: browserFiles.length > 0 ? browserFiles : undefined,
  };
};

/** Told in the end, where it is read. */
let missing: string | undefined;

/** Some Node tests drive browsers, too: what is missing is installed once, before several of them look for it. */
const prepareBrowsers = (areFewNeeded: boolean): void => {
  try {
    missing = tellMissing(chooseEngines());
  } catch (error) {
    // The others are run all the same.
    if (!areFewNeeded) throw error;
    console.error(error instanceof Error ? error.message : error);
  }
};

const run = async ({ isNarrowed, nodeFilters, browserFiles }: Plan): Promise<Totals> => {
  if (!isNarrowed || browserFiles) prepareBrowsers(browserFiles === undefined);
  let totals = isNarrowed ? noTests : build();
  if (nodeFilters) totals = addTotals(totals, await runInNode({ filters: nodeFilters, measuresCoverage: !isNarrowed }));
  if (browserFiles) totals = addTotals(totals, await runBrowsers(browserFiles, !isNarrowed));
  if (totals.skipped === 0 || isNarrowed) return totals;
  console.error(`${totals.skipped} tests were skipped; each counts as failed, since a test that isn't run proves nothing.`);
  return addTotals(totals, { ...noTests, failed: totals.skipped });
};

const main = async (): Promise<void> => {
  let totals = noTests;
  try {
    totals = await run(readPlan());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    totals = addTotals(totals, { ...noTests, failed: 1 });
  }
  if (totals.passed + totals.failed === 0) console.error('No test ran.');
  for (const failure of totals.failures) console.error(`\nFailed: ${failure}`);
  if (missing !== undefined) console.log(`\n${missing}`);
  // Leaves only when the line is out: a pipe may still hold it.
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`, () => {
    process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
  });
};

// Ends the children too, by their exit handlers, when the run is interrupted.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
await main();
