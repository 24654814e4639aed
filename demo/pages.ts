/**
 * The demo's pages and their files, with the headers a careful site sends: strict policies, nothing inline.
 * Serves files only; knows neither the endpoint nor the store.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { compileScript, type ElementFiles } from './scripts.js';

const list = (...directives: string[]): string => directives.join('; ');

/** With the bank fields tried, one other origin may stand in a frame. */
const withFrames = (policy: string, origin: string): string => list(policy, `frame-src ${origin}`);

/** Trusted Types allow the element's own policy and no other. */
export const sitePolicy = list(
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
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

const sendPage = async (c: Context, path: string, policy: string): Promise<Response> =>
  c.html(await readFile(path, 'utf8'), 200, { 'Content-Security-Policy': policy, 'Referrer-Policy': 'same-origin' });

/** A script is asked for as `.js` and kept as `.ts`. */
const readPublic = (folder: string, name: string, extension: Extension): Promise<string> =>
  extension === 'js' ? compileScript(join(folder, `${name}.ts`)) : readFile(join(folder, `${name}.${extension}`), 'utf8');

/** What browsers may have of each folder: its server side stays inside. */
const publicFiles = {
  site: [
    'site.css',
    'header.css',
    'sections.css',
    'document.css',
    'icon.svg',
    'contours.svg',
    'site.js',
    'event-log.js',
    'signed-in.js',
    'bank-source.js',
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
} as const;

const addFiles = (app: Hono, root: string, folder: keyof typeof publicFiles): void => {
  for (const file of publicFiles[folder]) {
    const dot = file.lastIndexOf('.');
    const extension = file.slice(dot + 1) as Extension;
    let text: Promise<string> | undefined;
    app.get(`/${folder}/${file}`, async (c) => {
      text ??= readPublic(join(root, 'demo', folder), file.slice(0, dot), extension);
      return c.body(await text, 200, { 'Content-Type': contentTypes[extension] });
    });
  }
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
  addFiles(app, root, 'site');
  addFiles(app, root, 'back-office');
  return app;
};
