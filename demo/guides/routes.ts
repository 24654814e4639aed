/**
 * The guides on the demo's site: each rendered once from its Markdown, with its pictures, and the files of the project that guides link to,
 * as plain text. No other file can be had here.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { Html } from '../drawn-page.js';
import { sendHtml } from '../send-html.js';
import { guidesFolder, targetOf } from './links.js';
import { drawGuide, drawList, type Listed } from './page.js';
import { renderGuide } from './render.js';

/** In the order in which they are read. */
export const guideNames = ['integrate', 'endpoint', 'map-to-aspire', 'brand', 'run-safely', 'what-the-payer-sees'] as const;

const Sizes = z.record(z.string(), z.object({ width: z.number(), height: z.number() }));

const pictureTypes: Readonly<Record<string, string>> = { webp: 'image/webp', svg: 'image/svg+xml' };

export const readGuides = async (root: string): Promise<Listed[]> => {
  const folder = join(root, guidesFolder);
  const sizes = Sizes.parse(JSON.parse(await readFile(join(folder, 'pictures', 'sizes.json'), 'utf8')));
  const texts = await Promise.all(guideNames.map((slug) => readFile(join(folder, `${slug}.md`), 'utf8')));
  return guideNames.map((slug, index) => ({ slug, ...renderGuide(texts[index] ?? '', sizes) }));
};

interface Shelf {
  readonly guides: readonly Listed[];
  /** That guides name, by their paths in the project. */
  readonly files: ReadonlySet<string>;
  /** That guides show, by their names. */
  readonly pictures: ReadonlySet<string>;
}

const fillShelf = async (root: string): Promise<Shelf> => {
  const guides = await readGuides(root);
  const targets = guides.flatMap(({ links }) => links.map(targetOf));
  return {
    guides,
    files: new Set(targets.flatMap((target) => (target.kind === 'file' ? [target.path] : []))),
    pictures: new Set(targets.flatMap((target) => (target.kind === 'picture' ? [target.name] : []))),
  };
};

export const addGuides = (app: Hono, root: string, policy: string): void => {
  let known: Promise<Shelf> | undefined;
  const load = (): Promise<Shelf> => (known ??= fillShelf(root));
  const send = async (c: Context, page: Html): Promise<Response> => sendHtml(c, String(await page), policy);

  app.get('/guides', (c) => c.redirect('/guides/'));
  app.get('/guides/', async (c) => send(c, drawList((await load()).guides)));
  for (const slug of guideNames) {
    app.get(`/guides/${slug}`, async (c) => {
      const { guides } = await load();
      const here = guides.find((guide) => guide.slug === slug);
      return here ? send(c, drawGuide(guides, here)) : c.notFound();
    });
  }
  app.get('/guides/pictures/:name', async (c) => {
    const name = c.req.param('name');
    if (!(await load()).pictures.has(name)) return c.notFound();
    const type = pictureTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return c.body(await readFile(join(root, guidesFolder, 'pictures', name)), 200, { 'Content-Type': type });
  });
  app.get('/guides/files/*', async (c) => {
    const path = c.req.path.slice('/guides/files/'.length);
    if (!(await load()).files.has(path)) return c.notFound();
    return c.text(await readFile(join(root, path), 'utf8'));
  });
};
