/** Each framework's types name every property of the element, so that none has to be set past the compiler. Must not know a property. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const Member = z.object({ name: z.string(), kind: z.string(), static: z.optional(z.boolean()) });
const Manifest = z.object({ modules: z.array(z.object({ declarations: z.array(z.object({ members: z.array(Member) })) })) });

const manifest = Manifest.parse(JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')));
const properties = (manifest.modules[0]?.declarations[0]?.members ?? [])
  .filter((member) => member.kind === 'field' && member.static !== true)
  .map(({ name }) => name)
  .sort();

const namesIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name).sort();

describe('every property of the element, and nothing else, is named', () => {
  it('by the types for React, Vue and Svelte', () => {
    expect(properties.length).toBeGreaterThan(5);
    const shared = readFileSync('src/frameworks/props.ts', 'utf8');
    const union = shared.slice(shared.indexOf('AspirePayProps = {'), shared.indexOf(']?: AspirePay[Name]'));
    expect(namesIn(union, /'(\w+)'/g)).toEqual(properties);
    for (const name of ['react', 'vue', 'svelte'])
      expect(readFileSync(`src/frameworks/${name}.d.ts`, 'utf8')).toContain('& AspirePayProps &');
  });

  it('by the directive for Angular', () => {
    const directive = readFileSync('demo/frameworks/angular/src/aspire-pay.directive.ts', 'utf8');
    expect(namesIn(directive, /@Input\(\) set (\w+)\(value: AspirePay\['\1'\]\)/g)).toEqual(properties);
  });
});
