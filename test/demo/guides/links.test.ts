/** Every link in the guides and in the README leads somewhere: a file, a heading, a page of the demo. No picture is missing or left over. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hrefOf, targetOf, guidesFolder } from '../../../demo/guides/links.js';
import { renderGuide } from '../../../demo/guides/render.js';
import { createDemoInProcess, type DemoInProcess } from '../demo-in-process.js';
import { guides, root, texts, type Text } from './guide-files.js';

const linksOf = ({ text }: Text): readonly string[] => renderGuide(text).links;
const anchorsOf = (text: string): string[] => renderGuide(text).headings.map(({ id }) => id);
const isRelative = (href: string): boolean => !/^[a-z]+:/.test(href);

const all = texts.flatMap((text) => linksOf(text).map((href) => ({ path: text.path, text, href })));

/** The file a relative link names, from where the text stands. */
const fileOf = (path: string, href: string): string => {
  const [file = ''] = href.split('#');
  return file === '' ? path : normalize(join(dirname(path), file));
};

describe('a link between files', () => {
  const relative = all.filter(({ href }) => isRelative(href));

  it.each(relative)('in $path leads to a file: $href', ({ path, href }) => {
    expect(existsSync(join(root, fileOf(path, href)))).toBe(true);
  });

  it.each(relative.filter(({ href }) => href.includes('#')))('in $path leads to a heading: $href', ({ path, href }) => {
    const target = texts.find((text) => text.path === fileOf(path, href));
    expect(target && anchorsOf(target.text)).toContain(href.slice(href.indexOf('#') + 1));
  });

  it('elsewhere is https, but for the demo on this machine', () => {
    const elsewhere = all.filter(({ href }) => !isRelative(href)).map(({ href }) => href);
    expect(elsewhere.filter((href) => !/^(https:\/\/|http:\/\/127\.0\.0\.1:8080\/)/.test(href))).toEqual([]);
  });
});

describe('on the demo’s site', () => {
  let demo: DemoInProcess;

  beforeAll(async () => {
    demo = await createDemoInProcess();
  });
  afterAll(() => demo.close());

  const own = guides.flatMap((text) => linksOf(text).map((href) => ({ path: text.path, href })));
  const served = own.map(({ path, href }) => ({ path, href: hrefOf(targetOf(href)) })).filter(({ href }) => href.startsWith('/'));

  it.each(served)('$path finds what it links to: $href', async ({ href }) => {
    expect((await demo.request(href)).status).toBe(200);
  });

  it('every page that was linked to within the demo is there, from the list of guides on', async () => {
    const page = await (await demo.request('/guides/')).text();
    const hrefs = [...page.matchAll(/href="([^"#]+)"/g)].map(([, href]) => href ?? '');
    expect(hrefs.filter((href) => href.startsWith('/guides/')).length).toBeGreaterThan(guides.length);
    for (const href of hrefs) expect([href, (await demo.request(href)).status]).toEqual([href, 200]);
  });

  it('files that no guide links to are not served', async () => {
    for (const path of ['package.json', 'demo/start.ts', '../package.json', 'demo/endpoint/keys.ts', 'demo/guides/routes.ts']) {
      expect([path, (await demo.request(`/guides/files/${path}`)).status]).toEqual([path, 404]);
    }
    for (const name of ['sizes.json', '..%2fintegrate.md']) expect((await demo.request(`/guides/pictures/${name}`)).status).toBe(404);
  });
});

describe('pictures', () => {
  const folder = join(root, guidesFolder, 'pictures');
  const files = readdirSync(folder).filter((name) => !name.endsWith('.json'));
  const images = guides.flatMap(({ path, text }) =>
    [...text.matchAll(/!\[([^\]]*)\]\(pictures\/([\w.-]+)/g)].map(([, alt = '', name = '']) => ({ path, alt, name })),
  );

  it.each(images)('$name in $path is said in words', ({ alt }) => {
    expect(alt.length).toBeGreaterThan(12);
  });

  it('are all shown somewhere', () => {
    expect([...new Set(images.map(({ name }) => name))].sort()).toEqual([...files].sort());
  });

  it('weigh less than two megabytes together', () => {
    expect(files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)).toBeLessThan(2_000_000);
  });
});
