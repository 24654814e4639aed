/**
 * A start of ours as one file, so that a process of it is up in a fraction of a second and nothing is translated while it runs.
 * Must not know what is done with it.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export interface Bundle {
  /** What Node is to run. */
  readonly file: string;
  remove(): void;
}

/** Inside the project: the two database drivers stay outside the file and are found from there. */
export const bundleForNode = async (entry: string): Promise<Bundle> => {
  const outDir = join(root, '.cache', `bundle-${randomUUID()}`);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['libsql', 'pg'] },
    build: { ssr: entry, outDir, minify: false, rolldownOptions: { output: { entryFileNames: 'main.js' } } },
  });
  return {
    file: join(outDir, 'main.js'),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
};

/** The endpoint's own start. */
export const bundleEndpoint = (): Promise<Bundle> => bundleForNode('demo/endpoint/main.ts');
