/** Rules about the files themselves that no linter holds. Must not know what a file does. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What git knows or would add; files deleted meanwhile are left out. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

const readLines = (file: string): string[] => readFileSync(file, 'utf8').split('\n');

describe('the tree', () => {
  it('has no file over 250 lines, tables of words aside', () => {
    const long = files
      .filter((file) => /^(src|test|demo|scripts)\/.*\.(ts|js|mjs|css|html)$/.test(file) && !file.startsWith('src/locales/'))
      .map((file) => ({ file, lines: readLines(file).length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('opens each source file with what it is for', () => {
    const silent = files.filter(
      (file) => /^(src|test|demo|scripts)\/.*\.ts$/.test(file) && !/^(#!.*\n)?\/\*\*/.test(readFileSync(file, 'utf8')),
    );
    expect(silent).toEqual([]);
  });

  it('names no registry in a lock file', () => {
    const locks = files.filter((file) => file.endsWith('package-lock.json'));
    expect(locks.length).toBeGreaterThan(4);
    expect(locks.filter((file) => readFileSync(file, 'utf8').includes('"resolved": "http'))).toEqual([]);
  });

  it('names no path of anybody’s machine', () => {
    const own = process.cwd();
    const telling = files.filter(
      (file) => /\.(ts|tsx|js|json|css|html|md|svelte|vue|ya?ml)$/.test(file) && readFileSync(file, 'utf8').includes(own),
    );
    expect(telling).toEqual([]);
  });
});
