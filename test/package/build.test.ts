/**
 * What `npm run build` leaves in dist is what package.json promises. `npm test` builds first.
 * Must not know how the build works.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { languages } from '../../src/domain/language.js';
import { version } from '../../src/version.js';
import { unescaped } from '../support/unescaped.js';

const Target = z.union([z.string(), z.object({ types: z.string(), default: z.string() })]);
const Package = z.object({
  version: z.string(),
  types: z.string(),
  unpkg: z.string(),
  jsdelivr: z.string(),
  customElements: z.string(),
  'web-types': z.string(),
  sideEffects: z.array(z.string()),
  exports: z.record(z.string(), Target),
  dependencies: z.record(z.string(), z.string()),
});

const manifest = Package.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const targets = Object.values(manifest.exports).flatMap((target) =>
  typeof target === 'string' ? [target] : [target.types, target.default],
);

/** Paths of the built files that end so, from the project's root. */
const built = (end: string): string[] =>
  readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => join('dist', file));

const runInNode = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).trim();

describe('the package', () => {
  it('has one version everywhere', () => {
    expect(version).toBe(manifest.version);
  });

  it('depends on lit and zod alone', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['lit', 'zod']);
  });

  it.each([
    manifest.types,
    manifest.unpkg,
    manifest.jsdelivr,
    manifest.customElements,
    manifest['web-types'],
    ...[...manifest.sideEffects, ...targets].filter((target) => !target.includes('*')),
  ])('has the file %s', (file) => {
    expect(existsSync(file)).toBe(true);
  });

  it('has every language with its types', () => {
    // English lies in parts, in a folder of its own.
    expect(
      readdirSync('src/locales')
        .filter((name) => name !== 'en')
        .sort(),
    ).toEqual(languages.map((name) => `${name}.ts`).sort());
    expect(languages.filter((name) => !existsSync(`dist/locales/${name}.js`) || !existsSync(`dist/locales/${name}.d.ts`))).toEqual([]);
  });

  it('asks for a language only when it is spoken', () => {
    const imports = built('.js')
      .filter((file) => !file.endsWith('.iife.js'))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^import[^;]*?from "([^"]*locales\/[^"]+)"/gm)].map(([, from]) => from));
    expect([...new Set(imports)].every((from) => from !== undefined && /\/en(\.js$|\/)/.test(from))).toBe(true);
    const lazy = readFileSync('dist/controllers/language-modules.js', 'utf8').match(/import\("\.\.\/locales\/[\w-]+\.js"\)/g);
    expect(lazy).toHaveLength(languages.length - 1);
  });

  it('keeps what an editor shows: the comments of the public class', () => {
    expect(readFileSync('dist/aspire-pay.d.ts', 'utf8')).toMatch(/\/\*\*[\s\S]+?\*\/\s*export declare class AspirePay/);
  });

  it('imports nothing but lit and zod; the kit, what Node has', () => {
    const isKit = (file: string): boolean => file.startsWith(join('dist', 'conformance'));
    const foreign = built('.js')
      .filter((file) => !file.endsWith('.iife.js'))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^;]*?from "([^"]+)"/gm)]
          .map((match) => match[1] ?? '')
          .filter((specifier) => !/^(\.|lit$|lit\/|zod\/mini$)/.test(specifier))
          .filter((specifier) => !(isKit(file) && specifier.startsWith('node:'))),
      );
    expect(foreign).toEqual([]);
  });

  it('holds no raw decorator, which no browser runs', () => {
    const raw = built('.js').filter((file) => /^\s*@\w+\(/m.test(readFileSync(file, 'utf8')));
    expect(raw).toEqual([]);
  });

  it('registers nothing when its root is imported on a server', () => {
    const root = JSON.stringify(new URL('../../dist/index.js', import.meta.url).href);
    const code = `const { AspirePay } = await import(${root}); console.log(AspirePay.version, globalThis.customElements?.get('aspire-pay') === undefined);`;
    expect(runInNode(code)).toBe(`${version} true`);
  });

  it('does not throw when its define file is imported on a server', () => {
    const define = JSON.stringify(new URL('../../dist/define.js', import.meta.url).href);
    expect(runInNode(`await import(${define}); await import(${define} + '?again'); console.log('still here');`)).toBe('still here');
  });
});

describe('the script for a plain page', () => {
  const script = readFileSync(manifest.unpkg, 'utf8');

  it('names its own Trusted Types policy, since a page’s Lit may hold the other name', () => {
    expect(script).toMatch(/createPolicy\([`'"]aspire-pay[`'"]/);
    expect(script).not.toMatch(/createPolicy\([`'"]lit-html/);
  });

  it('looks into the registry before anything else', () => {
    expect(script.slice(0, 200)).toMatch(/^\(function\(\)\{(let|const|var) \w+=globalThis\.customElements\.get\([`'"]aspire-pay[`'"]\)/);
  });

  it('holds English alone, and each other language has a script of its own', () => {
    const english = built('.js')
      .filter((file) => /locales[\\/]en(\.js|[\\/][\w-]+\.js)$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    for (const language of languages.filter((name) => name !== 'en')) {
      const own = unescaped(readFileSync(`dist/locales/${language}.iife.js`, 'utf8'));
      const phrases = (own.match(/[\p{L}’ ]{20,}/gu) ?? []).filter((phrase) => !english.includes(phrase));
      expect(phrases.length).toBeGreaterThan(1);
      expect([language, phrases.filter((phrase) => unescaped(script).includes(phrase))]).toEqual([language, []]);
    }
  });

  it('is minified, and has a map that tells the sources', () => {
    expect(script.split('\n').length).toBeLessThan(script.length / 200);
    const map = z.object({ sourcesContent: z.array(z.string()) }).parse(JSON.parse(readFileSync(`${manifest.unpkg}.map`, 'utf8')));
    expect(map.sourcesContent.length).toBeGreaterThan(1);
  });

  it('asks for nothing that a page doesn’t have', () => {
    expect(script).not.toContain('process.env');
    expect(script).not.toMatch(/new Function\(|\beval\(/);
  });
});
