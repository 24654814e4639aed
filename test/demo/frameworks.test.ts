/** What README shows of each framework is what stands on the page that is tested, word for word. Must not know a framework. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const section = readme.slice(readme.indexOf('### Frameworks'), readme.indexOf('### Attributes'));

/** White space apart, by which formatters differ. */
const words = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/>;$/, '>');

const sourcesOf = (name: string): string =>
  readdirSync(`demo/frameworks/${name}/src`)
    .map((file) => words(readFileSync(`demo/frameworks/${name}/src/${file}`, 'utf8')))
    .join('\n');

const snippets = [...section.matchAll(/```\w+\n([^`]+)```/g)].map((match) => match[1] ?? '');

describe('README’s snippet for', () => {
  it.each([
    ['react', 0],
    ['vue', 1],
    ['svelte', 2],
    ['angular', 3],
  ] as const)('%s stands on its page', (name, place) => {
    const parts = (snippets[place] ?? '').split('\n\n').map(words);
    expect(parts.length).toBeGreaterThan(0);
    const sources = sourcesOf(name);
    expect(parts.filter((part) => !sources.includes(part))).toEqual([]);
    expect(parts.join(' ')).toContain('<aspire-pay');
  });
});
