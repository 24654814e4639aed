/**
 * An empty project of somebody else's, with the packed package and the tools of that kind of project installed by npm.
 * Must not know what is tried in it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import * as z from 'zod/mini';
import { runCommand } from '../../../support/command.js';

const Installed = z.object({ version: z.string() });

/** The version this project is made with itself: what `npm ci` brought lies in npm's cache already. */
const ownVersion = (name: string): string =>
  Installed.parse(JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'))).version;

export interface Project {
  readonly folder: string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** What the program said; throws with it where the program fails. */
  readonly run: (command: string, ...args: string[]) => string;
  readonly remove: () => void;
}

/** `tools` are packages of this project; `others` are named with their versions. */
export const makeProject = (tools: readonly string[], others: Readonly<Record<string, string>> = {}): Project => {
  const folder = mkdtempSync(join(tmpdir(), 'aspire-pay-project-'));
  const write: Project['write'] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const run: Project['run'] = (command, ...args) => runCommand(folder, command, ...args);
  const dependencies = { 'aspire-pay': `file:${inject('tarball')}`, ...Object.fromEntries(tools.map((name) => [name, ownVersion(name)])) };
  write({
    'package.json': JSON.stringify({ name: 'somebody', private: true, type: 'module', dependencies: { ...dependencies, ...others } }),
  });
  run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts');
  return { folder, write, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
