/**
 * A Chromium on the site of the soak: presses where the page says, and reads what the page holds after everything that can be
 * collected was. Must not know what a payment is.
 */
import { setTimeout as rest } from 'node:timers/promises';
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import { findEngine } from '../support/browsers.js';
import { chromiumFlags } from '../support/launchers.js';

export interface Held {
  readonly heapBytes: number;
  readonly listeners: number;
  readonly nodes: number;
}

export interface Visitor {
  /** The value of an expression in the page; JSON only. */
  readonly read: (expression: string) => Promise<unknown>;
  readonly press: (x: number, y: number) => Promise<void>;
  readonly measure: () => Promise<Held>;
  readonly close: () => Promise<void>;
}

const measure = async (session: CDPSession): Promise<Held> => {
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name: string): number => {
    const metric = metrics.find((one) => one.name === name);
    if (!metric) throw new Error(`This browser does not measure ${name}.`);
    return metric.value;
  };
  return { heapBytes: read('JSHeapUsedSize'), listeners: read('JSEventListeners'), nodes: read('Nodes') };
};

const isLess = (a: Held, b: Held): boolean => a.heapBytes < b.heapBytes || a.listeners < b.listeners || a.nodes < b.nodes;

/** Collects until nothing more goes: what one collection frees may be what held the next. */
const settle = async (session: CDPSession): Promise<Held> => {
  let last: Held | undefined;
  for (let tries = 0; tries < 12; tries += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await rest(100);
    const now = await measure(session);
    if (last && !isLess(now, last)) return last;
    last = now;
  }
  if (!last) throw new Error('Nothing was measured.');
  return last;
};

export const openVisitor = async (url: string): Promise<Visitor> => {
  const found = findEngine('chromium');
  if (!found) throw new Error('There is no Chromium here. On Debian: apt-get install chromium');
  const browser = await puppeteer.launch({ executablePath: found.executable, headless: true, args: chromiumFlags });
  const page: Page = (await browser.pages())[0] ?? (await browser.newPage());
  page.setDefaultTimeout(0);
  await page.goto(url);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return {
    read: (expression) => page.evaluate(expression),
    press: (x, y) => page.mouse.click(x, y),
    measure: () => settle(session),
    close: () => browser.close(),
  };
};
