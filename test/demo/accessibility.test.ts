/** The table of success criteria: complete, each row with what shows it, and every test it names is there by that title. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { criteria } from '../../demo/accessibility/criteria.js';
import { createDemoInProcess, type DemoInProcess } from './demo-in-process.js';

/** WCAG 2.2, 5 October 2023: 31 of level A and 24 of level AA; 4.1.1 is obsolete and removed. */
const levelA =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2'.split(
    ' ',
  );
const levelAA =
  '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3'.split(
    ' ',
  );

const idsOf = (level: 'A' | 'AA'): string[] => criteria.filter((one) => one.level === level).map(({ id }) => id);
const sort = (ids: readonly string[]): string[] => [...ids].sort();

describe('the table of success criteria', () => {
  it('has every one of WCAG 2.2 at levels A and AA, once, and no other', () => {
    expect([levelA.length, levelAA.length]).toEqual([31, 24]);
    expect(sort(idsOf('A'))).toEqual(sort(levelA));
    expect(sort(idsOf('AA'))).toEqual(sort(levelAA));
  });

  it('is in the order of the recommendation', () => {
    const inNumbers = criteria.map(({ id }) =>
      id
        .split('.')
        .map(Number)
        .reduce((sum, part) => sum * 100 + part, 0),
    );
    expect(inNumbers).toEqual([...inNumbers].sort((a, b) => a - b));
  });

  for (const { id, name, verdict, how, shown } of criteria) {
    it(`shows how ${id} ${name} is met, or why there is nothing to meet`, async () => {
      expect(how).toMatch(/\.$/);
      expect(shown.length > 0).toBe(verdict !== 'not applicable');
      for (const evidence of shown) {
        if (evidence.kind === 'manual') {
          expect(evidence.step).toMatch(/[.:]/);
        } else {
          const text = await readFile(join('test', evidence.file), 'utf8');
          expect(
            ["'", '`'].some((quote) => text.includes(`(${quote}${evidence.title}${quote}`)),
            evidence.title,
          ).toBe(true);
        }
      }
    });
  }
});

describe('the page of it', () => {
  let demo: DemoInProcess;
  let page: string;

  beforeAll(async () => {
    demo = await createDemoInProcess();
    page = await (await demo.request('/accessibility/')).text();
  });
  afterAll(() => demo.close());

  it('has a row for each, and is found from the partner’s site', async () => {
    expect([...page.matchAll(/<tr id="c-([\d.]+)">/g)].map(([, id]) => id)).toEqual(criteria.map(({ id }) => id));
    expect(await (await demo.request('/')).text()).toContain('href="/accessibility/"');
    expect((await demo.request('/accessibility')).headers.get('location')).toBe('/accessibility/');
  });

  it('is under the strict policy of the site, without a script, and finds its files', async () => {
    const answer = await demo.request('/accessibility/');
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<style|\sstyle=/);
    for (const [, file] of page.matchAll(/<link[^>]*href="([^"]+)"/g)) expect((await demo.request(file ?? '')).status).toBe(200);
  });

  it('stays a table on paper, however narrow the sheet is', async () => {
    const css = await (await demo.request('/accessibility/accessibility.css')).text();
    const narrow = css.match(/@media [^{]*width[^{]*/g) ?? [];
    expect(narrow.length).toBeGreaterThan(0);
    expect(narrow.filter((rule) => !rule.startsWith('@media screen and'))).toEqual([]);
  });
});
