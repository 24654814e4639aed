/**
 * The demo's guides on the runner's own origin, with the headers they have on the site, so that a test can look into a frame of them.
 * Must not know what is tested.
 */
import type { TestRunnerConfig } from '@web/test-runner';
import { resolve } from 'node:path';
import { createPages } from '../../demo/pages.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

const pages = createPages({ root: resolve('.'), element: new Map(), bankFields: () => '' });

export const serveGuides: Middleware = async (context, next) => {
  if (!/^\/(guides|site)\//.test(context.path)) {
    await next();
    return;
  }
  const answer = await pages.request(context.path);
  context.status = answer.status;
  for (const [name, value] of answer.headers) context.set(name, value);
  context.body = Buffer.from(await answer.arrayBuffer());
};
