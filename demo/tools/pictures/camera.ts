/**
 * One page of the studio's browser: somebody who finds things by what is written on them and presses, and a camera. Keeps what the element
 * asked its endpoint. Knows the words on screen and nothing behind them.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { endpointPath } from '../../app.js';
import { zone, type Studio } from './studio.js';

export interface PageOptions {
  readonly path?: string;
  /** Signed in as; nobody where empty. */
  readonly payer?: string;
  readonly width?: number;
}

export interface Shot {
  /** What is shown, by a selector; the element unless told otherwise. */
  readonly of?: string;
  readonly inElement?: boolean;
  /** Cut off below, in pixels of the page. */
  readonly height?: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** White around what is shown, in pixels of the page. */
const margin = 20;
const patience = 60_000;

/** The page's clock goes as the studio's does. */
const moveClock = (offset: number): string => `(() => {
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...values) { if (values.length === 0) super(Real.now() + ${offset}); else super(...values); }
    static now() { return Real.now() + ${offset}; }
  };
})()`;

const signIn = (payer: string): string => `sessionStorage.setItem('northline-signed-in-as', ${JSON.stringify(payer || 'signed-out')})`;

export class Camera {
  readonly #page: Page;
  readonly asked: Asked[] = [];
  onAsked: (asked: Asked) => void = (asked) => this.asked.push(asked);

  private constructor(page: Page) {
    this.#page = page;
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.startsWith(endpointPath)) return;
      this.onAsked({ method: response.request().method(), path: pathname.slice(endpointPath.length), status: response.status() });
    });
  }

  static async open({ browser, demo, offset }: Studio, { path = '/', payer = '', width = 760 }: PageOptions = {}): Promise<Camera> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width, height: 900, deviceScaleFactor: 1.5 });
    await page.emulateTimezone(zone);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.evaluateOnNewDocument(moveClock(offset));
    await page.evaluateOnNewDocument(`try { ${signIn(payer)} } catch {}`);
    const camera = new Camera(page);
    await page.goto(`${demo.address}${path}`);
    return camera;
  }

  async #until(expression: string, what: string): Promise<void> {
    const end = performance.now() + patience;
    while (performance.now() < end) {
      if ((await this.#page.evaluate(expression).catch(() => false)) === true) return;
      await rest(100);
    }
    throw new Error(`Waited a minute for ${what}; there is: ${String(await this.#page.evaluate(`${shadow}.textContent`))}`);
  }

  /** The element shows this text. */
  sees(text: string): Promise<void> {
    return this.#until(`(${shadow}?.textContent ?? '').${plain}.includes(${JSON.stringify(text)})`, `“${text}”`);
  }

  async #find(expression: string, what: string): Promise<ElementHandle<HTMLElement>> {
    await this.#until(`(${expression}) != null`, what);
    const found = (await this.#page.evaluateHandle(expression)).asElement() as ElementHandle<HTMLElement> | null;
    if (!found) throw new Error(`${what} is gone.`);
    return found;
  }

  /** Presses the first button whose words begin so; `within` is some text of the contract or row it stands in. */
  async press(name: string, within = ''): Promise<void> {
    const all = `[...${shadow}.querySelectorAll('button')]`;
    const stands = `(one.closest('section, tr, li')?.textContent ?? '').includes(${JSON.stringify(within)})`;
    const button = await this.#find(
      `${all}.find((one) => one.textContent.${plain}.trim().startsWith(${JSON.stringify(name)}) && ${stands})`,
      name,
    );
    await button.click();
  }

  async click(selector: string): Promise<void> {
    await (await this.#find(`${shadow}.querySelector(${JSON.stringify(selector)})`, selector)).click();
  }

  async fill(selector: string, value: string): Promise<void> {
    const field = await this.#find(`${shadow}.querySelector(${JSON.stringify(selector)})`, selector);
    await field.click();
    await field.type(value);
  }

  /** A choice of the page around the element. */
  async choose(selector: string, value: string): Promise<void> {
    await this.#until(`document.querySelector(${JSON.stringify(`${selector} option[value="${value}"]`)}) !== null`, value);
    await this.#page.select(selector, value);
  }

  /** From a contract’s button to a review whose box is ticked. */
  async review(within = ''): Promise<void> {
    await this.press('Pay this contract', within);
    await this.#until(`${shadow}.querySelector('input[name="account"]:checked') !== null`, 'a chosen bank account');
    await this.press('Review payment');
    await this.click('input[type="checkbox"]');
    // A press in the first half second of a review is held.
    await rest(700);
  }

  goOffline(): Promise<void> {
    return this.#page.setOfflineMode(true);
  }

  async shoot(folder: string, name: string, { of = 'aspire-pay', inElement = false, height }: Shot = {}): Promise<Size> {
    const page = this.#page;
    const handle = await this.#find(`${inElement ? shadow : 'document'}.querySelector(${JSON.stringify(of)})`, of);
    // Nothing is marked as pointed at, and no caret stands in a field.
    await page.mouse.move(0, 0);
    await page.evaluate(`document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))`);
    const found = await handle.boundingBox();
    if (!found) throw new Error(`${of} isn't drawn.`);
    const scroll = Number(await page.evaluate('scrollY'));
    const drawn = of === 'aspire-pay' ? Number(await page.evaluate(contentEnd)) - found.y : found.height;
    const around = inElement || of === 'aspire-pay' ? margin : 0;
    const clip = {
      x: Math.max(0, found.x - around),
      y: Math.max(0, found.y + scroll - around),
      width: Math.round(found.width + 2 * Math.min(around, found.x)),
      height: Math.round(Math.min(height ?? Infinity, drawn + 2 * around)),
    };
    const bytes = await page.screenshot({ type: 'webp', quality: 72, clip, captureBeyondViewport: true });
    await writeFile(join(folder, `${name}.webp`), bytes);
    return { width: clip.width, height: clip.height };
  }

  async close(): Promise<void> {
    await this.#page.browserContext().close();
  }
}

const shadow = "document.querySelector('aspire-pay')?.shadowRoot";
/** Where the last thing in the element ends: it keeps more room than a short screen needs. */
const contentEnd = `Math.max(...[...${shadow}.querySelectorAll('.root *')]
  .filter((one) => one.childElementCount === 0 && one.getClientRects().length > 0 && !one.closest('.sr'))
  .map((one) => one.getBoundingClientRect().bottom))`;

const plain = "replace(/[\\s\\u00a0\\u202f]+/g, ' ')";
