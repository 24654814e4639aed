/** Keys pressed together in a browser test. For single keys and text use `sendKeys` of the runner's commands. */
import { executeServerCommand } from '@web/test-runner-commands';

/** Presses the keys in order and lets them go in reverse: `pressTogether('Shift', 'Tab')`. Works in every engine. */
export const pressTogether = async (...keys: string[]): Promise<void> => {
  await executeServerCommand('press-together', keys);
};
