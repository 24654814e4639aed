/** Keys pressed together, or held, in a browser test. For single keys and text use `sendKeys` of the runner's commands. */
import { executeServerCommand } from '@web/test-runner-commands';

/** Presses the keys in order and lets them go in reverse: `pressTogether('Shift', 'Tab')`. Works in every engine. */
export const pressTogether = async (...keys: string[]): Promise<void> => {
  await executeServerCommand('press-together', keys);
};

/** Holds a key until it has been down `times` times. One engine can't hold: it presses as often. */
export const holdKey = async (key: string, times: number): Promise<void> => {
  await executeServerCommand('hold-key', { key, times });
};
