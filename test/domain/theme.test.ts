/** What a lender's theme may hold, and what never reaches a style sheet. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkToken, readTheme } from '../../src/domain/theme.js';
import { tokens, type TokenName } from '../../src/domain/tokens.js';

describe('a value of a theme', () => {
  it.each<[TokenName, string]>([
    ['accent', '#0b4f8a'],
    ['accent', '#FFF'],
    ['accent', '#0b4f8acc'],
    ['accent', 'rebeccapurple'],
    ['surface', 'transparent'],
    ['text', 'rgb(11 79 138 / 80%)'],
    ['text', 'rgba(11, 79, 138, .8)'],
    ['link', 'hsl(208deg 85% 29%)'],
    ['danger', 'oklch(0.55 0.19 27)'],
    ['danger', 'color(display-p3 0.7 0.1 0.1)'],
    ['line', 'color-mix(in srgb, #17262a 20%, transparent)'],
    ['accent', 'light-dark(#0b4f8a, #93c5fd)'],
    ['accent', 'light-dark(rgb(11 79 138), hsl(213 97% 78%))'],
    ['font', 'Georgia, serif'],
    ['font', '"Iowan Old Style", \'Palatino Linotype\', -apple-system, system-ui'],
    ['font-heading', '"Straße Grotesk", sans-serif'],
    ['font', 'Times New Roman, serif'],
    // A word of the cascade is refused alone, not as a part of a name.
    ['font', 'Initial Grotesk, Acme Default'],
    // As long as a value may be.
    ['font', 'G'.repeat(200)],
    ['radius', '6px'],
    ['radius', '.5em'],
    ['radius', '0.5em'],
    ['radius', '6PX'],
    ['measure', '34em'],
    ['density', '1.25'],
    ['leading', '1.5'],
    ['weight', '700'],
    ['motion', '120ms'],
    ['motion', '.12S'],
    ['scheme', 'dark'],
    ['scheme', 'light dark'],
  ])('%s takes %s', (name, value) => {
    expect(checkToken(name, value)).toBe(value);
  });

  it('loses white space around it, and a length of nothing gains its unit', () => {
    expect(checkToken('accent', '  #fff ')).toBe('#fff');
    expect(checkToken('radius', '0')).toBe('0px');
    expect(checkToken('radius', '0.00')).toBe('0px');
    expect(checkToken('density', '0')).toBe('0');
  });

  it.each<[TokenName, string]>([
    ['accent', ''],
    ['accent', '#12'],
    ['accent', '#12345'],
    ['accent', '#ggg'],
    ['accent', 'inherit'],
    ['accent', 'REVERT'],
    ['accent', 'red blue'],
    ['accent', 'red; background: url(https://elsewhere.example)'],
    ['accent', 'red; color: rgb(1 2 3)'],
    ['accent', 'light-dark(rgb(1 2 3); red)'],
    ['accent', 'light-dark(rgb(1 2 3)'],
    ['accent', 'red } * { display: none'],
    ['accent', 'red !important'],
    ['accent', 'url(https://elsewhere.example/a.png)'],
    ['accent', 'image-set("a.png" 1x)'],
    ['accent', 'var(--secret)'],
    ['accent', 'env(safe-area-inset-top)'],
    ['accent', 'attr(data-color)'],
    ['accent', 'rgb(var(--red) 0 0)'],
    ['accent', 'rgb(calc(1 + 1) 0 0)'],
    ['accent', 'color-mix(in srgb, url(x) 20%, red)'],
    ['accent', 'light-dark(red, blue) url(x)'],
    ['accent', 'light-dark(red, blue'],
    ['accent', 'rgb(1 2 3))'],
    ['accent', 'rgb(1 2 3) rgb(1 2 3)'],
    ['accent', '(red)'],
    ['accent', 'rgb((1) 2 3)'],
    ['accent', 'expression(alert(1))'],
    ['accent', 'r\\65 d'],
    ['accent', '"red"'],
    ['accent', 'red/**/'],
    ['accent', 'red\u0000'],
    ['accent', 'rgb(1\n2 3)'],
    ['font', 'inherit'],
    ['font', 'Georgia, initial'],
    ['font', ''],
    ['font', 'Georgia,'],
    ['font', '"Georgia'],
    ['font', '"Georgia\\"'],
    ['font', '"Georgia"; color: red'],
    ['font', '"a" "b"'],
    ['font', "'it's'"],
    ['font', '"<script>"'],
    ['font', '"a\nb"'],
    ['font', 'url(https://elsewhere.example/font.woff2)'],
    ['font', 'local(Georgia)'],
    ['radius', '6'],
    ['radius', '10'],
    ['radius', '-6px'],
    ['radius', '6px 6px'],
    ['radius', '99999px'],
    ['radius', 'calc(1px + 1px)'],
    ['radius', '6 px'],
    ['radius', '1e3px'],
    ['radius', '50%'],
    ['density', '1px'],
    ['density', '-1'],
    ['density', 'NaN'],
    ['density', 'Infinity'],
    ['weight', 'bold'],
    ['motion', '120'],
    ['scheme', 'only dark'],
    ['scheme', 'normal'],
    ['scheme', 'darkest'],
    ['scheme', 'not light'],
  ])('%s refuses %j', (name, value) => {
    expect(checkToken(name, value)).toBeUndefined();
  });

  it('is refused when it is long, however it is made', () => {
    expect(checkToken('font', Array.from({ length: 60 }, () => 'Georgia').join(', '))).toBeUndefined();
  });

  it('never holds what could end its declaration or fetch anything, whatever was sent', () => {
    const names = Object.keys(tokens) as TokenName[];
    const piece = fc.constantFrom(
      'rgb(',
      ')',
      '#fff',
      ' ',
      ';',
      '}',
      '{',
      'url(',
      'var(',
      '"',
      "'",
      '\\',
      '/*',
      'red',
      ',',
      '1',
      'px',
      '\n',
      '@',
      ':',
    );
    const sent = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), sent, (name, value) => {
        const checked = checkToken(name, value) ?? '';
        expect(checked).not.toMatch(/[;{}\\@:<>\n\0]|\/\*|url\(|var\(|env\(|attr\(/i);
        if (tokens[name].type !== 'family') expect(checked).not.toMatch(/["']/);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a theme', () => {
  it('keeps what is right, names what it refused, and ignores what it doesn’t know', () => {
    const { values, refused } = readTheme({ accent: '#0b4f8a', radius: '2', banner: 'url(x)', link: 'var(--x)' });
    expect([...values]).toEqual([['accent', '#0b4f8a']]);
    expect(refused).toEqual(['radius', 'link']);
  });

  it('isn’t fooled by names that every object has', () => {
    const theme = JSON.parse('{"__proto__": "red", "constructor": "red", "toString": "red", "accent": "#fff"}') as Record<string, string>;
    const { values, refused } = readTheme(theme);
    expect([...values.keys()]).toEqual(['accent']);
    expect(refused).toEqual([]);
    expect(({} as Record<string, unknown>)['red']).toBeUndefined();
  });
});
