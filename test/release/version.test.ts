/** `npm version` in a copy of the tree: what it commits and tags says the new version everywhere, hashes included. Must not know how. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashScripts, putHashes } from '../../demo/tools/integrity.js';
import { runCommand } from '../support/command.js';

const next = '97.0.0';

let copy: string;

const git = (...args: string[]): string => runCommand(copy, 'git', ...args);

const read = (file: string): string => readFileSync(join(copy, file), 'utf8');

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'aspire-pay-version-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\0');
  for (const file of files.filter((one) => one !== '' && existsSync(one))) cpSync(file, join(copy, file));
  git('init', '--quiet');
  git('config', 'user.name', 'Nobody');
  git('config', 'user.email', 'nobody@example.com');
  git('add', '--all');
  git('commit', '--quiet', '--no-gpg-sign', '--message', 'As it is');
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  runCommand(copy, 'npm', 'version', next, '--no-sign-git-tag');
}, 300_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('tags what it has written, and leaves nothing uncommitted', () => {
  expect(git('describe', '--tags', '--exact-match').trim()).toBe(`v${next}`);
  expect(git('status', '--porcelain', '--untracked-files=no')).toBe('');
});

it('writes the version where it is read, formatted', () => {
  expect(read('src/version.ts')).toContain(`export const version = '${next}';\n`);
});

it('builds that version, and puts the hashes of that build into README', () => {
  expect(read('dist/aspire-pay.iife.js')).toContain(next);
  expect(putHashes(read('README.md'), hashScripts(join(copy, 'dist')))).toBe(read('README.md'));
});
