/**
 * A page with two bundles of the element, each with a Lit of its own, under README's policy: what it says of `'allow-duplicates'` is so.
 * The shipped modules stand for a bundle; each folder is another one. Must not know what the element shows.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseEngines } from '../support/browsers.js';
import { openFreshBrowser, untilRead, type DrivenBrowser } from '../support/driven-browser.js';
import { sees } from '../support/driven-payer.js';
import { openSite, type Site, type SiteFile } from '../support/site.js';

const readme = readFileSync('README.md', 'utf8');
const policy = /```text\n(default-src[^`]+)```/.exec(readme)?.[1]?.trim() ?? '';

const watch = `var seen = []; for (const name of ['warn', 'error']) console[name] = (...words) => seen.push(words.join(' '));
addEventListener('error', ({ message }) => seen.push(message));`;
const html = `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>A page</title><script src="/watch.js"></script>
<script type="module" src="/one/aspire-pay.js"></script><script type="module" src="/two/aspire-pay.js"></script>
<aspire-pay endpoint="/api/aspire-pay/v1"></aspire-pay>`;

let site: Site;
let browser: DrivenBrowser;

const javascript = 'text/javascript; charset=utf-8';

const serve =
  (rules: string) =>
  (path: string): SiteFile | undefined => {
    if (path === '/') return { body: html, type: 'text/html; charset=utf-8', headers: { 'content-security-policy': rules } };
    if (path === '/watch.js') return { body: watch, type: javascript };
    const name = /^\/(?:one|two)\/([\w.-]+\.js)$/.exec(path)?.[1];
    const file = name === undefined ? '' : join('dist/modules', name);
    return existsSync(file) ? { body: readFileSync(file), type: javascript } : undefined;
  };

/** What the page has seen when both bundles have been tried and the element has drawn its contracts. */
const open = async (rules: string): Promise<unknown> => {
  site = await openSite(serve(rules));
  await browser.go(`${site.url}/`);
  await untilRead(browser, "document.readyState === 'complete'", 'the page');
  await sees(browser, 'Pay this contract');
  return browser.read('seen');
};

/** An engine that knows no Trusted Types stops nobody. */
const enforces = (): Promise<boolean> => browser.read<boolean>("'trustedTypes' in window");

describe.each(chooseEngines().map((found) => [found.engine, found] as const))('two bundles on a page in %s', (_engine, found) => {
  beforeEach(async () => {
    browser = await openFreshBrowser(found);
  }, 60_000);

  afterEach(async () => {
    await browser.close();
    await site.close();
  }, 60_000);

  it('the second is stopped with an error, and the first goes on', async () => {
    expect(policy).toContain('trusted-types aspire-pay');
    const seen = await open(policy);
    expect(seen).toEqual((await enforces()) ? [expect.stringContaining('createPolicy')] : []);
  }, 60_000);

  it('both are silent where the policy allows a name twice', async () => {
    expect(await open(policy.replace('trusted-types aspire-pay', "trusted-types aspire-pay 'allow-duplicates'"))).toEqual([]);
  }, 60_000);
});
