/** Contrast as WCAG reckons it, every finished look against it, and remedies that do mend. */
import { describe, expect, it } from 'vitest';
import { brands, northline } from '../../../demo/brands/brands.js';
import { contrast, inScheme, lightnessOf, over, parseColor, toHex, withLightness, type Color } from '../../../demo/theme-editor/colors.js';
import {
  checkScheme,
  checkTheme,
  leftToPage,
  remediesFor,
  withValue,
  type Finding,
  type Theme,
} from '../../../demo/theme-editor/contrast.js';
import { readTheme } from '../../../src/domain/theme.js';

const color = (text: string): Color => {
  const found = parseColor(text);
  if (!found) throw new Error(`${text} is no colour`);
  return found;
};
const named = ({ ink, ground, scheme, ratio }: Finding): string => `${scheme}: ${ink} on ${ground} ${ratio.toFixed(2)}`;
const failing = (theme: Theme): Finding[] => checkTheme(theme).filter(({ passes }) => !passes);

describe('contrast', () => {
  it.each([
    ['#000', '#fff', 21],
    ['#fff', '#fff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#0b4f8a', '#ffffff', 8.4],
    ['#b3261e', '#ffffff', 6.54],
  ])('of %s and %s is %d, whichever is on top', (one, other, ratio) => {
    expect(contrast(color(one), color(other))).toBeCloseTo(ratio, 1);
    expect(contrast(color(other), color(one))).toBe(contrast(color(one), color(other)));
  });

  it('reads what an editor writes, and nothing it would have to guess', () => {
    expect(color('#0b4f8a80')).toEqual({ r: 11, g: 79, b: 138, a: 128 / 255 });
    expect(color('rgb(11 79 138 / 50%)')).toEqual({ r: 11, g: 79, b: 138, a: 0.5 });
    expect(color('rgba(11, 79, 138, .5)')).toEqual({ r: 11, g: 79, b: 138, a: 0.5 });
    expect(color('transparent').a).toBe(0);
    expect(parseColor('oklch(0.5 0.1 20)')).toBeUndefined();
    expect(parseColor('#12345')).toBeUndefined();
  });

  it.each(['line', 'rule-color'] as const)('of %s, which is in no pair, is kept in the other scheme when it is set in one', (token) => {
    const set = withValue({}, { token, scheme: 'light', value: '#123456' });
    expect(inScheme(set[token] ?? '', 'light')).toBe('#123456');
    expect(parseColor(inScheme(set[token] ?? '', 'dark'))).toBeDefined();
  });

  it('lays a thin colour over its ground', () => {
    expect(toHex(over({ r: 0, g: 0, b: 0, a: 0.5 }, color('#fff')))).toBe('#808080');
  });

  it('takes each side of a pair', () => {
    expect(inScheme('light-dark(rgb(1, 2, 3), #fff)', 'light')).toBe('rgb(1, 2, 3)');
    expect(inScheme('light-dark(rgb(1, 2, 3), #fff)', 'dark')).toBe('#fff');
    expect(inScheme('#123', 'dark')).toBe('#123');
  });

  it('changes the lightness and keeps the hue', () => {
    const lighter = withLightness(color('#0b4f8a'), 0.7);
    expect(lightnessOf(lighter)).toBeCloseTo(0.7, 1);
    expect(lighter.b).toBeGreaterThan(lighter.g);
    expect(lighter.g).toBeGreaterThan(lighter.r);
    expect(toHex(withLightness(color('#0b4f8a'), lightnessOf(color('#0b4f8a'))))).toBe('#0b4f8a');
  });
});

