/** Each page of demo/frameworks: its own tools build it, a mistake in its types fails, and a contract is paid on it, once. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFreshChromium, untilRead, type DrivenBrowser } from '../support/driven-browser.js';
import { pay, sees } from '../support/driven-payer.js';
import { openSite, type Site } from '../support/site.js';
import { folderOf, serveFolder } from './page.js';
import { runCommand, tryCommand } from '../support/command.js';

/** What the compiler of each says of each line of its `wrong` file, in words of its own. */
const mistakes: readonly (readonly [what: string, said: RegExp])[] = [
  ['a theme that there is not', /'\\?"drak\\?"' is not assignable to type/],
  ['a text for the level of the heading', /'string' is not assignable to type 'number/],
  ['a token that is no promise', /'\(\) => string' is not assignable to type '\(\) => Promise<string>/],
  ['a message that there is not', /'\\?"?pya\\?"?' does not exist in type/],
  ['something that an event does not carry', /Property 'paid' does not exist on type 'SubmittedDetail'/],
];

const frameworks = ['react', 'vue', 'svelte', 'angular'] as const;

/** StrictMode mounts, unmounts and mounts everything again, in a development build alone. */
const strict = 'react/dist/strict';
const pages = [...frameworks.map((name) => `${name}/dist`), strict, 'plain', 'cms'];

describe.each(frameworks)('the page in %s', (name) => {
  beforeAll(() => {
    runCommand(folderOf(name), 'npm', 'ci', '--prefer-offline');
  });

  it('is built and checked by its own tools', () => {
    runCommand(folderOf(name), 'npm', 'run', 'build');
    runCommand(folderOf(name), 'npm', 'run', '--if-present', 'check');
  });

  it('is not built with a mistake in it', () => {
    const { isDone, said } = tryCommand(folderOf(name), 'npm', 'run', 'check:wrong');
    expect(isDone).toBe(false);
    expect(mistakes.filter(([, told]) => !told.test(said)).map(([what]) => [what, said])).toEqual([]);
  });
});

describe('the strict page in React', () => {
  it('is a development build', () => {
    runCommand(folderOf('react'), 'npm', 'run', 'build:strict');
    const scripts = readdirSync(folderOf(`${strict}/assets`)).filter((file) => file.endsWith('.js'));
    const code = scripts.map((file) => readFileSync(folderOf(`${strict}/assets/${file}`), 'utf8')).join('');
    // An advice that React gives in development alone.
    expect(code.includes('react.dev/link/invalid-hook-call')).toBe(true);
  });
});

describe.each(pages)('on the page in %s', (name) => {
  let site: Site;
  let browser: DrivenBrowser;

  beforeEach(async () => {
    browser = await openFreshChromium();
    site = await openSite(serveFolder(folderOf(name)));
    await browser.go(`${site.url}/`);
  });

  afterEach(async () => {
    await browser.close();
    await site.close();
  });

  it('a contract is paid, exactly once, and the page is told', async () => {
    // The site's words and logo are there; a page that is pasted into sets no property.
    await pay(browser, name === 'cms' ? 'Pay this contract' : 'Pay this lease');
    await sees(browser, 'Payment accepted');
    await untilRead(browser, "/^We have your payment \\w/.test(document.querySelector('#told').textContent)", 'what the page was told');
    expect(await browser.read("document.querySelector('[slot=logo]').assignedSlot !== null")).toBe(true);
    expect(await browser.read("document.querySelectorAll('aspire-pay').length")).toBe(1);
    expect(await browser.read('document.body.dataset.refused ?? null')).toBe(null);
    expect(await site.stored()).toEqual({ payments: [215_000], records: [215_000] });
  });
});
