/** A theme as text, and back: what is exported is what is imported, and what is no token is named. */
import { describe, expect, it } from 'vitest';
import { brands, northline } from '../../../demo/brands/brands.js';
import { readJson, toCss, toJson } from '../../../demo/theme-editor/theme-file.js';

describe('a theme as text', () => {
  it('is CSS for the tag, in the order of the tokens', () => {
    expect(toCss({ radius: '2px', accent: '#0b4f8a' })).toBe(
      'aspire-pay {\n  --aspire-pay-accent: #0b4f8a;\n  --aspire-pay-radius: 2px;\n}\n',
    );
  });

  it.each(Object.entries({ northline, ...brands }))('is the same again after export and import: %s', (_name, { theme }) => {
    expect(readJson(toJson(theme))).toEqual({ theme, left: [] });
  });

  it('is found in a portfolio’s lender, too', () => {
    expect(readJson('{"id": "acme", "theme": {"accent": "#fff"}}')?.theme).toEqual({ accent: '#fff' });
  });

  it('loses what is no token or no plain value, by name', () => {
    expect(readJson('{"accent": "url(x)", "banner": "red", "radius": 2, "link": "#000"}')).toEqual({
      theme: { link: '#000' },
      left: ['accent', 'banner', 'radius'],
    });
  });

  it.each(['', 'red', '[]', 'null', '"a"', '{', '{"theme": []}', '{"theme": null}'])('is not made of %s', (text) => {
    expect(readJson(text)).toBeUndefined();
  });
});
