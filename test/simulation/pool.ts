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

export interface BatchResult {
  readonly plan: Plan;
  readonly findings: Findings;
}

/** Runs the batches in so many processes; `onBatch` hears of each as it is done and says whether to go on. */
export const runBatches = async (
  batches: readonly Plan[],
  processes: number,
  onBatch: (result: BatchResult) => boolean = () => true,
): Promise<Findings> => {
  const results = new Array<Findings | undefined>(batches.length);
  let next = 0;
  let isStopped = false;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = fork(new URL('worker.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
      let current = -1;
      worker.on('error', reject);
      worker.on('exit', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`A worker ended with ${code ?? 'a signal'} in the batch of seed ${batches[current]?.seed ?? 'none'}.`));
      });
      worker.on('message', (message: Findings | 'ready') => {
        const plan = batches[current];
        if (message !== 'ready' && plan) {
          results[current] = message;
          if (!onBatch({ plan, findings: message })) isStopped = true;
        }
        current = next;
        next += 1;
        const following = isStopped ? undefined : batches[current];
        if (following) worker.send({ ...following, off: [...following.off] });
        else worker.disconnect();
      });
    });
  await Promise.all(Array.from({ length: Math.max(1, Math.min(processes, batches.length)) }, work));
  return results.reduce<Findings>((sum, one) => (one ? addFindings(sum, one) : sum), noFindings);
};
