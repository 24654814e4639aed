/**
 * Takes a lock where locks are to be had, and works without where they aren't: the contract version guards then.
 * Knows nothing of payments.
 */
import type { WithLock } from './environment.js';

const unlocked: WithLock = (_name, work) => work(true);

/** A browser may have locks and yet refuse them, as in a sandboxed frame; a payment must not hang on that. */
export const tolerant =
  (withLock: WithLock = unlocked): WithLock =>
  async (name, work) => {
    let hasBegun = false;
    const isOwnFault = (): boolean => !hasBegun;
    try {
      return await withLock(name, (isHeld) => {
        hasBegun = true;
        return work(isHeld);
      });
    } catch (error) {
      if (isOwnFault()) return work(true);
      throw error;
    }
  };
