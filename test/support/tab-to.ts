/** The way of a payer who has a keyboard alone: Tab, until what is looked for has the focus. Knows no screen. */
import { sendKeys } from '@web/test-runner-commands';
import type { Payer } from './payer.js';

const most = 60;

export const tabTo = async (payer: Payer, name: string): Promise<void> => {
  for (let press = 0; press < most; press += 1) {
    if (payer.focused.startsWith(name)) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`${most} times Tab did not reach “${name}”, but “${payer.focused}”`);
};
