/**
 * The endpoint's own start as one file, so that a process of it is up in a fraction of a second. Must not know what is done with it.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

export interface Bundle {
  /** What Node is to run. */
  readonly file: string;
  remove(): void;
}

/** Inside the project: the two database drivers stay outside the file and are found from there. */
export const bundleEndpoint = async (): Promise<Bundle> => {
  const outDir = join(root, '.cache', `endpoint-${randomUUID()}`);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['libsql', 'pg'] },
    build: { ssr: 'demo/endpoint/main.ts', outDir, minify: false, rolldownOptions: { output: { entryFileNames: 'main.js' } } },
  });
  return {
    file: join(outDir, 'main.js'),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
};
