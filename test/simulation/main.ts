/**
 * `npm run test:simulation -- --runs N [--seed S] [--workers W]`: N scripts against the shipped modules and the real endpoint.
 * `--seed S --path P` replays one script and shows it; `--protections` takes each protection away and prints what is found.
 */
import { parseArgs } from 'node:util';
import { bundleForNode } from '../support/node-bundle.js';
import { batchesOf, batchOf, runBatches, type Pool } from './pool.js';
import { allOn, trials, type Off } from './protections.js';
import { closingLine, isProven, replayLine, table, type TrialResult } from './reports.js';
import { addFindings, findFailure, openStage, readable, type Findings, type Plan } from './runner.js';

const readNumber = (text: string | undefined, usual: number): number => {
  const number = Number(text ?? usual);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text ?? ''} is not a whole number.`);
  return number;
};

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    workers: { type: 'string' },
    protections: { type: 'boolean' },
  },
});

const seed = readNumber(values.seed, 1);
const processes = readNumber(values.workers, 2);
const planOf = (runs: number): Plan => ({ shape: 'everything', off: allOn, seed, runs });

/** Finds the failure again, shrunk or as the path says, and prints it. Whether there was one. */
const show = async (plan: Plan, path: string | undefined): Promise<boolean> => {
  const stage = await openStage();
  const failure = await findFailure(stage, plan, path);
  if (failure) console.log(`${await readable(stage, failure)}\n\nReplay it: ${replayLine(failure)}\n`);
  await stage.close();
  return failure !== undefined;
};

/** Whatever is done with processes of the simulation: bundled once, so that nothing is translated while they run. */
const withPool = async <Result>(work: (pool: Pool) => Promise<Result>): Promise<Result> => {
  const bundle = await bundleForNode('test/simulation/worker.ts');
  return work({ worker: bundle.file, processes }).finally(() => bundle.remove());
};

const simulate = async (runs: number, pool: Pool): Promise<boolean> => {
  const start = performance.now();
  let [done, told] = [0, 0];
  const plan = planOf(runs);
  const onBatch = (scripts: number): void => {
    done += scripts;
    if (done - told < 20_000) return;
    told = done;
    console.log(`${done} scripts so far`);
  };
  const findings = await runBatches(batchesOf(plan), pool, { stopsWhenFound: true, onBatch });
  const ms = performance.now() - start;
  if (findings.firstAt !== undefined) await show(batchOf(plan, findings.firstAt), undefined);
  console.log(closingLine(findings, { seed, ms }));
  return findings.broken === 0;
};

/** A protection that matters is missed within so many scripts. */
const mostUntilFound = 20_000;

/** All of them, and where they find nothing more, up to the first that does. */
const runUntilFound = async (plan: Plan, pool: Pool): Promise<Findings> => {
  const batches = batchesOf(plan);
  const findings = await runBatches(batches, pool);
  if (findings.broken > 0) return findings;
  const more = { ...plan, seed: plan.seed + batches.length, runs: Math.max(mostUntilFound - plan.runs, 0) };
  return addFindings(findings, await runBatches(batchesOf(more), pool, { stopsWhenFound: true }));
};

const tryOut = async (runs: number, pool: Pool): Promise<boolean> => {
  const results: TrialResult[] = [];
  for (const trial of trials) {
    const plan = (off: Off, count: number): Plan => ({ ...planOf(count), shape: trial.shape, off });
    const without = await runUntilFound(plan(new Set([...trial.othersOff, trial.protection]), runs), pool);
    const kept = await runBatches(batchesOf(plan(new Set(trial.othersOff), without.scripts)), pool);
    results.push({ trial, without, with: kept });
  }
  console.log(table(results));
  const proven = results.filter(isProven).length;
  const scripts = results.reduce((sum, { without, with: kept }) => sum + without.scripts + kept.scripts, 0);
  console.log(`${proven} of ${trials.length} protections proven in ${scripts} scripts, seed ${seed}`);
  return proven === trials.length;
};

const replay = async (path: string): Promise<boolean> => {
  const wasFound = await show({ ...planOf(1) }, path);
  if (!wasFound) console.log(`The script at ${path} of seed ${seed} breaks nothing.`);
  return !wasFound;
};

const run = (): Promise<boolean> => {
  if (values.path !== undefined) return replay(values.path);
  const runs = readNumber(values.runs, 2_000);
  return withPool((pool) => (values.protections === true ? tryOut(runs, pool) : simulate(runs, pool)));
};

process.exitCode = (await run()) ? 0 : 1;
