/**
 * What a digit of an amount makes the element do: whether the list is drawn anew, and what of the page changes. The list is the contracts
 * with their invoices; where all are paid at once, the other contracts' rows. Each count is taken once more where it can't be 0.
 */
import type { Page } from 'puppeteer-core';
import { countCalls, type Calls } from './calls.js';
import type { Visit } from './driver.js';
import { actions, press, refresh, root } from './payer.js';

/** While an amount was typed, and when there was something to draw. */
export interface Counted {
  readonly typing: number;
  readonly otherwise: number;
}

export interface Typing {
  readonly digits: number;
  /** Calls of what draws the list; otherwise: when it was read anew. */
  readonly listCalls: Counted;
  /** Changes of the page in all, paying one contract. */
  readonly changes: number;
  /** Paying all: changes in rows other than the one typed in; otherwise: when another contract's amount was chosen. */
  readonly otherRows: Counted;
  /** Paying all: calls of what draws the form's rows. */
  readonly rowCalls: number;
}

const digits = '1234.56';
const ofList = ['src/views/contract-list.ts', 'src/views/contract.ts', 'src/views/invoice-table.ts'];
const ofRows = ['src/views/pay-lines.ts'];

const field = `${root}.querySelector('input[inputmode="decimal"]')`;

/** Counts what changes in the page, and what of it in rows that hold no focus. */
const watch = `
  bench.changes = { all: 0, otherRows: 0 };
  new MutationObserver((found) => {
    const own = ${root}.activeElement?.closest('tr');
    for (const { target } of found) {
      const row = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target).closest('tbody tr');
      bench.changes.all += 1;
      if (row && row !== own) bench.changes.otherRows += 1;
    }
  }).observe(${root}, { childList: true, subtree: true, characterData: true, attributes: true });
`;

const takeChanges = async (page: Page): Promise<{ all: number; otherRows: number }> => {
  await page.evaluate('bench.afterPaint()');
  return (await page.evaluate('{ const found = bench.changes; bench.changes = { all: 0, otherRows: 0 }; found }')) as {
    all: number;
    otherRows: number;
  };
};

const typeDigits = async (page: Page, calls: Calls, sources: readonly string[]) => {
  await page.evaluate(`bench.until(() => ${field} !== null)`);
  await page.evaluate(`${field}.focus()`);
  await takeChanges(page);
  await calls.count(sources);
  await page.keyboard.type(digits);
  const changes = await takeChanges(page);
  const typed = (await page.evaluate(`${field}.value`)) as string;
  if (!typed.includes(digits)) throw new Error(`The amount was not typed: the field holds “${typed}”.`);
  return { changes, calls: await calls.count(sources) };
};

const chooseOther = (place: number): string =>
  `{ const field = ${root}.querySelectorAll('tbody select')[${place}]; field.value = 'other'; field.dispatchEvent(new Event('change', { bubbles: true })); }`;

/** The element is on screen, with a list of several contracts that can be paid. */
export const watchTyping = async ({ page, devtools }: Visit): Promise<Typing> => {
  const calls = await countCalls(devtools);
  await page.evaluate(watch);
  await refresh(page);
  const otherwise = await calls.count(ofList);
  await actions.select(page);
  await page.evaluate(`[...${root}.querySelectorAll('label')].find((one) => one.textContent.includes('Other amount')).click()`);
  const one = await typeDigits(page, calls, ofList);
  await actions.back(page);
  await press(page, 'Pay all open charges');
  await page.evaluate(`bench.until(() => ${root}.querySelectorAll('tbody select').length > 1)`);
  await page.evaluate(chooseOther(0));
  const all = await typeDigits(page, calls, ofRows);
  await page.evaluate(chooseOther(1));
  const chosen = await takeChanges(page);
  await calls.stop();
  return {
    digits: digits.length,
    listCalls: { typing: one.calls, otherwise },
    changes: one.changes.all,
    otherRows: { typing: all.changes.otherRows, otherwise: chosen.otherRows },
    rowCalls: all.calls,
  };
};
