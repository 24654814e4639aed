/** The look's public names: tokens, parts, states and slots are used, documented and listed, each in every place or in none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { styles } from '../src/aspire-pay.styles.js';
import { tokens, type TokenName } from '../src/domain/tokens.js';
import { tokenDocs } from '../src/token-docs.js';
import { host, tokens as tokenStyles } from '../src/tokens.styles.js';

const names = Object.keys(tokens) as TokenName[];
const readme = readFileSync('README.md', 'utf8');
const elementSource = readFileSync('src/aspire-pay.ts', 'utf8');
const viewSources = readdirSync('src/views', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src/views', file), 'utf8'));

const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
const sheets = styles.map(({ cssText }) => withoutComments(cssText));
const whole = sheets.join(' ');
const definitions = withoutComments(tokenStyles.cssText);
const rules = styles.filter((sheet) => sheet !== tokenStyles).map(({ cssText }) => withoutComments(cssText));

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/** The style sheet's way of saying what the documentation says. */
const written = (fallback: string): string => {
  if (fallback === 'inherit') return '';
  if (fallback === 'text') return ', var(--_ink)';
  const share = /^text at (\d+) %$/.exec(fallback)?.[1];
  if (share !== undefined) return `, color-mix(in srgb, var(--_ink) ${share}%, transparent)`;
  return `, ${fallback in tokens ? `var(--_${fallback})` : fallback}`;
};

describe('a token', () => {
  it.each(names)('%s falls back from the page to the lender to what is documented', (name) => {
    const { property, themed } = tokens[name];
    expect(property).toBe(`--aspire-pay-${name}`);
    expect(definitions).toContain(`: var(${property}, var(${themed}${written(tokenDocs[name].fallback)}));`);
  });

  it('is read in one place and set in none, so that it may stand on any ancestor', () => {
    expect(sorted(all(whole, /var\((--aspire-pay-[\w-]+)/g))).toEqual(sorted(names.map((name) => tokens[name].property)));
    expect(sorted(all(whole, /var\((--_theme-[\w-]+)/g))).toEqual(sorted(names.map((name) => tokens[name].themed)));
    expect(all(rules.join(' '), /var\((--aspire-pay-[\w-]+)/g)).toEqual([]);
    expect(all(whole, /[;{] ?(--(?:aspire-pay|_theme)-[\w-]+):/g)).toEqual([]);
  });

  it('has its row in the README: role, type, default', () => {
    const rows = readme.split('\n').flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const name = /^`([a-z-]+)`$/.exec(cells[1] ?? '')?.[1];
      return name !== undefined && name in tokens ? [{ name, role: cells[2], type: cells[3], fallback: cells[4] }] : [];
    });
    const documented = names.map((name) => ({ name, role: tokenDocs[name].role, type: tokens[name].type }));
    expect(rows).toEqual(documented.map((row) => ({ ...row, fallback: `\`${tokenDocs[row.name].fallback}\`` })));
  });
});

describe('a private property', () => {
  const set = sorted(all(whole, /[;{] ?(--_[\w-]+):/g));
  const read = sorted(all(whole, /var\((--_[\w-]+)/g).filter((name) => !name.startsWith('--_theme-')));

  it('is defined where it is read', () => {
    expect(read.filter((name) => !set.includes(name))).toEqual([]);
  });

  it('is read where it is defined', () => {
    expect(set.filter((name) => !read.includes(name))).toEqual([]);
  });
});

describe('the style sheet', () => {
  it('names colours among the tokens alone', () => {
    expect(rules.join(' ').match(/#[\da-f]{3,8}\b|\b(rgb|hsl|oklch|light-dark)\(/gi)).toBeNull();
  });

  it('reassigns tokens where scheme, contrast, colours or paper are others, and does nothing else there', () => {
    const blocks = definitions.split(/(?=@media)/).slice(1);
    expect(blocks.map((block) => /@media [^{]+/.exec(block)?.[0].trim())).toEqual([
      '@media (prefers-reduced-motion: no-preference)',
      '@media (prefers-contrast: more)',
      '@media (forced-colors: active)',
      '@media print',
    ]);
    for (const block of blocks) {
      expect(all(block, /[;{] ?([a-z][\w-]*):/g)).toEqual([]);
    }
    expect(rules.join(' ')).not.toMatch(/forced-colors|prefers-contrast|prefers-color-scheme/);
  });

  it('knows start and end, never left and right', () => {
    const physical =
      /[;{] ?((?:margin|padding|border|inset)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|float|width|height|min-width|max-width|min-height|max-height):/g;
    expect(all(whole, physical)).toEqual([]);
    expect(whole).not.toMatch(/text-align: (left|right)|: (left|right)[ ;]/);
  });

  it('asks the element’s own width, never the window’s', () => {
    expect(all(whole, /@media ([^{]*width[^{]*)\{/g)).toEqual([]);
    expect(all(whole, /@container ([^{]+)\{/g).length).toBeGreaterThan(2);
  });

  it('moves nothing unless the payer has no preference against it', () => {
    const moving = whole.split(/@media/).filter((block) => block.includes('animation:'));
    expect(moving.length).toBeGreaterThan(0);
    expect(moving.every((block) => block.trim().startsWith('(prefers-reduced-motion: no-preference)'))).toBe(true);
    expect(all(whole, /transition: ([^;]+);/g).every((value) => value.includes('var(--_motion)'))).toBe(true);
  });

  it('draws the element’s ground by its token', () => {
    expect(withoutComments(host.cssText)).toMatch(/\.root \{[^}]*background: var\(--_surface\);/);
  });
});

describe('what a page can reach', () => {
  const documented = (tag: string): string[] => sorted(all(elementSource, new RegExp(`@${tag} ([\\w-]+) -`, 'g')));
  const inReadme = (start: string): string[] => {
    const line = readme.split('\n').find((text) => text.startsWith(start)) ?? '';
    return sorted(all(line, /`([a-z-]+)`/g));
  };

  it('are the parts that views have, and about ten', () => {
    const used = viewSources.flatMap((source) => [...all(source, /part="([^"$]+)"/g), ...all(source, /'(button(?: button-primary)?)'/g)]);
    const inHeading = viewSources.some((source) => source.includes("isView ? 'heading'")) ? ['heading'] : [];
    expect(sorted([...used.flatMap((value) => value.split(' ')), ...inHeading])).toEqual(documented('csspart'));
    expect(inReadme('Parts:')).toEqual(documented('csspart'));
    expect(documented('csspart').length).toBeLessThanOrEqual(14);
  });

  it('are the slots that views have', () => {
    const used = viewSources.flatMap((source) => all(source, /<slot name="([\w-]+)"/g));
    expect(sorted(used)).toEqual(documented('slot'));
    expect(sorted([...inReadme('Slot `'), ...inReadme('Slots:')])).toEqual(documented('slot'));
  });

  it('are the states the tag takes', () => {
    const source = readFileSync('src/controllers/host-states.ts', 'utf8');
    const taken = all(/export type HostState = ([^;]+);/.exec(source)?.[1] ?? '', /'([\w-]+)'/g);
    expect(sorted(taken)).toEqual(documented('cssstate'));
    expect(inReadme('States,')).toEqual(documented('cssstate'));
  });
});
