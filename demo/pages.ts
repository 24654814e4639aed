/**
 * The demo's pages and their files, with the headers a careful site sends: strict policies, nothing inline.
 * Serves files only; knows neither the endpoint nor the store.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { addGuides } from './guides/routes.js';
import { drawAccessibilityPage } from './accessibility/page.js';
import { drawFrameworkPages } from './framework-pages/page.js';
import { drawHost, drawHostList, hosts } from './hosts/page.js';
import { compileScript, type ElementFiles } from './scripts.js';
import { sendHtml } from './send-html.js';

const list = (...directives: string[]): string => directives.join('; ');

/** With the bank fields tried, one other origin may stand in a frame. */
const withFrames = (policy: string, origin: string): string => list(policy, `frame-src ${origin}`);

/** Trusted Types allow the element's own policy and no other. A logo tried in the theme editor may be anywhere; a lender names its one origin. */
export const sitePolicy = list(
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types aspire-pay',
);

const backOfficePolicy = list(
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
);

const contentTypes = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const;
type Extension = keyof typeof contentTypes;

const sendPage = async (c: Context, path: string, policy: string): Promise<Response> => sendHtml(c, await readFile(path, 'utf8'), policy);

/** A script is asked for as `.js` and kept as `.ts`. */
const readPublic = (folder: string, name: string, extension: Extension): Promise<string> =>
  extension === 'js' ? compileScript(join(folder, `${name}.ts`)) : readFile(join(folder, `${name}.${extension}`), 'utf8');

/** What browsers may have of each folder: its server side stays inside. Folders of `demo`, unless a page's scripts share the element's own. */
const publicFiles: Readonly<Record<string, readonly string[]>> = {
  site: [
    'site.css',
    'header.css',
    'sections.css',
    'document.css',
    'plain.css',
    'icon.svg',
    'contours.svg',
    'site.js',
    'event-log.js',
    'signed-in.js',
    'bank-source.js',
    'brand-choice.js',
    'language.js',
  ],
  'back-office': [
    'back-office.css',
    'table.css',
    'mail.css',
    'desk.css',
    'icon.svg',
    'page.js',
    'back-office.js',
    'record-rows.js',
    'record-detail.js',
    'desk-controls.js',
    'settings-form.js',
    'fault-form.js',
    'mail.js',
    'mail-list.js',
  ],
  brands: ['brands.js', 'bank.svg', 'farm.svg', 'medical.svg', 'trucks.svg', 'night.svg', 'contrast.svg'],
  'theme-editor': [
    'theme-editor.css',
    'controls.css',
    'theme-editor.js',
    'any-color.js',
    'color-rows.js',
    'colors.js',
    'contrast.js',
    'exports.js',
    'field-fault.js',
    'findings.js',
    'logo.js',
    'page.js',
    'previews.js',
    'shape-fields.js',
    'theme-file.js',
  ],
  guides: ['guides.css', 'widths.css', 'prose.css'],
  accessibility: ['accessibility.css', 'print.css'],
  hosts: ['hosts.css', 'bootstrap.css', 'tailwind.css', 'unset.css', 'margins.css', 'ten-pixels.css', 'right-to-left.css', 'hosts.js'],
  src: ['token-docs.js'],
  'src/domain': ['theme.js', 'tokens.js'],
};

const folderOf = (root: string, name: string): string => (name.startsWith('src') ? join(root, name) : join(root, 'demo', name));

const addFiles = (app: Hono, root: string, folder: string): void => {
  for (const file of publicFiles[folder] ?? []) {
    const dot = file.lastIndexOf('.');
    const extension = file.slice(dot + 1) as Extension;
    let text: Promise<string> | undefined;
    app.get(`/${folder}/${file}`, async (c) => {
      text ??= readPublic(folderOf(root, folder), file.slice(0, dot), extension);
      return c.body(await text, 200, { 'Content-Type': contentTypes[extension] });
    });
  }
};

const addDrawn = (app: Hono, root: string): void => {
  app.get('/hosts', (c) => c.redirect('/hosts/'));
  app.get('/hosts/', async (c) => sendHtml(c, String(await drawHostList()), sitePolicy));
  for (const host of hosts) app.get(`/hosts/${host}`, async (c) => sendHtml(c, String(await drawHost(host)), sitePolicy));
  app.get('/frameworks', (c) => c.redirect('/frameworks/'));
  app.get('/frameworks/', async (c) => sendHtml(c, String(await drawFrameworkPages(root)), sitePolicy));
  app.get('/accessibility', (c) => c.redirect('/accessibility/'));
  app.get('/accessibility/', async (c) => sendHtml(c, String(await drawAccessibilityPage()), sitePolicy));
};

export interface PagesOptions {
  /** The project's folder. */
  readonly root: string;
  readonly element: ElementFiles;
  /** Where the sample bank fields are, as the browser has to say it. */
  readonly bankFields: (c: Context) => string;
}

export const createPages = ({ root, element, bankFields }: PagesOptions): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache');
  });
  app.get('/', (c) => {
    const triesFields = c.req.query('bank-source') !== undefined;
    return sendPage(c, join(root, 'demo', 'index.html'), triesFields ? withFrames(sitePolicy, bankFields(c)) : sitePolicy);
  });
  app.get('/back-office', (c) => c.redirect('/back-office/'));
  app.get('/back-office/', (c) => sendPage(c, join(root, 'demo', 'back-office', 'index.html'), backOfficePolicy));
  app.get('/back-office/mail', (c) => sendPage(c, join(root, 'demo', 'back-office', 'mail.html'), backOfficePolicy));
  for (const [path, text] of element) {
    const type = path.endsWith('.map') ? 'application/json' : contentTypes.js;
    app.get(path, (c) => c.body(text, 200, { 'Content-Type': type }));
  }
  app.get('/theme-editor', (c) => c.redirect('/theme-editor/'));
  app.get('/theme-editor/', (c) => sendPage(c, join(root, 'demo', 'theme-editor', 'index.html'), sitePolicy));
  addGuides(app, root, sitePolicy);
  addDrawn(app, root);
  for (const folder of Object.keys(publicFiles)) addFiles(app, root, folder);
  return app;
};
