/** A payer in a browser that a Node test drives: finds by what is written on it, presses, waits. Knows the element's words only. */
import { setTimeout as rest } from 'node:timers/promises';
import { untilRead, type DrivenBrowser } from './driven-browser.js';

const root = "document.querySelector('aspire-pay').shadowRoot";
const plain = "replace(/[\\s\\u00a0\\u202f]+/g, ' ')";
const button = (name: string): string =>
  `([...${root}.querySelectorAll('button')].find((one) => one.textContent.${plain}.trim().startsWith(${JSON.stringify(name)})) ?? null)`;

/** The page's text holds this. */
export const sees = (browser: DrivenBrowser, text: string | RegExp): Promise<void> => {
  const all = `(${root}?.textContent ?? '').${plain}`;
  const isThere = typeof text === 'string' ? `${all}.includes(${JSON.stringify(text)})` : `${String(text)}.test(${all})`;
  return untilRead(browser, isThere, `the text “${String(text)}”`, all);
};

export const press = async (browser: DrivenBrowser, name: string): Promise<void> => {
  await untilRead(browser, `${button(name)} !== null`, `the button “${name}”`);
  await browser.click(button(name));
};

/** From the list, by its first contract, to a payment that was sent. `opening` is what the site calls the button that begins it. */
export const pay = async (browser: DrivenBrowser, opening = 'Pay this contract'): Promise<void> => {
  await press(browser, opening);
  await untilRead(browser, `${root}.querySelector('input[name="account"]:checked') !== null`, 'a chosen bank account');
  await press(browser, 'Review payment');
  await untilRead(browser, `${root}.querySelector('input[type="checkbox"]') !== null`, 'the review');
  await browser.click(`${root}.querySelector('input[type="checkbox"]')`);
  // A press in the first half second is held.
  await rest(700);
  await press(browser, 'Authorize payment of');
};
