/**
 * Drives one found engine through the test runner: launcher, flags, and the display and driver processes WebKit needs.
 * Must not know where a browser was found nor what is tested.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { BrowserLauncher } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { WebdriverLauncher } from '@web/test-runner-webdriver';
import type { FoundEngine } from './browsers.js';
import { findFreePort } from './ports.js';

export interface StartedEngine {
  launcher: BrowserLauncher;
  stop: () => void;
}

/** Playwright's and Puppeteer's launchers both give the page of a session. */
interface PageLauncher extends BrowserLauncher {
  getPage(sessionId: string): {
    keyboard: { down(key: string): Promise<void>; up(key: string): Promise<void> };
    /** The one calls it `clickCount`, the other `count`; each leaves the other's out. */
    mouse: { click(x: number, y: number, options: { clickCount: number; count: number }): Promise<void> };
  };
}

const isRoot = process.getuid?.() === 0;

/** No background networking: a test run speaks to its own servers only. */
export const chromiumFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium refuses its sandbox to root.
  ...(isRoot ? ['--no-sandbox'] : []),
];

/** Sends one key after the other: in one sequence all go down before any comes up, so that the second of two equal ones is lost. */
class SteadyWebdriverLauncher extends WebdriverLauncher {
  override async sendKeys(sessionId: string, keys: string[]): Promise<void> {
    for (const key of keys) await super.sendKeys(sessionId, [key]);
  }

  /** All down, then all up: Shift and Tab together. */
  async pressTogether(sessionId: string, keys: string[]): Promise<void> {
    await super.sendKeys(sessionId, keys);
  }
}

const waitFor = async (isReady: () => Promise<boolean>, what: string): Promise<void> => {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    if (await isReady()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not start.`);
};

/** Starts a display of its own and answers its name. Xvfb picks a free number and writes it to the third stream. */
const startDisplay = async (xvfb: string, children: ChildProcess[]): Promise<string> => {
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  const pipe = child.stdio[3];
  if (pipe === null || pipe === undefined) throw new Error('Xvfb has no stream to tell its display on.');
  const [data] = (await Promise.race([once(pipe, 'data'), once(child, 'exit').then(() => ['exited'])])) as [Buffer | string];
  const number = data.toString().trim();
  if (!/^\d+$/.test(number)) throw new Error('Xvfb did not start.');
  return `:${number}`;
};

const startDriver = async (driver: string, display: string | undefined, children: ChildProcess[]): Promise<number> => {
  const port = await findFreePort();
  const env = {
    ...process.env,
    ...(display === undefined ? {} : { DISPLAY: display }),
    NO_AT_BRIDGE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  };
  children.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env }));
  await waitFor(
    () =>
      fetch(`http://127.0.0.1:${port}/status`).then(
        (answer) => answer.ok,
        () => false,
      ),
    'WebKitWebDriver',
  );
  return port;
};

/** The driver and the display it needs, and what to ask of it. */
export const startWebKitDriver = async (found: Extract<FoundEngine, { via: 'webdriver' }>) => {
  const children: ChildProcess[] = [];
  const stop = (): void => {
    for (const child of children.toReversed()) child.kill();
  };
  process.once('exit', stop);
  try {
    const display = found.display === undefined ? undefined : await startDisplay(found.display, children);
    const port = await startDriver(found.driver, display, children);
    const capabilities = {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: found.executable, args: ['--automation'] },
    };
    return { port, capabilities, stop };
  } catch (error) {
    stop();
    throw error;
  }
};

const startWebKit = async (found: Extract<FoundEngine, { via: 'webdriver' }>): Promise<StartedEngine> => {
  const { port, capabilities, stop } = await startWebKitDriver(found);
  const launcher = new SteadyWebdriverLauncher({ hostname: '127.0.0.1', port, path: '/', capabilities });
  // The two packages disagree only on whether a missing coverage may be written as undefined.
  return { launcher: launcher as BrowserLauncher, stop };
};

/** Presses keys together, such as Shift and Tab, which the runner's own command can say in one engine only. */
export const pressTogether = async (launcher: BrowserLauncher, sessionId: string, keys: string[]): Promise<void> => {
  if (launcher instanceof SteadyWebdriverLauncher) return launcher.pressTogether(sessionId, keys);
  const { keyboard } = (launcher as PageLauncher).getPage(sessionId);
  for (const key of keys) await keyboard.down(key);
  for (const key of keys.toReversed()) await keyboard.up(key);
};

/**
 * Holds a key down until it has been down `times` times, as its repeat does. WebKit's driver says a held key once,
 * so there the key is pressed as often, one right after the other.
 */
export const holdKey = async (launcher: BrowserLauncher, sessionId: string, key: string, times: number): Promise<void> => {
  if (launcher instanceof SteadyWebdriverLauncher) return launcher.sendKeys(sessionId, Array<string>(times).fill(key));
  const { keyboard } = (launcher as PageLauncher).getPage(sessionId);
  for (let time = 0; time < times; time += 1) await keyboard.down(key);
  await keyboard.up(key);
};

/** Clicks one right after the other, as a double or a triple click is: no page is asked between them. */
export const clickRepeatedly = async (
  launcher: BrowserLauncher,
  sessionId: string,
  [x, y]: readonly [number, number],
  times: number,
): Promise<void> => {
  if (launcher instanceof SteadyWebdriverLauncher) {
    for (let time = 0; time < times; time += 1) await launcher.sendMouseClick(sessionId, x, y);
  } else await (launcher as PageLauncher).getPage(sessionId).mouse.click(x, y, { clickCount: times, count: times });
};

/** Starts what the engine needs beside itself. `stop` ends those processes; the runner ends the browser. */
export const startEngine = async (found: FoundEngine): Promise<StartedEngine> => {
  switch (found.via) {
    case 'webdriver':
      return startWebKit(found);
    case 'puppeteer':
      return {
        launcher: puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath: found.executable, headless: true } }),
        stop: () => undefined,
      };
    case 'playwright': {
      const args = found.engine === 'chromium' ? chromiumFlags : [];
      const launchOptions = { executablePath: found.executable, headless: true, args };
      return { launcher: playwrightLauncher({ product: found.engine, launchOptions }), stop: () => undefined };
    }
  }
};
