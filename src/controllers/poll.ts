/**
 * Keeps something up to date while somebody is looking. Knows nothing of what.
 */
import type { Environment } from '../client/environment.js';

const pollMs = 30_000;

/** Calls back every half minute, give or take a tenth so that pages don't march in step, until the signal fires. */
export const poll = async (environment: Environment, signal: AbortSignal, work: () => Promise<void>): Promise<void> => {
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    await environment.wait(pollMs * (0.9 + 0.2 * environment.random()), signal);
    if (!isOver() && environment.isVisible() && environment.isOnline()) await work();
  }
};
