/**
 * `npm run test:axe`: axe over the share that every change is held to. `-- --all`: over every state × brand × scheme × language
 * in every engine there is, for hours; `--brand` and `--locale`, each as often as wanted, narrow that. Ends with one line of figures.
 */
import { parseArgs } from 'node:util';
import { runInEngine } from '../support/browser-run.js';
import { chooseEngines } from '../support/browsers.js';
import { addTotals, noTests, type Totals } from '../support/totals.js';
import { startWorlds } from '../support/worlds/start.js';

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    brand: { type: 'string', multiple: true, default: [] },
    locale: { type: 'string', multiple: true, default: [] },
  },
});

const share = ['test/views/states.browser.test.ts', 'test/accessibility/axe-*.browser.test.ts'];

const walk = async (): Promise<{ readonly totals: Totals; readonly engines: readonly string[] }> => {
  const worlds = await startWorlds();
  const engines = chooseEngines();
  let totals = noTests;
  try {
    for (const found of engines) {
      console.log(`\naxe in ${found.engine} (${found.executable})\n`);
      const run = {
        files: values.all ? ['test/axe/whole.axe.ts'] : share,
        measuresCoverage: false,
        worldsUrl: worlds.url,
        settings: { brands: values.brand, locales: values.locale },
        finishTimeoutMs: 12 * 3_600_000,
      };
      totals = addTotals(totals, await runInEngine(found, run));
    }
  } finally {
    await worlds.stop();
  }
  return { totals, engines: engines.map(({ engine }) => engine) };
};

const { totals, engines } = await walk();
for (const failure of totals.failures) console.error(`\nFailed: ${failure}`);
const what = values.all ? 'screens' : 'tests';
const closing = `${totals.passed} ${what} without a violation, ${totals.failed} with; in ${engines.join(', ')}`;
// Leaves only when the line is out: a pipe may still hold it.
process.stdout.write(`\n${closing}\n`, () => process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1));
