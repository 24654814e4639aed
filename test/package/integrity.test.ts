/**
 * README's snippet and README's policy, served as they are written there: the hashes fit the build, and a browser pays on such a page.
 * Must not know how the hashes are made.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { chooseEngines } from '../support/browsers.js';
import { openFreshBrowser, untilRead, type DrivenBrowser } from '../support/driven-browser.js';
import { pay, sees } from '../support/driven-payer.js';
import { openSite, type Site, type SiteFile } from '../support/site.js';
import { languages } from '../../src/domain/language.js';

const readme = await readFile('README.md', 'utf8');
const hashes = z.record(z.string(), z.string()).parse(JSON.parse(await readFile('dist/integrity.json', 'utf8')));

const find = (pattern: RegExp, what: string): string => {
  const found = pattern.exec(readme)?.[1];
  if (found === undefined) throw new Error(`README has no ${what}.`);
  return found.trim();
};

/** Word for word as an integrator would copy them. */
const snippet = find(/```html\n(<script[^`]+?integrity=[^`]+?)```/, 'snippet with a hash');
const preload = find(/```html\n(<link\s+rel="preload"[^`]+?)```/, 'preload');
const policy = find(/```text\n(default-src[^`]+)```/, 'policy');
const withPagesLit = find(/`(trusted-types aspire-pay lit-html)`/, 'policy beside a Lit of the page’s own');
const fallback = find(/<p>(To pay[^<]+)<\/p>/, 'text inside the tag');

describe('the hashes', () => {
  it('are those of the built scripts, one for each', async () => {
    const scripts = ['aspire-pay', ...languages.filter((name) => name !== 'en').map((name) => `locales/${name}`)];
    expect(Object.keys(hashes).sort()).toEqual(scripts.map((name) => `${name}.iife.js`).sort());
    for (const [script, hash] of Object.entries(hashes)) {
      const digest = createHash('sha384').update(await readFile(join('dist', script)));
      expect([script, hash]).toEqual([script, `sha384-${digest.digest('base64')}`]);
    }
  });

  it('stand in README as they are: after a change of the element, “npm run build && npm run readme:hashes”', () => {
    const tags = [...readme.matchAll(/<script\s[^>]*?src="\/([^"]+)"\s+integrity="([^"]+)"/g)].map(([, script, hash]) => [script, hash]);
    expect(tags.sort()).toEqual(Object.entries(hashes).sort());
  });

  it('stand in what asks for a script ahead as in its tag, with the same “crossorigin”', () => {
    const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const tell = (tag: string, address: string) => [attribute(tag, address), attribute(tag, 'integrity'), attribute(tag, 'crossorigin')];
    const scripts = [...readme.matchAll(/<script\s[^>]*>/g)].map(([tag]) => tell(tag, 'src'));
    const links = [...readme.matchAll(/<link\s[^>]*as="script"[^>]*>/g)].map(([tag]) => tell(tag, 'href'));
    expect(links).toEqual([['/aspire-pay.iife.js', hashes['aspire-pay.iife.js'], 'anonymous']]);
    expect(scripts).toContainEqual(links[0]);
  });
});

const watch = `var seen = []; addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective + ' ' + event.blockedURI));
addEventListener('error', (event) => seen.push(event.message)); for (const name of ['warn', 'error']) console[name] = (...words) => seen.push(words.join(' '));`;
const head = '<!doctype html><html lang="en-US"><meta charset="utf-8"><title>A page</title><script src="/watch.js"></script>';
const lit = '<script type="module" src="/lit-html.js"></script>';

const text = 'text/html; charset=utf-8';
const javascript = 'text/javascript; charset=utf-8';
const files: Readonly<Record<string, string>> = {
  '/watch.js': watch,
  '/aspire-pay.iife.js': await readFile('dist/aspire-pay.iife.js', 'utf8'),
  '/lit-html.js': await readFile('node_modules/lit-html/lit-html.js', 'utf8'),
};

interface Page {
  readonly html: string;
  readonly policy: string;
  /** In place of the built ones; undefined for one that isn't there. */
  readonly scripts?: Readonly<Record<string, string | undefined>>;
}

const serve = ({ html, policy: rules, scripts }: Page, asked: string[]) => {
  const served = { ...files, ...scripts };
  return (path: string): SiteFile | undefined => {
    asked.push(path);
    if (path === '/') return { body: head + html, type: text, headers: { 'content-security-policy': rules } };
    const script = served[path];
    return script === undefined ? undefined : { body: script, type: javascript };
  };
};

describe.each(chooseEngines().map((found) => [found.engine, found] as const))('README’s page in %s', (_engine, found) => {
  let site: Site;
  let browser: DrivenBrowser;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    browser = await openFreshBrowser(found);
  }, 60_000);

  afterEach(async () => {
    await browser.close();
    await site.close();
  }, 60_000);

  const open = async (page: Page): Promise<void> => {
    site = await openSite(serve(page, asked));
    await browser.go(`${site.url}/`);
  };

  const beside = policy.replace('trusted-types aspire-pay', withPagesLit);
  it.each([
    ['alone', snippet, policy],
    ['after a Lit of the page’s own', lit + snippet, beside],
    ['before a Lit of the page’s own', snippet + lit, beside],
  ])(
    '%s: a contract is paid under README’s policy, once, without a report',
    async (_where, html, rules) => {
      await open({ html, policy: rules });
      await pay(browser);
      await sees(browser, 'Payment accepted');
      expect(await site.stored()).toEqual({ payments: [215_000], records: [215_000] });
      expect(await browser.read('seen')).toEqual([]);
    },
    90_000,
  );

  it('is asked for once where the page asks ahead of it', async () => {
    await open({ html: preload + snippet, policy });
    await untilRead(browser, "customElements.get('aspire-pay') !== undefined", 'the element');
    expect(asked.filter((path) => path === '/aspire-pay.iife.js')).toHaveLength(1);
    expect(await browser.read('seen')).toEqual([]);
  }, 90_000);

  it.each([
    ['is another than the one that was built', `${files['/aspire-pay.iife.js'] ?? ''}\n`],
    ['is not there', undefined],
  ])(
    'a script that %s does not run, and the text inside the tag is read',
    async (_how, script) => {
      await open({ html: snippet, policy, scripts: { '/aspire-pay.iife.js': script } });
      await untilRead(browser, "document.readyState === 'complete'", 'the page');
      expect(await browser.read("customElements.get('aspire-pay') === undefined")).toBe(true);
      expect(await browser.read("document.querySelector('aspire-pay').innerText.trim()")).toBe(fallback);
      expect(await browser.read("document.querySelector('aspire-pay p').getBoundingClientRect().height > 0")).toBe(true);
    },
    90_000,
  );
});
