/** How long a press waits for the frame that answers it, and what typing an amount draws anew. */
import { quantile, summarize, type Series } from '../stats.js';
import type { Chromium } from './driver.js';
import { actions, press, ready, root } from './payer.js';
import type { Script } from './scripts.js';
import type { Endpoint, Site } from './site.js';

export interface Presses {
  readonly slowness: number;
  /** From the press to the first frame that shows it, in milliseconds. */
  readonly answered: Series & { readonly worst: number };
  /** Changes to the drawn tree for each digit typed, outside the field and its own message. */
  readonly perDigit: number;
  /** Times the list of contracts was drawn anew meanwhile. */
  readonly listDrawings: number;
}

export interface PressPlan {
  readonly chromium: Chromium;
  readonly site: Site;
  readonly script: Script;
  readonly endpoint: Endpoint;
  readonly slowness: number;
  readonly rounds: number;
}

const digits = '1234.56';

export const measurePresses = async ({ chromium, site, script, endpoint, slowness, rounds }: PressPlan): Promise<Presses> => {
  site.show({ code: script.code, html: script.html, isModule: false });
  site.connect(endpoint, false);
  return chromium.visit(slowness, async ({ page }) => {
    await page.goto(`${site.address}/`);
    await ready(page);
    for (let round = 0; round < rounds; round += 1) {
      await press(page, 'Refresh');
      await page.evaluate(`bench.until(() => ${root}.querySelector('[aria-busy="true"]') === null)`);
      await actions.select(page);
      await actions.back(page);
      await press(page, 'Payments');
      await page.evaluate(`bench.until(() => ${root}.textContent.includes('No payments yet'))`);
      await press(page, 'Contracts');
      await page.evaluate(`bench.until(() => bench.rows() > 0)`);
    }
    await actions.select(page);
    await page.evaluate(`[...${root}.querySelectorAll('label')].find((one) => one.textContent.includes('Other amount')).click()`);
    await page.evaluate(`bench.until(() => ${root}.querySelector('input[inputmode="decimal"]') !== null)`);
    await page.evaluate(`
      bench.lists = 0;
      new MutationObserver((found) => { bench.mutations += found.length; if (bench.rows() > 0) bench.lists += 1; }).observe(${root}, { childList: true, subtree: true, characterData: true, attributes: true });
      ${root}.querySelector('input[inputmode="decimal"]').focus();
    `);
    await page.keyboard.type(digits);
    await page.evaluate('bench.afterPaint()');
    const typed = (await page.evaluate(`${root}.querySelector('input[inputmode="decimal"]').value`)) as string;
    if (!typed.includes(digits)) throw new Error(`The amount was not typed: the field holds “${typed}”.`);
    const [presses, mutations, lists] = (await page.evaluate('[bench.presses, bench.mutations, bench.lists]')) as [
      number[],
      number,
      number,
    ];
    const answered = { ...summarize(presses), worst: quantile(presses, 1) };
    return { slowness, answered, perDigit: mutations / digits.length, listDrawings: lists };
  });
};
