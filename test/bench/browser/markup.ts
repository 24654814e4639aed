/** What the element has drawn, as a script of its own that draws it again without the element. Must not know what is measured. */
import { setTimeout as rest } from 'node:timers/promises';
import type { Chromium } from './driver.js';
import { bundle, script, type Script } from './scripts.js';
import type { Endpoint, Site } from './site.js';

export interface MarkupPlan {
  readonly chromium: Chromium;
  readonly site: Site;
  readonly script: Script;
  readonly endpoint: Endpoint;
  readonly rows: number;
}

/** By then all of it is laid out. */
const drawnAfter = 2_000;

/** Without Lit's own marks. */
const readDrawn = `(({ innerHTML, adoptedStyleSheets }) => ({
  html: innerHTML.replaceAll(/<!--[^]*?-->/g, ''),
  styles: adoptedStyleSheets.map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join('')),
}))(document.querySelector('aspire-pay').shadowRoot)`;

export const takeMarkup = async ({ chromium, site, script: { code, html }, endpoint, rows }: MarkupPlan): Promise<Script> => {
  site.connect(endpoint, true);
  site.show({ code, html, isModule: false });
  const drawn: unknown = await chromium.visit(1, async ({ page }) => {
    await page.goto(`${site.address}/`);
    await page.evaluate(`bench.painted(${rows})`);
    await rest(drawnAfter);
    return page.evaluate(readDrawn);
  });
  return script('its markup alone', `const drawn = ${JSON.stringify(drawn)};${await bundle('own-markup.ts')}`, '<aspire-pay></aspire-pay>');
};
