/** What is in the package: everything that it promises, and nothing that is ours alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import * as z from 'zod/mini';

const packed = inject('packed');

/** The paths of the sources as they are called in the package, without their ending. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `dist/${file.replaceAll('\\', '/').replace(/(\.d)?\.ts$/, '')}`);

const documents = [
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'package.json',
  'dist/custom-elements.json',
  'dist/integrity.json',
  'dist/openapi.json',
  'dist/vscode.css-custom-data.json',
  'dist/vscode.html-custom-data.json',
  'dist/web-types.json',
];

const scripts = ['dist/aspire-pay', ...sources.filter((name) => /^dist\/locales\/(?!en(\/|$))/.test(name))].map(
  (name) => `${name}.iife.js`,
);

/** What the compiler needs beside our own sources, and the element in pieces, whose names are made of what is in them. */
const isMade = (path: string): boolean => /^dist\/(helpers|modules)\/[\w.-]+\.js(\.map)?$/.test(path);

describe('the package', () => {
  it.each(documents)('holds %s', (path) => {
    expect(packed).toContain(path);
  });

  it('holds the types of every module', () => {
    expect(sources.map((name) => `${name}.d.ts`).filter((path) => !packed.includes(path))).toEqual([]);
  });

  it('holds the scripts for a plain page with their maps', () => {
    expect(scripts.flatMap((path) => [path, `${path}.map`]).filter((path) => !packed.includes(path))).toEqual([]);
  });

  it('holds nothing else: no test, no demo, no source, no setting of ours', () => {
    const known = new Set([
      ...documents,
      ...scripts.flatMap((path) => [path, `${path}.map`]),
      ...sources.flatMap((name) => [`${name}.js`, `${name}.js.map`, `${name}.d.ts`]),
    ]);
    expect(packed.filter((path) => !known.has(path) && !isMade(path))).toEqual([]);
  });

  it('tells the sources in its maps, and no path of a machine', () => {
    const Map = z.object({ sources: z.array(z.string()), sourcesContent: z.optional(z.array(z.nullable(z.string()))) });
    for (const path of packed.filter((name) => name.endsWith('.map'))) {
      const map = Map.parse(JSON.parse(readFileSync(path, 'utf8')));
      expect([path, map.sources.filter((source) => /^(\/|[a-z]:|file:)/i.test(source))]).toEqual([path, []]);
      expect([path, map.sourcesContent?.length ?? 0]).toEqual([path, map.sources.length]);
    }
    const telling = packed.filter((path) => readFileSync(join('.', path), 'utf8').includes(process.cwd()));
    expect(telling).toEqual([]);
  });
});
