/** Guides as pages of the demo: its policy, nothing inline, no script, a way from each to the others. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideNames } from '../../../demo/guides/routes.js';
import { sitePolicy } from '../../../demo/pages.js';
import { createDemoInProcess, type DemoInProcess } from '../demo-in-process.js';

describe('a guide on the demo’s site', () => {
  let demo: DemoInProcess;

  beforeAll(async () => {
    demo = await createDemoInProcess();
  });
  afterAll(() => demo.close());

  const pages = ['/guides/', ...guideNames.map((name) => `/guides/${name}`)];
  const read = async (path: string): Promise<string> => (await demo.request(path)).text();

  it.each(pages)('%s is sent with the site’s policy', async (path) => {
    const { headers } = await demo.request(path);
    expect(headers.get('Content-Security-Policy')).toBe(sitePolicy);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it.each(pages)('%s has no script, no inline style, no handler', async (path) => {
    expect(await read(path)).not.toMatch(/<script|<style|<[^>]*\s(style|on[a-z]+)=|javascript:/i);
  });

  it.each(pages)('%s has one title, and no name twice', async (path) => {
    const page = await read(path);
    expect(page.match(/<h1/g)).toHaveLength(1);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(page).toMatch(/<meta name="description" content="[^"]{20,}"/);
  });

  it.each(guideNames)('%s names itself among the guides, and what stands on the page', async (name) => {
    const page = await read(`/guides/${name}`);
    expect(page).toContain(`href="/guides/${name}" aria-current="page"`);
    for (const other of guideNames) expect(page).toContain(`href="/guides/${other}"`);
    for (const [, id = ''] of page.matchAll(/<h2 id="((?!contents-title)[^"]+)"/g)) expect(page).toContain(`href="#${id}"`);
  });

  it('is found from the site', async () => {
    expect(await read('/')).toContain('href="/guides/"');
    expect((await demo.request('/guides')).headers.get('Location')).toBe('/guides/');
    expect((await demo.request('/guides/nothing')).status).toBe(404);
  });
});
