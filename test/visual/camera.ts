/**
 * Takes and compares pictures in Chromium, the same on every machine: a font of the package, no hinting, no motion, no network.
 * Must not know which pictures there are.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { chromiumFlags } from '../support/launchers.js';
import { encodeSmall } from './small-png.js';
import type { Flaw } from './page.js';
import type { Shot } from './shots.js';

/** Higher pages are cut where a state is walked to be kept: what is further down a list repeats what is above. */
const tallest = 2_600;

const flags = [
  ...chromiumFlags,
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const bundle = async (): Promise<string> => {
  const entry = join(import.meta.dirname, 'page.ts');
  const lib = { entry, formats: ['iife' as const], name: 'visual' };
  const built = await build({ configFile: false, logLevel: 'warn', build: { lib, write: false, minify: false } });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const [chunk] = output?.output ?? [];
  if (!chunk) throw new Error('The page of the pictures could not be bundled.');
  return chunk.code;
};

const face = async (file: string, weight: string): Promise<string> => {
  const bytes = await readFile(join('node_modules', 'dejavu-fonts-ttf', 'ttf', file));
  return `@font-face{font-family:Packaged;font-weight:${weight};src:url(data:font/ttf;base64,${bytes.toString('base64')})}`;
};

const style = async (): Promise<string> =>
  `${await face('DejaVuSans.ttf', '400')}${await face('DejaVuSans-Bold.ttf', '600 700')}` +
  'html,body{margin:0}body>div{min-block-size:100vh;padding:16px;font:16px Packaged}*{caret-color:transparent!important}';

export interface Difference {
  /** Pixels, or squares of them, that differ by more than the tolerance; also where only one of the two pictures reaches. */
  readonly pixels: number;
  /** As a data address: what was, faint, with what differs in red. */
  readonly picture: string;
}

/** How closely two pictures are looked at. */
export interface Look {
  /** Squares of so many pixels a side are compared by their average; 1 is each pixel by itself. */
  readonly square: number;
  /** Of 255: how far a channel may be off. */
  readonly tolerance: number;
}

/** In the page, where pictures are decoded: two data addresses, and how closely to look. */
const compareInPage = `async (before, now, { square, tolerance }) => {
  const load = async (url) => createImageBitmap(await (await fetch(url)).blob());
  const [a, b] = [await load(before), await load(now)];
  const read = (image) => {
    const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
    const canvas = new OffscreenCanvas(Math.ceil(width / square), Math.ceil(height / square));
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, image.width / square, image.height / square);
    return { canvas, context, data: context.getImageData(0, 0, canvas.width, canvas.height) };
  };
  const [x, y] = [read(a), read(b)];
  let pixels = 0;
  for (let at = 0; at < x.data.data.length; at += 4) {
    const differs = [0, 1, 2, 3].some((channel) => Math.abs(x.data.data[at + channel] - y.data.data[at + channel]) > tolerance);
    if (differs) pixels += 1;
    const gray = 200 + (x.data.data[at] / 255) * 55;
    x.data.data.set(differs ? [220, 0, 0, 255] : [gray, gray, gray, 255], at);
  }
  x.context.putImageData(x.data, 0, 0);
  const bytes = await (await x.canvas.convertToBlob()).bytes();
  return { pixels, picture: bytes.toBase64() };
}`;

/** The pixels of a picture, four bytes each. */
const readInPage = `async (png) => {
  const image = await createImageBitmap(await (await fetch(png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return { width: image.width, height: image.height, rgba: new Uint8Array(data.buffer).toBase64() };
}`;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: string;
}

const asAddress = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;

export class Camera {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #desk: Page;
  readonly #session: CDPSession;

  private constructor(browser: Browser, page: Page, desk: Page, session: CDPSession) {
    this.#browser = browser;
    this.#page = page;
    this.#desk = desk;
    this.#session = session;
  }

  static async open(executablePath: string): Promise<Camera> {
    const browser = await puppeteer.launch({ executablePath, headless: true, args: flags });
    const [page, desk] = [await browser.newPage(), await browser.newPage()];
    page.on('pageerror', (error) => console.error(error));
    await page.setContent(`<!doctype html><html lang="en-US"><style>${await style()}</style><body></body></html>`);
    await page.addScriptTag({ content: await bundle() });
    await page.bringToFront();
    return new Camera(browser, page, desk, await page.createCDPSession());
  }

  /** A PNG small enough to keep. */
  async take(shot: Shot): Promise<Buffer> {
    const forced = { name: 'forced-colors', value: shot.isForced ? 'active' : 'none' };
    await this.#session.send('Emulation.setEmulatedMedia', { features: [forced, { name: 'prefers-reduced-motion', value: 'reduce' }] });
    await this.#page.setViewport({ width: shot.width, height: 800 });
    const height = (await this.#page.evaluate(`show(${JSON.stringify(shot)})`)) as number;
    const clip = { x: 0, y: 0, width: shot.width, height: Math.min(height, tallest) };
    const png = Buffer.from(await this.#page.screenshot({ clip, captureBeyondViewport: true }));
    const { width, height: rows, rgba } = (await this.#desk.evaluate(`(${readInPage})('${asAddress(png)}')`)) as Pixels;
    return encodeSmall(Buffer.from(rgba, 'base64'), width, rows);
  }

  /** Makes the screen wrong by little, or right again. */
  async spoil(flaw: Flaw, isOn: boolean): Promise<void> {
    await this.#page.evaluate(`spoil('${flaw}', ${isOn})`);
  }

  async compare(before: Buffer, now: Buffer, look: Look): Promise<Difference> {
    const call = `(${compareInPage})('${asAddress(before)}', '${asAddress(now)}', ${JSON.stringify(look)})`;
    return (await this.#desk.evaluate(call)) as Difference;
  }

  /** Such as `Chrome/156`: another one may draw the edges of letters otherwise. */
  async maker(): Promise<string> {
    return (await this.#browser.version()).split('.')[0] ?? '';
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
