/**
 * A whole browser that a Node test drives: opened on a profile, killed in the middle, opened again, sent back.
 * What same-origin frames can't show. Must not know the page.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import WebDriver, { type Client } from 'webdriver';
import { findEngine, type FoundEngine } from './browsers.js';
import { chromiumFlags, startWebKitDriver } from './launchers.js';

export interface DrivenBrowser {
  go(url: string): Promise<void>;
  back(): Promise<void>;
  /** The value of an expression in the page; JSON only. */
  read<Value>(expression: string): Promise<Value>;
  /** A trusted click on the element that an expression in the page gives, once it stays where it is. False where it gives none. */
  click(expression: string): Promise<boolean>;
  /** `kill -9` of the browser and its children; what its profile holds stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Scrolled to as by a person; what still comes above it would take it away from under the pointer. */
const untilStill = async (browser: Pick<DrivenBrowser, 'read'>, expression: string): Promise<void> => {
  const place = `(() => {
    const element = ${expression};
    element?.scrollIntoView({ block: 'center' });
    const { x = 0, y = 0 } = element?.getBoundingClientRect() ?? {};
    return { x, y };
  })()`;
  let before = { x: -1_000, y: -1_000 };
  for (let tries = 0; tries < 100; tries += 1) {
    const now = await browser.read<typeof before>(place);
    // Firefox scrolls to the middle by a fraction of a pixel more or less each time.
    if (Math.hypot(now.x - before.x, now.y - before.y) < 2) return;
    before = now;
    await rest(100);
  }
  throw new Error(`${expression} doesn't come to rest; last it was at ${JSON.stringify(before)}`);
};

class PuppeteerBrowser implements DrivenBrowser {
  readonly #browser: Browser;
  readonly #page: Page;

  constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
  }

  async go(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  /** By the page itself: a page out of the back-forward cache never loads, and the driver would wait for that. */
  async back(): Promise<void> {
    await this.#page.evaluate('setTimeout(() => history.back())');
  }

  async read<Value>(expression: string): Promise<Value> {
    return (await this.#page.evaluate(expression)) as Value;
  }

  async click(expression: string): Promise<boolean> {
    await untilStill(this, expression);
    const found = (await this.#page.evaluateHandle(expression)).asElement() as ElementHandle<HTMLElement> | null;
    await found?.click();
    return found !== null;
  }

  async kill(): Promise<void> {
    const child = this.#browser.process();
    if (!child) throw new Error('The browser has no process');
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

class WebDriverBrowser implements DrivenBrowser {
  readonly #client: Client;
  readonly #stop: () => void;

  constructor(client: Client, stop: () => void) {
    this.#client = client;
    this.#stop = stop;
  }

  go(url: string): Promise<void> {
    return this.#client.navigateTo(url);
  }

  back(): Promise<void> {
    return this.#client.back();
  }

  async read<Value>(expression: string): Promise<Value> {
    return (await this.#client.executeScript(`return ${expression};`, [])) as Value;
  }

  async click(expression: string): Promise<boolean> {
    await untilStill(this, expression);
    const found = await this.read<Record<string, string> | null>(expression);
    const [id] = Object.values(found ?? {});
    if (id !== undefined) await this.#client.elementClick(id);
    return id !== undefined;
  }

  kill(): Promise<void> {
    return Promise.reject(new Error('WebKitGTK’s driver keeps no profile: there is nothing to come back to.'));
  }

  async close(): Promise<void> {
    await this.#client.deleteSession();
    this.#stop();
  }
}

const openWebKit = async (found: Extract<FoundEngine, { via: 'webdriver' }>): Promise<DrivenBrowser> => {
  const { port, capabilities, stop } = await startWebKitDriver(found);
  try {
    const client = await WebDriver.newSession({ hostname: '127.0.0.1', port, path: '/', logLevel: 'error', capabilities });
    return new WebDriverBrowser(client, stop);
  } catch (error) {
    stop();
    throw error;
  }
};

/** Whether a browser of this engine can be opened twice on one profile. */
export const keepsProfile = (found: FoundEngine): boolean => found.engine !== 'webkit';

/** `profile` is a folder; an engine that keeps none leaves it empty. */
export const openBrowser = async (found: FoundEngine, profile: string): Promise<DrivenBrowser> => {
  if (found.via === 'webdriver') return openWebKit(found);
  if (found.engine === 'webkit') throw new Error('A WebKit of Playwright’s is not driven here; on Debian: webkit2gtk-driver.');
  const isFirefox = found.engine === 'firefox';
  const browser = await puppeteer.launch({
    browser: isFirefox ? 'firefox' : 'chrome',
    executablePath: found.executable,
    headless: true,
    userDataDir: profile,
    args: isFirefox ? [] : chromiumFlags,
  });
  const [page] = await browser.pages();
  return new PuppeteerBrowser(browser, page ?? (await browser.newPage()));
};

/** On a profile of its own, which goes with it. */
export const openFreshBrowser = async (found: FoundEngine): Promise<DrivenBrowser> => {
  const profile = await mkdtemp(join(tmpdir(), 'aspire-pay-profile-'));
  const browser = await openBrowser(found, profile);
  const close = browser.close.bind(browser);
  const closeAll = (): Promise<void> => close().finally(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  return Object.assign(browser, { close: closeAll });
};

export const openFreshChromium = (): Promise<DrivenBrowser> => {
  const found = findEngine('chromium');
  if (!found) throw new Error('There is no Chromium here. On Debian: apt-get install chromium');
  return openFreshBrowser(found);
};

/** Looks until the page has it; a page that is just being replaced has nothing. Where it never comes, `tell` says what is there. */
export const untilRead = async (browser: DrivenBrowser, expression: string, what: string, tell = expression): Promise<void> => {
  let last: unknown;
  for (let tries = 0; tries < 600; tries += 1) {
    last = await browser.read<unknown>(expression).catch((error: unknown) => String(error));
    if (last === true) return;
    await rest(100);
  }
  const found = await browser.read<unknown>(tell).catch((error: unknown) => String(error));
  throw new Error(`Waited a minute for ${what}; last it was ${String(last)}, and there is ${String(found)}`);
};
