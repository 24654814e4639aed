/** Every code sample of the guides and the README is what it says: it compiles against the package's own types, or parses, and fits the API. */
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parsePortfolio } from '../../../demo/endpoint/portfolio-file.js';
import type { PortfolioInput } from '../../../demo/endpoint/portfolio.js';
import { PaymentRequest, PreviewRequest, Problem, Theme } from '../../../src/api/index.js';
import { problemName } from '../../../src/api/problems.js';
import { readTheme } from '../../../src/domain/theme.js';
import { root, samplesIn, type Sample } from './guide-files.js';

/** What a reader has on the page already. */
const given = `
declare const provider: {
  tokenize(asked: { holderName: string; signal: AbortSignal }): Promise<{ token: string }>;
  onChange(listener: () => void): void;
  clear(): void;
};
declare const url: string, token: string, otherToken: string;
`;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  experimentalDecorators: true,
  useDefineForClassFields: false,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
  paths: {
    'aspire-pay': [join(root, 'src/index.ts')],
    'aspire-pay/*.js': [join(root, 'src/*.ts')],
    'aspire-pay/conformance': [join(root, 'src/conformance/index.ts')],
  },
};

/** As files beside each other that exist in memory alone. */
const compile = (samples: readonly Sample[], strict: boolean): string[] => {
  const files = new Map(samples.map(({ code, place }, index) => [join(root, `sample-${index}.ts`), { text: given + code, place }]));
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name)?.text ?? readFile(name);
  host.getSourceFile = (name, target) => {
    const own = files.get(name);
    return own ? ts.createSourceFile(name, own.text, target) : getSourceFile(name, target);
  };
  const program = ts.createProgram([...files.keys()], { ...options, strict, noImplicitAny: strict }, host);
  return [...files].flatMap(([name, { place }]) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(({ messageText }) => `${place}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  );
};

/** A page's script may trust that its element is there; a typed one has to look. */
const withoutNull = (sample: Sample): Sample => ({
  ...sample,
  code: sample.code.replaceAll("document.querySelector('aspire-pay')", "document.querySelector('aspire-pay')!"),
});

describe('a sample', () => {
  it('in TypeScript compiles against the package’s types', { timeout: 120_000 }, () => {
    const samples = samplesIn('ts');
    expect(samples.length).toBeGreaterThan(3);
    expect(compile(samples.map(withoutNull), true)).toEqual([]);
  });

  it('in JavaScript names what the package has', { timeout: 120_000 }, () => {
    const samples = samplesIn('js');
    expect(samples.length).toBeGreaterThan(4);
    expect(compile(samples.map(withoutNull), false)).toEqual([]);
  });

  const json = samplesIn('json').map(({ code, place }) => ({ place, value: JSON.parse(code) as Record<string, unknown> }));

  it.each(json)('in JSON at $place is of a form that the product reads', ({ value }) => {
    if ('format' in value) expect(() => parsePortfolio(value as PortfolioInput)).not.toThrow();
    else if ('idempotencyKey' in value) expect(() => z.parse(PaymentRequest, value)).not.toThrow();
    else if ('items' in value) expect(() => z.parse(PreviewRequest, value)).not.toThrow();
    else if ('type' in value) expect(problemName(z.parse(Problem, value).type)).toBeDefined();
    else expect([...readTheme(z.parse(Theme, value)).values.keys()]).toEqual(Object.keys(value));
  });

  const html = samplesIn('html');

  it.each(html)('in HTML at $place closes what it opens', ({ code }) => {
    const open: string[] = [];
    for (const [, slash, tag = '', end] of code.replaceAll(/<!--[\s\S]*?-->/g, '').matchAll(/<(\/?)([a-z][\w-]*)[^>]*?(\/?)>/g)) {
      if (slash === '/') expect(open.pop()).toBe(tag);
      else if (end !== '/') open.push(tag);
    }
    expect(open).toEqual([]);
    expect(code).not.toMatch(/\son\w+=|\sstyle=/);
  });

  it.each(samplesIn('css'))('in CSS at $place closes what it opens', ({ code }) => {
    expect(code.match(/\{/g)?.length).toBe(code.match(/\}/g)?.length);
    expect(code.replaceAll(/[^{};]+\{|[\w-]+:[^;{}]+;|\}|\s/g, '')).toBe('');
  });
});
