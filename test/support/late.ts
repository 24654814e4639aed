/**
 * `/__late?to=…&key=…`: a file of this project that doesn't come before `/__late/go?key=…` is asked for. The page decides what is asked
 * for so. Must not know what is tested.
 */
import type { TestRunnerConfig } from '@web/test-runner';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

const waiting = new Map<string, (() => void)[]>();
const gone = new Set<string>();

const turn = (key: string): Promise<void> =>
  new Promise((resolve) => {
    if (gone.has(key)) resolve();
    else waiting.set(key, [...(waiting.get(key) ?? []), resolve]);
  });

const letGo = (key: string): void => {
  gone.add(key);
  for (const go of waiting.get(key) ?? []) go();
  waiting.delete(key);
};

export const serveLate: Middleware = async (context, next) => {
  const { to, key } = context.query;
  if (context.path === '/__late/go') {
    letGo(String(key));
    context.status = 204;
  } else if (context.path === '/__late') {
    await turn(String(key));
    // A path alone: nothing of another origin is brought in by it.
    context.redirect(`/${String(to).replace(/^\/+/, '')}`);
  } else {
    await next();
  }
};
