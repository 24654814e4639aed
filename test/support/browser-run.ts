/**
 * Runs the browser tests (`*.browser.test.ts`) in one engine and counts them.
 * Must not know what is tested; the engine is started and stopped here.
 */
import { relative, resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, startTestRunner, type TestRunnerConfig, type TestSession } from '@web/test-runner';
import * as z from 'zod/mini';
import type { FoundEngine } from './browsers.js';
import { serveGuides } from './guide-pages.js';
import { serveLate } from './late.js';
import { clickRepeatedly, holdKey, pressTogether, startEngine } from './launchers.js';
import { nameLitPolicy, servePages, strictPages } from './strict-page.js';
import { addTotals, noTests, tellFailure, type Totals } from './totals.js';

type Reporter = NonNullable<TestRunnerConfig['reporters']>[number];
type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];
type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];
type Suite = NonNullable<TestSession['testResults']>;

export interface BrowserRun {
  files: string[];
  /** Coverage is measured in Chromium alone, and only where all tests run: its thresholds mean nothing for a part. */
  measuresCoverage: boolean;
  /** Where the tests get their worlds, see worlds.ts. */
  worldsUrl: string;
  /** What a test may ask of the run; nothing where it isn't said. */
  settings?: Readonly<Record<string, unknown>>;
  /** How long one file may take; five minutes where it isn't said. */
  finishTimeoutMs?: number;
}

/** A misspelt key here would be accepted in silence by the runner: the threshold stands under `threshold`, in the singular. */
const coverageConfig = {
  include: ['src/**/*.ts'],
  exclude: ['**/node_modules/**', 'test/**', 'demo/**'],
  threshold: { statements: 92, branches: 85, functions: 88, lines: 92 },
  reportDir: 'coverage/browser',
  reporters: ['text-summary', 'lcovonly'],
} satisfies TestRunnerConfig['coverageConfig'];

const countTest = (where: readonly string[], { name, passed, skipped, error }: Suite['tests'][number]): Totals => {
  if (passed) return { ...noTests, passed: 1 };
  if (skipped) return { ...noTests, skipped: 1 };
  return { ...noTests, failed: 1, failures: [tellFailure([...where, name], error?.message)] };
};

const countSuite = (above: readonly string[], suite: Suite): Totals => {
  const where = [...above, suite.name];
  const own = suite.tests.map((test) => countTest(where, test)).reduce(addTotals, noTests);
  return suite.suites.map((within) => countSuite(where, within)).reduce(addTotals, own);
};

/** A file that failed without a failed test (it didn't load, or threw outside one) counts as one failure. */
const countSession = (session: TestSession): Totals => {
  const where = [session.browser.name, relative('.', session.testFile)];
  const totals = session.testResults ? countSuite(where, session.testResults) : noTests;
  if (session.passed !== false || totals.failed > 0) return totals;
  const reason = session.errors.map(({ message }) => message).join('\n');
  return addTotals(totals, { ...noTests, failed: 1, failures: [tellFailure(where, reason)] });
};

const HoldKey = z.object({ key: z.string(), times: z.int() });

const hold = ({ browser, id }: Pick<TestSession, 'browser' | 'id'>, { key, times }: z.infer<typeof HoldKey>): Promise<void> =>
  holdKey(browser, id, key, times);

const ClickRepeatedly = z.object({ position: z.tuple([z.int(), z.int()]), times: z.int() });

const clickTimes = (
  { browser, id }: Pick<TestSession, 'browser' | 'id'>,
  { position, times }: z.infer<typeof ClickRepeatedly>,
): Promise<void> => clickRepeatedly(browser, id, position, times);

/** Keys and mouse, beyond the runner's own commands. */
const hands: Plugin = {
  name: 'hands',
  executeCommand: async ({ command, payload, session }) => {
    if (command === 'press-together') await pressTogether(session.browser, session.id, z.array(z.string()).parse(payload));
    else if (command === 'hold-key') await hold(session, HoldKey.parse(payload));
    else if (command === 'click-repeatedly') await clickTimes(session, ClickRepeatedly.parse(payload));
    else return;
    return true;
  },
};

/** Tells the tests, on their own origin, where the worlds are and how they are run. */
const tellRun =
  ({ worldsUrl, settings = {} }: BrowserRun): Middleware =>
  async (context, next) => {
    if (context.path === '/__worlds') context.body = { url: worldsUrl };
    else if (context.path === '/__settings') context.body = settings;
    else await next();
  };

const createConfig = (
  run: BrowserRun,
  launcher: NonNullable<TestRunnerConfig['browsers']>[number],
  counter: Reporter,
): TestRunnerConfig => ({
  rootDir: resolve('.'),
  files: run.files,
  browsers: [launcher],
  // One page at a time: focus, keyboard and mouse belong to the page in front, and WebDriver has only one.
  concurrency: 1,
  nodeResolve: { exportConditions: ['browser', 'development'] },
  // Legacy decorators reach esbuild only by the absolute path of tsconfig.json.
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: resolve('tsconfig.json') }), hands, nameLitPolicy],
  middleware: [strictPages, tellRun(run), servePages, serveLate, serveGuides],
  reporters: [defaultReporter({ reportTestProgress: false }), counter],
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && /^(Lit is in dev mode|Multiple versions of Lit)/.test(arg)),
  testFramework: { config: { timeout: 60_000, forbidOnly: run.measuresCoverage } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: run.finishTimeoutMs ?? 600_000,
  staticLogging: true,
  coverage: run.measuresCoverage,
  coverageConfig,
});

/** Answers the counts; a missed coverage threshold, or an engine that ran no test, counts as one failure. */
export const runInEngine = async (found: FoundEngine, run: BrowserRun): Promise<Totals> => {
  const started = await startEngine(found);
  let totals = noTests;
  const counter: Reporter = {
    reportTestFileResults: ({ logger, sessionsForTestFile, testFile }) => {
      const { passed, failed } = sessionsForTestFile.map(countSession).reduce(addTotals, noTests);
      logger.log(`${failed === 0 ? '✓' : '✗'} ${relative('.', testFile)} (${passed} passed, ${failed} failed)`);
    },
    onTestRunFinished: ({ sessions }) => {
      totals = sessions.map(countSession).reduce(addTotals, noTests);
    },
  };
  try {
    const config = createConfig(run, started.launcher, counter);
    const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
    if (!runner) throw new Error(`The test runner did not start in ${found.engine}.`);
    const passed = await new Promise<boolean>((done) => {
      runner.on('stopped', done);
    });
    if (totals.failed > 0 || (passed && totals.passed > 0)) return totals;
    const why = totals.passed > 0 ? 'Every test passed, but the coverage above is below its threshold' : 'No test ran';
    console.error(`${why}: ${found.engine} counts as one failure.`);
    return addTotals(totals, { ...noTests, failed: 1, failures: [tellFailure([found.engine], why)] });
  } finally {
    started.stop();
  }
};
