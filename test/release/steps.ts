/** What must hold before a version is published, step by step; each throws with the reason where it doesn't. Must not know how it is told. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { hashScripts, putHashes } from '../../demo/tools/integrity.js';
import { version } from '../../src/version.js';
import { runCommand } from '../support/command.js';
import { findFault } from './changelog.js';

export interface Step {
  readonly title: string;
  /** Answers what is worth saying, if anything. */
  readonly check: () => string | undefined;
}

const run = (command: string, ...args: string[]): undefined => {
  runCommand('.', command, ...args);
};

const refuse = (reason: string): never => {
  throw new Error(reason);
};

/** Of every file in dist, by its path. */
const fingerprints = (): Map<string, string> => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join('dist', file)).isFile());
  const digest = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join('dist', file)))
      .digest('hex');
  return new Map(files.sort().map((file) => [file, digest(file)]));
};

const buildTwice = (): string => {
  run('npm', 'run', 'build');
  const first = fingerprints();
  run('npm', 'run', 'build');
  const second = fingerprints();
  const other = [...new Set([...first.keys(), ...second.keys()])].filter((file) => first.get(file) !== second.get(file));
  if (other.length > 0) refuse(`Two builds differ in ${other.join(', ')}`);
  return `${first.size} files`;
};

const checkTree = (): undefined => {
  const changed = runCommand('.', 'git', 'status', '--porcelain').trim();
  if (changed !== '') refuse(`There are changes that are not committed:\n${changed}`);
};

const Manifest = z.object({ version: z.string(), private: z.optional(z.boolean()) });

const checkVersion = (): string => {
  const manifest = Manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  if (manifest.private === true) refuse('package.json is private.');
  if (manifest.version !== version) refuse(`src/version.ts says ${version}, package.json ${manifest.version}: npm run version`);
  const fault = findFault(readFileSync('CHANGELOG.md', 'utf8'), version);
  return fault === undefined ? version : refuse(fault);
};

const checkHashes = (): undefined => {
  const readme = readFileSync('README.md', 'utf8');
  if (putHashes(readme, hashScripts('dist')) !== readme) refuse('README’s hashes are of another build: npm run readme:hashes');
};

export const steps: readonly Step[] = [
  { title: 'Nothing is left uncommitted', check: checkTree },
  { title: 'Version and changelog', check: checkVersion },
  { title: 'Types', check: () => run('npm', 'run', 'typecheck') },
  { title: 'Lint', check: () => run('npm', 'run', 'lint') },
  { title: 'Two builds are the same', check: buildTwice },
  { title: 'The build changes no file of ours', check: checkTree },
  { title: 'Hashes in README', check: checkHashes },
  { title: 'Size within the budget', check: () => run('npm', 'run', 'size') },
  { title: 'OpenAPI document', check: () => run('npm', 'run', 'openapi:lint') },
  { title: 'publint', check: () => run('npx', '--no-install', 'publint', '--strict') },
  { title: 'Are the types wrong', check: () => run('npm', 'run', 'attw') },
  { title: 'What is built', check: () => run('npx', '--no-install', 'vitest', 'run', '--config', 'test/vitest.config.ts', 'test/package') },
  {
    title: 'What is built, in a browser',
    check: () => run('npm', 'run', 'test:browser', '--', 'test/package/manifest.browser.test.ts', 'test/package/script.browser.test.ts'),
  },
  { title: 'What is packed and installed', check: () => run('npm', 'run', 'test:package') },
];