describe('a theme of one scheme', () => {
  it.each([
    ['dark', '#121212', '#ffffff'],
    ['light', '#ffffff', '#000000'],
  ] as const)('is told what it leaves to a page where it is always %s', (scheme, surface, text) => {
    const ground = { token: 'surface', scheme, value: surface } as const;
    const ink = { token: 'text', scheme, value: text } as const;
    expect(leftToPage({ scheme })).toEqual([ground, ink]);
    expect(leftToPage({ scheme, surface: 'rgb(0 0 0 / 50%)', text })).toEqual([ground]);
    expect(leftToPage(withValue({ scheme }, ground))).toEqual([ink]);
    expect(leftToPage(withValue(withValue({ scheme }, ground), ink))).toEqual([]);
  });

  it('leaves nothing that matters where it follows the page', () => {
    expect(leftToPage({})).toEqual([]);
    expect(leftToPage({ scheme: 'light dark' })).toEqual([]);
  });

  it.each(Object.entries(brands))('is whole in %s', (_name, { theme }) => {
    expect(leftToPage(theme as Theme)).toEqual([]);
  });
});

describe('a finished look', () => {
  const looks = Object.entries({ northline, ...brands, 'the element’s own': { theme: {} } });

  it.each(looks)('passes every pair in light and dark: %s', (_name, { theme }) => {
    expect(failing(theme as Theme).map(named)).toEqual([]);
    expect(checkTheme(theme as Theme)).toHaveLength('scheme' in theme ? 36 : 72);
  });

  it.each(looks)('has plain values only, which an endpoint may send: %s', (_name, { theme }) => {
    const { values, refused } = readTheme(theme);
    expect(refused).toEqual([]);
    expect(values.size).toBe(Object.keys(theme).length);
  });

  it('is one of six', () => {
    expect(Object.keys(brands)).toHaveLength(6);
  });
});

describe('a pair that fails', () => {
  it('is named with its ratio: white words on amber', () => {
    const found = checkScheme({ accent: '#ffb31a', link: '#7d4a00', focus: '#000' }, 'light').filter(({ passes }) => !passes);
    expect(found.map(named)).toEqual(['light: on-accent on accent 1.79', 'light: on-accent on accent-hover 2.54']);
  });

  it.each<[string, Theme]>([
    ['a light action colour', { accent: '#ffb31a' }],
    ['a link too pale', { link: '#8fb8e8' }],
    ['secondary text too pale', { muted: '#aaaaaa' }],
    ['an edge hardly there', { edge: '#dddddd' }],
    ['a red too light', { danger: '#ff8080' }],
    ['a dark look with dark links', { scheme: 'dark', surface: '#0b0e12', text: '#ffffff', link: '#1a3a6a' }],
    ['words as pale as their button', { 'on-accent': '#7fa8d0' }],
    ['grey on grey', { surface: '#888888', text: '#999999' }],
  ])('is offered colours that mend it: %s', (_what, theme) => {
    const found = failing(theme);
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap((finding) => remediesFor(theme, finding)).length).toBeGreaterThan(0);
    for (const finding of found) {
      const before = checkScheme(theme, finding.scheme);
      for (const remedy of remediesFor(theme, finding)) {
        const after = checkScheme(withValue(theme, remedy), finding.scheme);
        const mended = after.find(({ ink, ground }) => ink === finding.ink && ground === finding.ground);
        expect(mended?.passes, `${named(finding)} by ${remedy.token} ${remedy.value}`).toBe(true);
        const spoilt = after.filter((one, index) => !one.passes && before[index]?.passes);
        expect(spoilt.map(named)).toEqual([]);
      }
    }
  });

  it('on the action colour can be mended from both sides', () => {
    const theme: Theme = { accent: '#5b9bd5' };
    const [finding] = failing(theme).filter(({ ink }) => ink === 'on-accent');
    expect(finding && remediesFor(theme, finding).map(({ token }) => token)).toEqual(['accent', 'on-accent']);
  });

  it('mended in light leaves dark as it was', () => {
    const before: Theme = { accent: 'light-dark(#ffb31a, #93c5fd)' };
    expect(withValue(before, { token: 'accent', scheme: 'light', value: '#774d00' })).toEqual({ accent: 'light-dark(#774d00, #93c5fd)' });
    expect(withValue({}, { token: 'link', scheme: 'light', value: '#123456' })).toEqual({ link: 'light-dark(#123456, #93c5fd)' });
  });
});
