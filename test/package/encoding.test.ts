/**
 * The scripts for a plain page on a page that isn't written in UTF-8, from a server that names no encoding: its words stay whole.
 * Must not know how they are kept so.
 */
import { readFile } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '../../src/domain/language.js';
import { chooseEngines } from '../support/browsers.js';
import { openFreshBrowser, untilRead, type DrivenBrowser } from '../support/driven-browser.js';
import { openSite, type Site } from '../support/site.js';
import { unescaped } from '../support/unescaped.js';

const scripts = ['aspire-pay.iife.js', ...languages.filter((name) => name !== 'en').map((name) => `locales/${name}.iife.js`)];
const built = new Map(await Promise.all(scripts.map(async (name) => [name, await readFile(`dist/${name}`, 'utf8')] as const)));

describe.each(scripts)('the script %s', (name) => {
  const code = built.get(name) ?? '';

  it('has no character that an encoding could change', () => {
    expect(code.length).toBeGreaterThan(500);
    expect(code.match(/[^\0-\x7f]/g)).toBeNull();
  });

  it('has a map that tells where each of its words with such a character comes from', async () => {
    const payload = JSON.parse(await readFile(`dist/${name}.map`, 'utf8')) as SourceMapPayload & { readonly sourcesContent: string[] };
    const map = new SourceMap(payload);
    const words = code
      .split('\n')
      .flatMap((line, row) =>
        [...line.matchAll(/(?<=\w:)`((?:[^`$\\]|\\u\w{4})+)`/g)].map(({ index, 1: word = '' }) => ({ row, column: index, word })),
      )
      .filter(({ word }) => word.includes('\\u'));
    expect(words.length).toBeGreaterThan(0);
    const sourceOf = (row: number, column: number): string => {
      const entry = map.findEntry(row, column);
      if (!('originalSource' in entry)) return '';
      const text = payload.sourcesContent[payload.sources.indexOf(entry.originalSource)] ?? '';
      return text.split('\n')[entry.originalLine]?.slice(entry.originalColumn) ?? '';
    };
    const lost = words.filter(({ row, column, word }) => !unescaped(sourceOf(row, column)).startsWith(unescaped(word), 1));
    expect(lost).toEqual([]);
  });
});

/** Said of an endpoint that has no address. */
const pages = [
  ['English', '', 'The lender’s answer'],
  ['French', ' lang="fr-CA"', 'Réessayer'],
] as const;

describe.each(chooseEngines().map((found) => [found.engine, found] as const))('a page in Windows-1252 in %s', (_engine, found) => {
  let site: Site;
  let browser: DrivenBrowser;

  afterEach(async () => {
    await browser.close();
    await site.close();
  }, 60_000);

  it.each(pages)(
    'is spoken to in whole words: %s',
    async (_language, attribute, words) => {
      const html = `<!doctype html><html${attribute}><meta charset="windows-1252"><title>A page</title>
${scripts.map((name) => `<script src="/${name}"></script>`).join('')}<aspire-pay endpoint="/nowhere"></aspire-pay>`;
      site = await openSite((path) => {
        if (path === '/') return { body: html, type: 'text/html' };
        const script = built.get(path.slice(1));
        return script === undefined ? undefined : { body: script, type: 'text/javascript' };
      });
      browser = await openFreshBrowser(found);
      await browser.go(`${site.url}/`);
      expect(await browser.read('document.characterSet')).toBe('windows-1252');
      await untilRead(browser, `document.querySelector('aspire-pay').shadowRoot.textContent.includes(${JSON.stringify(words)})`, words);
    },
    90_000,
  );
});
