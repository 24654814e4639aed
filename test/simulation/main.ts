/**
 * `npm run test:simulation -- --runs N [--seed S] [--workers W]`: N scripts against the shipped modules and the real endpoint.
 * `--seed S --path P` replays one script and shows it; `--protections` takes each protection away and prints what is found.
 */
import { parseArgs } from 'node:util';
import { batchesOf, runBatches } from './pool.js';
import { allOn, trials, type Off } from './protections.js';
import { closingLine, isProven, replayLine, table, type TrialResult } from './reports.js';
import { findFailure, openStage, readable, type Plan } from './runner.js';

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

const simulate = async (runs: number): Promise<boolean> => {
  const start = performance.now();
  let failed: Plan | undefined;
  let [done, told] = [0, 0];
  const findings = await runBatches(batchesOf(planOf(runs)), processes, ({ plan, findings: { broken, scripts } }) => {
    done += scripts;
    if (broken > 0) failed ??= plan;
    if (done - told >= 20_000) {
      told = done;
      console.log(`${done} scripts so far`);
    }
    return broken === 0;
  });
  const ms = performance.now() - start;
  if (failed) await show(failed, undefined);
  console.log(closingLine(findings, { seed, ms }));
  return findings.broken === 0;
};

const tryOut = async (runs: number): Promise<boolean> => {
  const results: TrialResult[] = [];
  for (const trial of trials) {
    const run = (off: Off): Promise<TrialResult['with']> => runBatches(batchesOf({ ...planOf(runs), shape: trial.shape, off }), processes);
    const without = await run(new Set([...trial.othersOff, trial.protection]));
    results.push({ trial, without, with: await run(new Set(trial.othersOff)) });
  }
  console.log(table(results));
  const proven = results.filter(isProven).length;
  console.log(`${proven} of ${trials.length} protections proven, ${runs} scripts each with and without, seed ${seed}`);
  return proven === trials.length;
};

const replay = async (path: string): Promise<boolean> => {
  const wasFound = await show({ ...planOf(1) }, path);
  if (!wasFound) console.log(`The script at ${path} of seed ${seed} breaks nothing.`);
  return !wasFound;
};

const run = (): Promise<boolean> => {
  if (values.path !== undefined) return replay(values.path);
  return values.protections === true ? tryOut(readNumber(values.runs, 20_000)) : simulate(readNumber(values.runs, 2_000));
};

process.exitCode = (await run()) ? 0 : 1;
