/**
 * Every page of the browser tests stands under the strictest policy, with Trusted Types and a second Lit, as the strictest site would have it.
 * Also serves pages with a policy of a test's own. Must not know what is tested.
 */
import type { TestRunnerConfig } from '@web/test-runner';
import { isLitHtml, policyName, renameLitPolicy } from '../../demo/tools/lit-policy.js';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];
type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

const nonce = 'of-the-tests';

/** Endpoints of worlds, processes and proxies listen on this machine's own address; the socket is the runner's. */
const policyFor = (host: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    // The runner sends its commands over a socket, which not every engine counts as 'self'.
    `connect-src 'self' ws://${host} http://127.0.0.1:*`,
    // One engine asks for the icon by itself; the other is the lender's logo.
    `img-src http://${host}/favicon.ico https://northline.example`,
    // The bank fields of a world stand in a frame of their own origin.
    "frame-src 'self' http://127.0.0.1:*",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${policyName} lit-html`,
  ].join('; ');

/** The page's own Lit comes first, as it would on a site that is made with it. */
const watch = '<script src="/test/support/strict-page-watch.js"></script>';
const secondLit = '<script type="module" src="/node_modules/lit-html/lit-html.js?of-the-page"></script>';

const isTestPage = (path: string, search: string): boolean =>
  path === '/test/support/frame.html' || (path === '/' && search.includes('wtr-session-id'));

/** After whatever else the runner puts into the page. */
export const strictPages: Middleware = async (context, next) => {
  await next();
  if (!isTestPage(context.path, context.search) || typeof context.body !== 'string') return;
  context.set('content-security-policy', policyFor(context.host));
  context.body = context.body.replace('<head>', `<head>${watch}${secondLit}`).replaceAll('<script', `<script nonce="${nonce}"`);
};

/** `/__page?policy=…&html=…`: a page that says what the test says, under the policy the test names. */
export const servePages: Middleware = async (context, next) => {
  if (context.path !== '/__page') {
    await next();
    return;
  }
  const { policy = '', html = '' } = context.query;
  context.set('content-security-policy', String(policy));
  context.type = 'html';
  context.body = `<!doctype html><html lang="en-US"><head><title>A page of a test’s own</title></head><body>${String(html)}</body></html>`;
};

/** The source under test gets the name its bundle has; the page's own Lit keeps Lit's. */
export const nameLitPolicy: Plugin = {
  name: 'name-lit-policy',
  transform: ({ path, body, search }) => {
    if (!isLitHtml(path) || search.includes('of-the-page') || typeof body !== 'string') return;
    const { code, renamed } = renameLitPolicy(body);
    if (renamed !== 1) throw new Error(`Lit's Trusted Types policy was renamed ${renamed} times; exactly one was expected.`);
    return { body: code };
  },
};
