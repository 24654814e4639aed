/** What README and the demo show of each framework is what stands on the page that is tested, word for word. Must not know a framework. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { surroundings } from '../../demo/framework-pages/page.js';
import { escapeHtml } from '../../demo/guides/highlight.js';
import { createDemoInProcess, type DemoInProcess } from './demo-in-process.js';

const readme = readFileSync('README.md', 'utf8');
const section = readme.slice(readme.indexOf('### Frameworks'), readme.indexOf('### Attributes'));

/** White space apart, by which formatters differ. */
const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('README', () => {
  it.each(['react/src/account.tsx', 'vue/src/account.vue', 'svelte/src/account.svelte', 'angular/src/account.ts'])(
    'shows %s whole, as it is built and paid on',
    (path) => {
      const file = words(readFileSync(`demo/frameworks/${path}`, 'utf8'));
      expect(file).toContain('<aspire-pay');
      expect(words(section)).toContain(file);
    },
  );
});

describe('the list of framework pages', () => {
  let demo: DemoInProcess;
  let page: string;

  beforeAll(async () => {
    demo = await createDemoInProcess();
    page = await (await demo.request('/frameworks/')).text();
  });
  afterAll(() => demo.close());

  it('has every page there is, and is found from the partner’s site', async () => {
    expect(surroundings.map(({ folder }) => folder).sort()).toEqual(readdirSync('demo/frameworks').sort());
    expect(await (await demo.request('/')).text()).toContain('href="/frameworks/"');
    expect((await demo.request('/frameworks')).headers.get('location')).toBe('/frameworks/');
  });

  it.each(surroundings)('shows the source of $folder, and commands that it has', ({ folder, sources, commands }) => {
    const shown = words(page.replace(/<\/?span[^>]*>/g, ''));
    for (const file of sources) expect(shown).toContain(words(escapeHtml(readFileSync(`demo/frameworks/${folder}/${file}`, 'utf8'))));
    const list = `demo/frameworks/${folder}/package.json`;
    const { scripts = {} } = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { scripts?: Record<string, string> }) : {};
    const run = commands.filter((command) => command !== 'npm ci').map((command) => command.replace('npm run ', ''));
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(run.length > 0).toBe(existsSync(list));
  });

  it('is under the strict policy of the site, without a script, and finds its files', async () => {
    expect((await demo.request('/frameworks/')).headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<style|\sstyle=/);
    for (const [, file] of page.matchAll(/<link[^>]*href="([^"]+)"/g)) expect((await demo.request(file ?? '')).status).toBe(200);
  });
});
