/**
 * Somebody in marketing makes a theme: sees it on the element, is told which contrast fails, takes what mends it, and takes the result along.
 * On the demo's real pages, in every engine there is.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../demo/config.js';
import { startDemo, type Demo } from '../../../demo/server.js';
import { contrast } from '../../../demo/theme-editor/colors.js';
import { chooseEngines } from '../../support/browsers.js';
import { openFreshBrowser, untilRead, type DrivenBrowser } from '../../support/driven-browser.js';

let folder: string;
let demo: Demo;
let site: Server;
let css = '';
/** As wide, and in the same type, as where the element stands in the editor. */
let place = '';

/** A plain page of another origin, with nothing but the script, the tag and the exported CSS. */
const plainPage = (): string => `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>A plain page</title>
<style>body { margin: 0; color: #1b212a } .place { ${place} } ${css}</style>
<script src="${demo.address}/aspire-pay.iife.js"></script>
<div class="place"><aspire-pay lang="en-US" endpoint="${demo.address}/api/aspire-pay/v1"></aspire-pay></div>
<script>document.querySelector('aspire-pay').getToken = async () => ${JSON.stringify(token)};</script>`;

let token = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aspire-pay-editor-'));
  site = createServer((_request, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(plainPage()));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  demo = await startDemo({ ...readConfig({ ASPIRE_PAY_DATA: join(folder, 'data'), ASPIRE_PAY_ORIGINS: origin }), port: 0 });
  const { payers } = (await (await fetch(`${demo.address}/demo/payers`)).json()) as { payers: { token: string }[] };
  token = payers[0]?.token ?? '';
}, 180_000);

