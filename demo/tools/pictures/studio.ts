/**
 * Where pictures are made: the demo on a day of its own, with the same ids each time, and a browser that believes in that day.
 */
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { readConfig } from '../../config.js';
import { createPicker } from '../../portfolio/seeded-random.js';
import { startDemo, type Demo } from '../../server.js';

/** A Monday, a quarter to eleven in the morning where the demo's lender is. */
const day = new Date('2026-11-23T16:42:00Z');

export const zone = 'America/Chicago';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const findChromium = (): string => {
  const asked = process.env['ASPIRE_PAY_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = asked ?? folders.flatMap((folder) => names.map((name) => join(folder, name))).find(canRun);
  if (found === undefined) throw new Error('No Chromium was found. Name one in ASPIRE_PAY_CHROMIUM.');
  return found;
};

export interface Studio {
  readonly demo: Demo;
  readonly browser: Browser;
  /** Milliseconds by which the day of the pictures is away from today. */
  readonly offset: number;
  readonly now: () => Date;
  readonly close: () => Promise<void>;
}

export const openStudio = async (): Promise<Studio> => {
  const folder = await mkdtemp(join(tmpdir(), 'aspire-pay-pictures-'));
  const offset = day.getTime() - Date.now();
  const now = (): Date => new Date(Date.now() + offset);
  const pick = createPicker('pictures');
  const config = { ...readConfig({ ASPIRE_PAY_DATA: folder, ASPIRE_PAY_SCHEDULE_S: '1', ASPIRE_PAY_RATE_FACTOR: '0' }), port: 0 };
  const demo = await startDemo(config, {
    now,
    random: (bytes) => Uint8Array.from({ length: bytes }, () => pick(256)),
  });
  const browser = await puppeteer.launch({ executablePath: findChromium(), headless: true, args: ['--no-sandbox', '--lang=en-US'] });
  const close = async (): Promise<void> => {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { demo, browser, offset, now, close };
};
