/** What a person does at the element under measurement, and when its answer is painted. Finds by what is written. */
import type { Page } from 'puppeteer-core';

const root = `document.querySelector('aspire-pay').shadowRoot`;
const heading = `(${root}.querySelector('[part~="heading"]')?.textContent ?? '')`;
const button = (name: string): string =>
  `[...${root}.querySelectorAll('button')].find((one) => one.textContent.replace(/\\s+/g, ' ').trim().startsWith('${name}'))`;

export const press = async (page: Page, name: string): Promise<void> => {
  const handle = (await page.evaluateHandle(button(name))).asElement();
  if (!handle) throw new Error(`There is no button “${name}”.`);
  await (handle as unknown as { click(): Promise<void> }).click();
  // Held by the browser's tools it would hold the whole list it stood in.
  await handle.dispose();
};

/** Begins to wait before `act` does anything, so that nothing is missed. Milliseconds from just before the act to the painted answer. */
const timed = async (page: Page, isThere: string, act: () => Promise<unknown>): Promise<number> => {
  await page.evaluate(
    `void (window.answer = (() => { const from = performance.now(); return bench.until(() => ${isThere}).then((at) => at - from); })())`,
  );
  await act();
  return (await page.evaluate('window.answer')) as number;
};

/** The same from inside the page, where what is done is a change of a field. */
const timedInPage = async (page: Page, act: string, isThere: string): Promise<number> =>
  (await page.evaluate(
    `(() => { const from = performance.now(); ${act}; return bench.until(() => ${isThere}).then((at) => at - from); })()`,
  )) as number;

const isSettled = `${root}.querySelector('[aria-busy="true"]') === null`;
const firstContract = `(${root}.querySelector('[part="contract"]')?.textContent ?? '')`;

export const actions = {
  search: (page: Page, text: string): Promise<number> =>
    timedInPage(
      page,
      `const field = ${root}.querySelector('#search'); field.value = '${text}'; field.dispatchEvent(new Event('change', { bubbles: true }))`,
      `${root}.querySelectorAll('[part="contract"]').length === 1 && ${isSettled}`,
    ),
  empty: (page: Page, contracts: number): Promise<number> =>
    timedInPage(
      page,
      `const field = ${root}.querySelector('#search'); field.value = ''; field.dispatchEvent(new Event('change', { bubbles: true }))`,
      `${root}.querySelectorAll('[part="contract"]').length === ${contracts} && ${isSettled}`,
    ),
  sort: (page: Page, order: 'open' | 'dueDate'): Promise<number> =>
    timedInPage(
      page,
      `const before = ${firstContract}; const field = ${root}.querySelector('#sort'); field.value = '${order}'; field.dispatchEvent(new Event('change', { bubbles: true }))`,
      `${firstContract} !== before && ${isSettled}`,
    ),
  turn: async (page: Page, name: string): Promise<number> => {
    await page.evaluate(`window.before = ${firstContract}`);
    return timed(page, `${firstContract} !== window.before && ${isSettled}`, () => press(page, name));
  },
  select: (page: Page): Promise<number> => timed(page, `${heading}.includes('Pay contract')`, () => press(page, 'Pay this contract')),
  back: (page: Page): Promise<number> => timed(page, `bench.rows() > 0`, () => press(page, 'Back')),
} as const;

/** The rest of a long list is drawn behind its first contracts. */
export const whole = async (page: Page): Promise<void> => {
  await page.evaluate(`bench.until(() => ${root}.querySelector('#rest') === null)`);
};

/** Presses *Refresh* and waits until everything has come. */
export const refresh = async (page: Page): Promise<void> => {
  await press(page, 'Refresh');
  await page.evaluate(`bench.until(() => ${isSettled})`);
};

export const ready = async (page: Page): Promise<number> =>
  (await page.evaluate(
    `bench.until(() => (${root}?.querySelectorAll('[part="contract"]').length ?? 0) > 0).then((at) => at - performance.getEntriesByName('script')[0].startTime)`,
  )) as number;

export { root };