afterAll(async () => {
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

const inFirst = (rest: string): string => `document.querySelector('aspire-pay').shadowRoot${rest}`;
const failing = "[...document.querySelectorAll('#failing li > p')].map((one) => one.textContent)";
const valueOf = (id: string): string => `document.querySelector('#${id}').value`;

const fill = (browser: DrivenBrowser, id: string, value: string): Promise<unknown> =>
  browser.read(`(() => {
    const field = document.querySelector('#${id}');
    field.value = ${JSON.stringify(value)};
    for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
    return true;
  })()`);

/** What makes the look, on the parts that carry it; the width of the place is left out. */
const lookOf = (browser: DrivenBrowser): Promise<string[]> =>
  browser.read<string[]>(`(() => {
    const names = ['color', 'background-color', 'border-start-start-radius', 'border-top-color', 'border-top-width', 'border-top-style', 'font-family',
      'font-size', 'font-weight', 'line-height', 'padding-top', 'padding-bottom', 'min-height'];
    const parts = ['.root', '[part="header"]', '.total', '.sheet', '.name', 'button.primary', 'button.quiet', 'td', 'th', '.bad', '.muted', 'a', 'input'];
    return parts.map((part) => {
      const style = getComputedStyle(document.querySelector('aspire-pay').shadowRoot.querySelector(part));
      return part + ' ' + names.map((name) => name + ':' + style.getPropertyValue(name)).join(';');
    });
  })()`);

for (const found of chooseEngines()) {
  describe(`the theme editor, in ${found.engine}`, { timeout: 120_000 }, () => {
    let browser: DrivenBrowser;

    beforeAll(async () => {
      browser = await openFreshBrowser(found);
    }, 120_000);
    afterAll(() => browser.close());

    const open = async (brand: string): Promise<void> => {
      await browser.go(`${demo.address}/theme-editor/?brand=${brand}`);
      await untilRead(browser, `${inFirst("?.querySelector('button.primary')")} !== null`, 'the list in the first preview');
      await untilRead(browser, "document.querySelectorAll('.stage[inert]').length === 0", 'every preview in its state');
    };
    const summary = (words: string): Promise<void> =>
      untilRead(browser, `document.querySelector('#contrast-summary').textContent.includes(${JSON.stringify(words)})`, words);

    it('shows the real element in its states: list, form, corrections, review, signed out', async () => {
      await open('bank');
      const headings = await browser.read<string[]>(
        "[...document.querySelectorAll('.stage aspire-pay')].map((one) => one.shadowRoot.querySelector('[part~=heading]').textContent.replace(/\\s+/g, ' ').trim())",
      );
      expect(headings).toHaveLength(5);
      expect(headings[0]).toMatch(/^Total open on \d+ contracts/);
      expect(headings[1]).toMatch(/^Pay contract/);
      expect(headings[2]).toMatch(/^Pay contract/);
      expect(headings[3]).toBe('Review payment');
      expect(headings[4]).toBe('Sign in to see your contracts');
      expect(
        await browser.read<boolean>("document.querySelectorAll('.stage aspire-pay')[2].shadowRoot.querySelector('#summary') !== null"),
      ).toBe(true);
      await summary('All 72 pairs pass');
    });

    it('names the pair and the ratio when the action colour fails, and offers one that passes', async () => {
      await open('bank');
      await fill(browser, 'accent-light', '#9bb8e8');
      await summary('pairs fail');
      const ratio = Math.floor(contrast({ r: 155, g: 184, b: 232, a: 1 }, { r: 255, g: 255, b: 255, a: 1 }) * 100) / 100;
      const pair = 'Words on action on the action button, light:';
      expect(await browser.read<string[]>(failing)).toContain(`${pair} ${ratio.toFixed(2)} to 1, needs 4.5 to 1.`);
      const shown = `getComputedStyle(${inFirst(".querySelector('button.primary')")}).backgroundColor`;
      await untilRead(browser, `${shown} === 'rgb(155, 184, 232)'`, 'the colour on the element at once');
      const item = `[...document.querySelectorAll('#failing li')].find((one) => one.textContent.startsWith('${pair}'))`;
      const first = `${item}.querySelector('.remedy')`;
      const offered = await browser.read<string>(`${first}.textContent`);
      expect(offered).toMatch(/^Action #[\da-f]{6}$/);
      await browser.click(first);
      await untilRead(browser, `!${failing}.some((words) => words.startsWith('Words on action'))`, 'the pair mended');
      expect(await browser.read(valueOf('accent-light'))).toBe(offered.replace('Action ', ''));
      expect(await browser.read(valueOf('accent-dark'))).toBe('#b4cbf0');
    });

    it('says at a field what is wrong with its entry, until it can be used', async () => {
      await open('bank');
      const told = (id: string): Promise<(string | null)[]> =>
        browser.read(`(() => {
          const field = document.querySelector('#${id}');
          const line = document.getElementById(field.getAttribute('aria-describedby'));
          return [field.getAttribute('aria-invalid'), line && line.textContent];
        })()`);
      await fill(browser, 'accent-light', 'petrol');
      expect(await told('accent-light')).toEqual([
        'true',
        'Action, light: “petrol” is not read as a colour. Enter one such as #0b4f8a or rgb(11 79 138).',
      ]);
      await fill(browser, 'radius', '-3');
      expect(await told('radius')).toEqual(['true', 'This can’t be used. Enter a number from 0 to 22.']);
      await fill(browser, 'radius', '3');
      await fill(browser, 'accent-light', '#0e4a4f');
      expect([await told('radius'), await told('accent-light')]).toEqual([
        [null, null],
        [null, null],
      ]);
    });

    it('exports CSS that gives a plain page the same look', async () => {
      await fetch(`${demo.address}/back-office/api/look`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ theme: {}, logoUrl: null }),
      });
      await open('trucks');
      await fill(browser, 'radius', '9');
      css = await browser.read<string>(valueOf('css'));
      expect(css).toContain('--aspire-pay-accent: light-dark(#ffb31a, #ffb937);');
      expect(css).toContain('--aspire-pay-radius: 9px;');
      const inEditor = await lookOf(browser);
      place = await browser.read<string>(`(() => {
        const stage = document.querySelector('.stage');
        const { fontFamily, fontSize } = getComputedStyle(stage);
        return 'inline-size: ' + stage.querySelector('aspire-pay').getBoundingClientRect().width + 'px; font: ' + fontSize + ' ' + fontFamily;
      })()`);
      await browser.go(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
      await untilRead(browser, `${inFirst("?.querySelector('button.primary')")} !== null`, 'the list on the plain page');
      const onPage = await lookOf(browser);
      expect(onPage).toEqual(inEditor);
      expect(onPage.join(' ')).toContain('border-start-start-radius:9px');
    });

    it('sends the theme to the endpoint, and the partner’s site shows it', async () => {
      await open('farm');
      await browser.click("document.querySelector('#send')");
      await untilRead(browser, "document.querySelector('#export-news').textContent.startsWith('Sent.')", 'that it was sent');
      await browser.go(`${demo.address}/`);
      await untilRead(
        browser,
        `getComputedStyle(${inFirst("?.querySelector('button.primary')")} ?? document.body).backgroundColor === 'rgb(42, 107, 31)'`,
        'the new colour on the site',
      );
      await untilRead(browser, `${inFirst(".querySelector('img.logo')")}?.naturalWidth > 0`, 'the logo on the site');
      expect(await browser.read(valueOf('brand'))).toBe('farm');
      await fill(browser, 'brand', 'night');
      await untilRead(
        browser,
        `getComputedStyle(${inFirst(".querySelector('.root')")}).backgroundColor === 'rgb(11, 14, 18)'`,
        'the dark look without a reload',
      );
    });

    it('imports what it exported', async () => {
      await open('medical');
      const json = await browser.read<string>(valueOf('json'));
      await open('bank');
      await untilRead(browser, `${valueOf('css')}.includes('#17355f')`, 'the other look');
      await browser.read(
        `(() => { const area = document.querySelector('#json'); area.closest('details').open = true; area.value = ${JSON.stringify(json)}; return true; })()`,
      );
      await browser.click("document.querySelector('#import')");
      await untilRead(browser, `${valueOf('radius')} === '12'`, 'the imported look');
      expect(await browser.read(valueOf('json'))).toBe(json);
      await browser.read(
        `(() => { document.querySelector('#json').value = '{"accent": "oklch(0.5 0.1 250)", "banner": "x"}'; return true; })()`,
      );
      await browser.click("document.querySelector('#import')");
      await untilRead(browser, "document.querySelector('#export-news').textContent.includes('without banner')", 'what was left out');
      expect(await browser.read(valueOf('accent-light'))).toMatch(/^#[\da-f]{6}$/);
    });
  });
}
