/** Packs the project once for all of these tests, as it would be published. Must not know what is looked for in it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import * as z from 'zod/mini';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the tarball. */
    tarball: string;
    /** Paths inside the package. */
    packed: string[];
  }
}

const Packs = z.array(z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }));

export interface Packed {
  readonly tarball: string;
  readonly paths: string[];
}

export const pack = (folder: string): Packed => {
  if (!existsSync('dist/integrity.json')) throw new Error('There is no finished build in dist: npm run build');
  const told = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { encoding: 'utf8' });
  const [packed] = Packs.parse(JSON.parse(told));
  if (!packed) throw new Error('npm packed nothing.');
  return { tarball: join(folder, packed.filename), paths: packed.files.map(({ path }) => path) };
};

export default (project: TestProject): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'aspire-pay-pack-'));
  const { tarball, paths } = pack(folder);
  project.provide('tarball', tarball);
  project.provide('packed', paths);
  return () => rmSync(folder, { recursive: true, force: true });
};
