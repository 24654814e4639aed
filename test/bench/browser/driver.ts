/** One headless Chromium for a whole benchmark; each measurement gets a page of its own. Must not know what is measured. */
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findEngine } from '../../support/browsers.js';
import { chromiumFlags } from '../../support/launchers.js';
import { probe } from './probe.js';

export interface Visit {
  readonly page: Page;
  readonly devtools: CDPSession;
}

export class Chromium {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Chromium> {
    const found = findEngine('chromium');
    if (found?.via !== 'playwright') throw new Error('This benchmark needs a Chromium.');
    const args = [...chromiumFlags, '--enable-precise-memory-info'];
    return new Chromium(await puppeteer.launch({ executablePath: found.executable, headless: true, args, protocolTimeout: 60_000 }));
  }

  version(): Promise<string> {
    return this.#browser.version();
  }

  /** `slowness` 4: as if the machine were four times slower. */
  async visit<Result>(slowness: number, work: (visit: Visit) => Promise<Result>): Promise<Result> {
    const context = await this.#browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      const devtools = await page.createCDPSession();
      await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness });
      await page.evaluateOnNewDocument(probe);
      return await work({ page, devtools });
    } finally {
      await context.close();
    }
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
