/**
 * `npm run test:mutation`: changes the code on purpose, mutant by mutant, and counts those that no test notices.
 * `-- --area domain|submission|ledger` runs one area, `--mutate <pattern>` some files of it. The survivors are listed; one closing line of figures.
 */
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { areas, isAreaName, type AreaName } from './areas.js';

/** An area below this fails the command: a strong one doesn't make up for a weak one. In per cent. */
const bar = 90;

type Result = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

const isCaught = ({ status }: Result): boolean => status === 'Killed' || status === 'Timeout';
const isMissed = ({ status }: Result): boolean => status === 'Survived' || status === 'NoCoverage';

const runArea = async (name: AreaName, mutate: readonly string[], concurrency: number): Promise<Result[]> => {
  const { tests } = areas[name];
  process.env['ASPIRE_PAY_MUTATION_TESTS'] = JSON.stringify(tests);
  const results = await new Stryker({
    mutate: [...mutate],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency,
    // A change that makes a test slow is not noticed by it; one that makes it endless is.
    timeoutMS: 60_000,
    timeoutFactor: 3,
    tempDirName: `.cache/mutation-${name}`,
    ignorePatterns: ['dist', 'coverage', '.data', 'demo/site/*.png'],
    reporters: ['progress-append-only'],
    checkers: [],
    disableTypeChecks: false,
    thresholds: { high: 100, low: bar, break: null },
  }).runMutationTest();
  // Nothing changed or nothing run proves nothing.
  if (!results.some(isCaught)) throw new Error(`No test of ${name} noticed anything.`);
  return results;
};

/** An endless loop is caught, but worth a look: so is a machine that was busy. */
const words: Partial<Record<Result['status'], string>> = { NoCoverage: 'not run  ', Survived: 'survived ', Timeout: 'timed out' };

const tell = ({ fileName, location, mutatorName, replacement, status }: Result): void => {
  const text = replacement.replaceAll(/\s+/g, ' ').slice(0, 100);
  console.log(`${words[status] ?? status} ${fileName}:${location.start.line}:${location.start.column} ${mutatorName} → ${text}`);
};

const score = (results: readonly Result[]): number => {
  const caught = results.filter(isCaught).length;
  return (caught / (caught + results.filter(isMissed).length)) * 100;
};

/** Rounded down: what is below the bar doesn't read as on it. */
const inWords = (part: { name: AreaName; score: number }): string => `${part.name} ${(Math.floor(part.score * 10) / 10).toFixed(1)} %`;

const { values } = parseArgs({
  options: { area: { type: 'string' }, mutate: { type: 'string', multiple: true }, concurrency: { type: 'string', default: '2' } },
});
const { area } = values;
if (area !== undefined && !isAreaName(area)) throw new Error(`--area is one of ${Object.keys(areas).join(', ')}.`);
const names = area === undefined ? Object.keys(areas).filter(isAreaName) : [area];

const all: Result[] = [];
const parts: { name: AreaName; score: number }[] = [];
for (const name of names) {
  const results = await runArea(name, values.mutate ?? areas[name].mutate, Number(values.concurrency));
  results.filter(({ status }) => status in words).forEach(tell);
  all.push(...results);
  parts.push({ name, score: score(results) });
}
const missed = all.filter(isMissed).length;
console.log(
  `${all.filter(isCaught).length + missed} mutants, ${missed} not noticed: ${parts.map(inWords).join(', ')}; score ${score(all).toFixed(1)} %`,
);
process.exitCode = parts.every((part) => part.score >= bar) ? 0 : 1;
