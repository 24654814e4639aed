/**
 * Spreads batches of scripts over processes. A batch has a seed of its own, so that what it finds can be run alone.
 * Must not know what a script is.
 */
import { fork } from 'node:child_process';
import { addFindings, noFindings, type Findings, type Plan } from './runner.js';

const scriptsPerBatch = 500;

/** The batches of a run: each with a seed of its own, from the run’s. */
export const batchesOf = (plan: Plan): Plan[] =>
  Array.from({ length: Math.ceil(plan.runs / scriptsPerBatch) }, (_, index) => ({
    ...plan,
    seed: plan.seed + index,
    runs: Math.min(scriptsPerBatch, plan.runs - index * scriptsPerBatch),
  }));

/** The batch in which a script of the run is, counted from 1. */
export const batchOf = (plan: Plan, script: number): Plan => {
  const batch = batchesOf(plan)[Math.ceil(script / scriptsPerBatch) - 1];
  if (!batch) throw new Error(`The run has no script ${script}.`);
  return batch;
};

export interface Pool {
  /** The worker’s start as one file. */
  readonly worker: string;
  readonly processes: number;
}

export interface BatchRun {
  /** No batch is begun after one in which something was found; what ran beside it and comes after it is not counted. */
  readonly stopsWhenFound?: boolean;
  readonly onBatch?: (scripts: number) => void;
}

/** What the first of these found, up to the first that found anything. */
const upToFound = (results: readonly (Findings | undefined)[]): (Findings | undefined)[] => {
  const found = results.findIndex((result) => (result?.broken ?? 0) > 0);
  return found < 0 ? [...results] : results.slice(0, found + 1);
};

const sum = (results: readonly (Findings | undefined)[]): Findings =>
  results.reduce<Findings>((total, one) => (one ? addFindings(total, one) : total), noFindings);

/** Runs the batches in so many processes. */
export const runBatches = async (
  batches: readonly Plan[],
  { worker: file, processes }: Pool,
  { stopsWhenFound = false, onBatch }: BatchRun = {},
): Promise<Findings> => {
  const results = new Array<Findings | undefined>(batches.length);
  let next = 0;
  let isStopped = false;
  const take = (findings: Findings, index: number): void => {
    results[index] = findings;
    if (stopsWhenFound && findings.broken > 0) isStopped = true;
    onBatch?.(findings.scripts);
  };
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = fork(file, { execArgv: [] });
      let current = -1;
      worker.on('error', reject);
      worker.on('exit', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`A worker ended with ${code ?? 'a signal'} in the batch of seed ${batches[current]?.seed ?? 'none'}.`));
      });
      worker.on('message', (message: Findings | 'ready') => {
        if (message !== 'ready') take(message, current);
        current = next;
        next += 1;
        const following = isStopped ? undefined : batches[current];
        if (following) worker.send({ ...following, off: [...following.off] });
        else worker.disconnect();
      });
    });
  await Promise.all(Array.from({ length: Math.max(1, Math.min(processes, batches.length)) }, work));
  return sum(stopsWhenFound ? upToFound(results) : results);
};
