/** The mouse where one command of the runner's is too slow. For single clicks use `sendMouse` of its commands. */
import { executeServerCommand } from '@web/test-runner-commands';

/** Presses and lets go `times` times at one place, with nothing between: each click is trusted, in every engine. */
export const clickRepeatedly = async (position: readonly [number, number], times: number): Promise<void> => {
  await executeServerCommand('click-repeatedly', { position, times });
};
