/** The lint rules of the house bite: each is shown a violation at the place it guards. Must not repeat what ESLint tests itself. */
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** The project's own configuration; rules that need types are off, since the files judged here exist only in this test. */
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

const judge = async (file: string, code: string): Promise<string[]> => {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map((message) => `${message.ruleId ?? 'fatal'}: ${message.message}`);
};

const use = (specifier: string): string => `import { a } from '${specifier}';\nexport const b = a;\n`;
const useType = (specifier: string): string => `import type { A } from '${specifier}';\nexport type B = A;\n`;

describe('imports go one way', () => {
  it.each([
    ['src/domain/x.ts', use('../client/http.js')],
    ['src/domain/x.ts', use('lit')],
    ['src/domain/x.ts', use('../api/index.js')],
    ['src/domain/deep/x.ts', use('../../views/x.js')],
    ['src/api/x.ts', use('zod')],
    ['src/api/x.ts', use('../domain/money.js')],
    ['src/client/x.ts', use('../controllers/payment.js')],
    ['src/controllers/x.ts', use('../views/notice.js')],
    ['src/controllers/x.ts', use('lit')],
    ['src/views/x.ts', use('../controllers/payment.js')],
    ['src/views/x.ts', use('../client/client.js')],
    ['src/locales/x.ts', use('../domain/money.js')],
    ['src/aspire-pay.ts', use('../demo/faults.js')],
    ['src/aspire-pay.ts', use('./api/openapi.js')],
    ['src/aspire-pay.ts', use('node:fs')],
    ['src/aspire-pay.ts', use('./conformance/run.js')],
    ['src/conformance/x.ts', use('../client/http.js')],
    ['src/conformance/x.ts', use('../domain/money.js')],
    ['src/conformance/x.ts', use('hono')],
    ['src/conformance/x.ts', use('../api/openapi.js')],
    ['demo/endpoint/x.ts', use('../faults.js')],
    ['demo/endpoint/x.ts', use('../../src/client/http.js')],
    ['demo/x.ts', use('../test/support/world.js')],
    ['src/domain/x.ts', `export const load = () => import('../client/http.js');\n`],
    ['src/domain/x.ts', `export * from '../client/http.js';\n`],
  ])('%s is refused: %j', async (file, code) => {
    expect(await judge(file, code)).toEqual([expect.stringMatching(/^house\/one-way-through: .+/)]);
  });

  it.each([
    ['src/domain/x.ts', useType('../api/index.js')],
    ['src/api/x.ts', use('zod/mini')],
    ['src/client/x.ts', use('../domain/money.js')],
    ['src/controllers/x.ts', useType('lit')],
    ['src/views/x.ts', use('lit/directives/repeat.js')],
    ['src/views/x.ts', useType('../controllers/payment.js')],
    ['src/aspire-pay.ts', use('./views/notice.js')],
    ['src/conformance/x.ts', use('../api/index.js')],
    ['src/conformance/x.ts', use('node:http')],
    ['demo/endpoint/x.ts', use('../../src/domain/money.js')],
    ['demo/endpoint/x.ts', use('hono')],
    ['test/x.ts', use('../src/client/http.js')],
  ])('%s is allowed: %j', async (file, code) => {
    expect(await judge(file, code)).toEqual([]);
  });
});

describe('the outside world comes in by one door', () => {
  it.each([
    'export const a = fetch;',
    'export const a = localStorage;',
    'export const a = crypto;',
    'setTimeout(() => undefined, 1);',
    'export const a = Date.now();',
    'export const a = new Date();',
    'export const a = Math.random();',
    'export const a = globalThis.fetch;',
  ])('%s is refused in the domain', async (code) => {
    expect(await judge('src/domain/x.ts', `${code}\n`)).toEqual([expect.stringContaining('injected')]);
  });

  it('is open to the environment', async () => {
    expect(await judge('src/client/environment.ts', 'export const a = () => Date.now() + Math.random();\n')).toEqual([]);
  });
});

describe('style that no formatter sees', () => {
  it.each([
    ['an enum', 'export enum A {\n  b,\n}\n', 'no-restricted-syntax'],
    ['any', 'export const a = (b: any) => String(b);\n', '@typescript-eslint/no-explicit-any'],
    ['a non-null assertion', 'export const a = (b?: string): string => b!;\n', '@typescript-eslint/no-non-null-assertion'],
    ['a file over 250 lines', '// line\n'.repeat(251), 'max-lines'],
    ['a function over 45 lines', `export const a = () => {\n${'  a();\n'.repeat(45)}};\n`, 'house/function-length'],
    ['the console', 'console.log(1);\n', 'no-console'],
    ['a length that zod measures by itself', `import * as z from 'zod/mini';\nexport const a = z.minLength(1);\n`, 'no-restricted-syntax'],
    ['raw markup', `import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const a = unsafeHTML;\n`, 'no-restricted-syntax'],
    ['a private field that could be #private', 'export class A {\n  private b = 1;\n}\n', 'no-restricted-syntax'],
  ])('%s is refused', async (_, code, rule) => {
    expect((await judge('src/x.ts', code)).map((message) => message.split(': ')[0])).toContain(rule);
  });

  it('a test that runs alone is refused', async () => {
    expect(await judge('test/x.test.ts', `it.only('a', () => undefined);\n`)).toEqual([expect.stringContaining('hides the rest')]);
  });

  it('a factory of small functions is no long function', async () => {
    const inner = `  const a = () => {\n${'    b();\n'.repeat(30)}  };\n`;
    expect(await judge('src/x.ts', `export const make = () => {\n${inner}${inner.replace('a =', 'c =')}};\n`)).not.toContainEqual(
      expect.stringContaining('function-length'),
    );
  });
});
