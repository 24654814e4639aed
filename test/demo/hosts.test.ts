/**
 * Host pages whose rules reach for everything: inside the element the look stays right, and the page's own elements are as without it.
 * In every engine there is, on the demo's real pages.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../demo/config.js';
import { drawHost, hosts, type HostName } from '../../demo/hosts/page.js';
import { startDemo, type Demo } from '../../demo/server.js';
import { chooseEngines } from '../support/browsers.js';
import { openFreshBrowser, type DrivenBrowser } from '../support/driven-browser.js';
import { sees } from '../support/driven-payer.js';

let folder: string;
let demo: Demo;
let bare: Server;

/** The same page without a script: what the site is when nobody adds an element. */
const serveBare = async (url: string): Promise<{ type: string; text: string }> => {
  if (url.endsWith('.css')) return { type: 'text/css', text: await readFile(join('demo', url), 'utf8') };
  const host = hosts.find((name) => url === `/hosts/${name}`);
  if (host === undefined) throw new Error(`There is no page ${url}.`);
  const page = String(await drawHost(host));
  return { type: 'text/html; charset=utf-8', text: page.replace(/<script[\s\S]*?<\/script>/g, '') };
};

const bareAddress = (): string => `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aspire-pay-hosts-'));
  demo = await startDemo({ ...readConfig({ ASPIRE_PAY_DATA: join(folder, 'data') }), port: 0 });
  bare = createServer((request, response) => {
    serveBare(request.url ?? '').then(
      ({ type, text }) => response.setHeader('content-type', type).end(text),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
}, 180_000);

afterAll(async () => {
  bare.closeAllConnections();
  await new Promise((resolve) => bare.close(resolve));
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

const root = "document.querySelector('aspire-pay').shadowRoot";

interface Look {
  readonly size: number;
  readonly transform: string;
  readonly style: string;
  readonly indent: string;
  readonly family: string;
  readonly box: string;
  readonly margin: string;
  readonly display: string;
  readonly height: number;
  readonly ground: string;
  readonly color: string;
}

const lookAt = (browser: DrivenBrowser, selector: string): Promise<Look> =>
  browser.read<Look>(`(() => {
    const element = ${root}.querySelector(${JSON.stringify(selector)});
    const style = getComputedStyle(element);
    return {
      size: parseFloat(style.fontSize), transform: style.textTransform, style: style.fontStyle, indent: style.textIndent,
      family: style.fontFamily, box: style.boxSizing, margin: style.marginInlineStart, display: style.display,
      height: element.getBoundingClientRect().height, ground: style.backgroundColor, color: style.color,
    };
  })()`);

/** Every computed value of every element of the site's own, as one text; without widths, since a longer page gets a scroll bar. */
const own = (browser: DrivenBrowser): Promise<string[]> =>
  browser.read<string[]>(`[document.documentElement, document.body, ...document.querySelectorAll('#own, #own *')].map((element) => {
    const style = getComputedStyle(element);
    const isPage = element === document.body || element === document.documentElement;
    const sizes = isPage ? /^(block-size|inline-size|width|height|perspective-origin|transform-origin)$/ : /^(inline-size|width|perspective-origin|transform-origin)$/;
    return [element.outerHTML.split('>')[0], ...[...style].filter((name) => !name.startsWith('--') && !sizes.test(name))
      .map((name) => name + ':' + style.getPropertyValue(name))].join(';');
  })`);

for (const found of chooseEngines()) {
  describe(`in ${found.engine}, the element on the page`, () => {
    let browser: DrivenBrowser;

    beforeAll(async () => {
      browser = await openFreshBrowser(found);
    }, 120_000);
    afterAll(() => browser.close());

    const open = async (host: HostName): Promise<void> => {
      await browser.go(`${demo.address}/hosts/${host}`);
      await sees(browser, 'Pay this contract');
    };

    it.each(hosts)('%s keeps its text, buttons and tables right', { timeout: 120_000 }, async (host) => {
      await open(host);
      for (const selector of ['.muted', '.name', 'dt', 'dd', 'caption', 'td', 'th', 'button.primary']) {
        const look = await lookAt(browser, selector);
        expect(look.size, `${selector} size`).toBeGreaterThanOrEqual(13);
        expect([selector, look.transform, look.style, look.indent, look.box]).toEqual([selector, 'none', 'normal', '0px', 'border-box']);
        expect([selector, look.margin]).toEqual([selector, '0px']);
      }
      const button = await lookAt(browser, 'button.primary');
      expect(button.height).toBeGreaterThanOrEqual(44);
      expect([button.ground, button.color]).toEqual(['rgb(14, 74, 79)', 'rgb(255, 255, 255)']);
      expect((await lookAt(browser, '.total')).size).toBeGreaterThanOrEqual(28);
      expect((await lookAt(browser, '.root')).display).toBe('block');
      expect((await lookAt(browser, '[part="status"]')).display).toMatch(/grid/);
    });

    it.each(hosts)('%s doesn’t grow wider than its place', { timeout: 120_000 }, async (host) => {
      await open(host);
      const beyond = await browser.read<number>(`(() => {
        const place = ${root}.querySelector('.root').getBoundingClientRect();
        return [...${root}.querySelectorAll('.root *')].filter((one) => one.getClientRects().length > 0 && !one.closest('.sr'))
          .map((one) => one.getBoundingClientRect()).filter((box) => box.right > place.right + 1 || box.left < place.left - 1).length;
      })()`);
      expect(beyond).toBe(0);
    });

    it.each(hosts)('%s leaves the site’s own elements as they are without it', { timeout: 120_000 }, async (host) => {
      await browser.go(`${bareAddress()}/hosts/${host}`);
      const before = await own(browser);
      expect(before.length).toBeGreaterThan(8);
      await open(host);
      expect(await own(browser)).toEqual(before);
      expect(await browser.read<number>('document.adoptedStyleSheets.length + document.querySelectorAll("style").length')).toBe(0);
    });

    it('right-to-left is mirrored: sums stand at the left, names at the right', { timeout: 60_000 }, async () => {
      await open('right-to-left');
      const sides = await browser.read<{ name: number; sum: number }>(`(() => {
        const box = (selector) => ${root}.querySelector(selector).getBoundingClientRect();
        return { name: box('section .name').right, sum: box('td.sum').left };
      })()`);
      expect(sides.sum).toBeLessThan(sides.name);
    });
  });
}
