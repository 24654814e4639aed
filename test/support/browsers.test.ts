/** Which engines a run uses, by what is installed and asked for. Must not start one. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseEngines, findEngine, tellMissing } from './browsers.js';

describe('the engines of a test run', () => {
  let folder: string;

  const install = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aspire-pay-engines-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are found on the path', () => {
    const chromium = install('chromium');
    const firefox = install('firefox-esr');
    expect(findEngine('chromium', { PATH: folder })).toEqual({ engine: 'chromium', via: 'playwright', executable: chromium });
    expect(findEngine('firefox', { PATH: folder })).toEqual({ engine: 'firefox', via: 'puppeteer', executable: firefox });
  });

  it('are taken from a variable before the path', () => {
    install('chromium');
    const mine = install('my-chromium');
    expect(findEngine('chromium', { PATH: folder, ASPIRE_PAY_CHROMIUM: mine })?.executable).toBe(mine);
  });

  it('are not guessed when a variable names what isn’t there', () => {
    install('chromium');
    expect(() => findEngine('chromium', { PATH: folder, ASPIRE_PAY_CHROMIUM: '/nowhere' })).toThrow(/ASPIRE_PAY_CHROMIUM names \/nowhere/);
  });

  it('are exactly those asked for', () => {
    install('chromium');
    install('firefox');
    const found = chooseEngines({ PATH: folder, ASPIRE_PAY_ENGINES: 'firefox' });
    expect(found.map(({ engine }) => engine)).toEqual(['firefox']);
  });

  it('name the Debian package of one that is asked for and missing', () => {
    install('chromium');
    expect(() => chooseEngines({ PATH: folder, ASPIRE_PAY_ENGINES: 'chromium,firefox' })).toThrow(/apt-get install firefox-esr/);
  });

  it('refuse a name that is none', () => {
    expect(() => chooseEngines({ PATH: folder, ASPIRE_PAY_ENGINES: 'opera' })).toThrow(/takes chromium, firefox, webkit/);
  });

  it('are whichever are there when none is asked for', () => {
    install('firefox');
    expect(chooseEngines({ PATH: folder }).map(({ engine }) => engine)).toContain('firefox');
  });

  it('that are left out are named in one line, each with its package', () => {
    const firefox = { engine: 'firefox', via: 'puppeteer', executable: install('firefox') } as const;
    const line = 'Not found here, so nothing was shown in it: chromium, webkit. On Debian: apt-get install chromium webkit2gtk-driver xvfb';
    expect(tellMissing([firefox], {})).toBe(line);
    expect(tellMissing([firefox], { ASPIRE_PAY_ENGINES: '' })).toBe(line);
  });

  it('are not missed where they are all there, or where others were asked for', () => {
    const executable = install('any');
    const firefox = { engine: 'firefox', via: 'puppeteer', executable } as const;
    const others = (['chromium', 'webkit'] as const).map((engine) => ({ engine, via: 'playwright', executable }) as const);
    expect(tellMissing([firefox, ...others], {})).toBeUndefined();
    expect(tellMissing([firefox], { ASPIRE_PAY_ENGINES: 'firefox' })).toBeUndefined();
  });
});
