/**
 * Which colours of the element meet, how much they must differ, and what would mend a pair that doesn't: the nearest colour that passes.
 * Reckons with the element's own defaults where a theme is silent. Pure; must not know the editor's page.
 */
import type { TokenName } from '../../src/domain/tokens.js';
import { tokenDocs } from '../../src/token-docs.js';
import { contrast, inScheme, lightnessOf, over, parseColor, thin, toHex, withLightness, type Color, type Scheme } from './colors.js';

export type Theme = Readonly<Partial<Record<TokenName, string>>>;

/** What a page without a colour of its own is, in each scheme. */
export const pageGround: Readonly<Record<Scheme, string>> = { light: '#ffffff', dark: '#121212' };
const pageText: Readonly<Record<Scheme, string>> = { light: '#000000', dark: '#ffffff' };

/** Every colour the element paints, as it lands on the screen. */
type Palette = Readonly<Record<Role, Color>>;
type Ink = 'text' | 'muted' | 'link' | 'danger' | 'warning' | 'success' | 'on-accent' | 'edge' | 'focus';
type Ground = 'surface' | 'field' | 'tint' | 'accent' | 'accent-hover' | 'chosen' | 'hover' | 'danger-ground' | 'warning-ground';
type Role = Ink | Ground;

export interface Pair {
  readonly ink: Ink;
  readonly ground: Ground;
  readonly least: number;
}

export interface Finding extends Pair {
  readonly scheme: Scheme;
  readonly ratio: number;
  readonly passes: boolean;
}

export interface Remedy {
  readonly token: TokenName;
  readonly scheme: Scheme;
  readonly value: string;
}

const text = 4.5;
const shape = 3;

const pair = (ink: Ink, ground: Ground, least: number): Pair => ({ ink, ground, least });

export const pairs: readonly Pair[] = [
  pair('text', 'surface', text),
  pair('muted', 'surface', text),
  pair('link', 'surface', text),
  pair('danger', 'surface', text),
  pair('warning', 'surface', text),
  pair('success', 'surface', text),
  pair('on-accent', 'accent', text),
  pair('on-accent', 'accent-hover', text),
  pair('link', 'hover', text),
  pair('text', 'chosen', text),
  pair('muted', 'chosen', text),
  pair('danger', 'chosen', text),
  pair('text', 'field', text),
  pair('muted', 'field', text),
  pair('text', 'tint', text),
  pair('link', 'tint', text),
  pair('muted', 'tint', shape),
  pair('success', 'tint', shape),
  pair('text', 'danger-ground', text),
  pair('link', 'danger-ground', text),
  pair('danger', 'danger-ground', shape),
  pair('text', 'warning-ground', text),
  pair('link', 'warning-ground', text),
  pair('danger', 'warning-ground', text),
  pair('warning', 'warning-ground', shape),
  pair('edge', 'surface', shape),
  pair('edge', 'field', shape),
  pair('edge', 'chosen', shape),
  pair('edge', 'tint', shape),
  pair('edge', 'danger-ground', shape),
  pair('edge', 'warning-ground', shape),
  pair('focus', 'surface', shape),
  pair('focus', 'chosen', shape),
  pair('focus', 'tint', shape),
  pair('focus', 'danger-ground', shape),
  pair('focus', 'warning-ground', shape),
];

/** A colour nobody can read here counts as the page's text: the editor writes none. */
const readToken = (theme: Theme, name: TokenName, scheme: Scheme): Color | undefined => {
  const value = theme[name];
  return value === undefined ? undefined : parseColor(inScheme(value, scheme));
};

const known = (text: string): Color => {
  const found = parseColor(text);
  if (!found) throw new Error(`${text} is no colour`);
  return found;
};

const fallbackOf = (name: TokenName, scheme: Scheme): Color => known(inScheme(tokenDocs[name].fallback, scheme));

/** As tokens.styles.ts resolves them: a token's own value, else what it shares, else its default; all laid over the ground. */
export const resolve = (theme: Theme, schemeAsked: Scheme): Palette => {
  const scheme = theme.scheme === 'dark' || theme.scheme === 'light' ? theme.scheme : schemeAsked;
  const [page, plainInk] = [known(pageGround[scheme]), known(pageText[scheme])] as const;
  const get = (name: TokenName, shared?: Color): Color => readToken(theme, name, scheme) ?? shared ?? fallbackOf(name, scheme);
  const surface = over(get('surface'), page);
  const on = (color: Color): Color => over(color, surface);
  const ink = get('text', plainInk);
  const accent = on(get('accent'));
  const link = on(get('link', accent));
  const [danger, warning] = [on(get('danger')), on(get('warning'))] as const;
  return {
    surface,
    text: on(ink),
    muted: on(get('muted', thin(ink, 0.7))),
    edge: on(get('edge', thin(ink, 0.56))),
    tint: on(get('tint', thin(ink, 0.07))),
    field: on(get('field')),
    accent,
    'accent-hover': over(thin(accent, 0.84), plainInk),
    'on-accent': on(get('on-accent')),
    link,
    focus: on(get('focus', link)),
    hover: on(thin(link, 0.09)),
    chosen: on(thin(link, 0.07)),
    danger,
    warning,
    success: on(get('success')),
    'danger-ground': on(thin(danger, 0.09)),
    'warning-ground': on(thin(warning, 0.09)),
  };
};

/** Every pair in one scheme, in the order of the list. Rounded as it is shown: 4.496 is not 4.5. */
export const checkScheme = (theme: Theme, scheme: Scheme): Finding[] => {
  const palette = resolve(theme, scheme);
  return pairs.map((one) => {
    const ratio = contrast(palette[one.ink], palette[one.ground]);
    return { ...one, scheme, ratio, passes: ratio >= one.least };
  });
};

/** A theme that is always light or always dark has one scheme to pass in. */
export const schemesOf = ({ scheme }: Theme): readonly Scheme[] => (scheme === 'light' || scheme === 'dark' ? [scheme] : ['light', 'dark']);

export const checkTheme = (theme: Theme): Finding[] => schemesOf(theme).flatMap((scheme) => checkScheme(theme, scheme));

/** The tokens that would mend a pair: its ink, and the ground where that is a button of its own. */
const remediable = ({ ground, ink }: Pair): readonly TokenName[] =>
  ground === 'accent' || ground === 'accent-hover' ? ['accent', ink] : [ink];

/** What stands on screen for a token, set or not. Two are in no pair, and made of the text where nobody sets them. */
export const drawn = (theme: Theme, token: TokenName, scheme: Scheme): Color => {
  const palette = resolve(theme, scheme);
  const own = readToken(theme, token, scheme);
  if (token === 'line') return over(own ?? thin(palette.text, 0.17), palette.surface);
  if (token === 'rule-color') return over(own ?? palette.text, palette.surface);
  return palette[token as Ink];
};

/**
 * What an always light or always dark theme leaves to the page, as its own scheme would have it: a page of the other scheme spoils every
 * pair. Empty where the theme follows the page, or says both.
 */
export const leftToPage = (theme: Theme): readonly Remedy[] => {
  const [scheme, other] = schemesOf(theme);
  if (scheme === undefined || other !== undefined) return [];
  const ground = readToken(theme, 'surface', scheme) ?? fallbackOf('surface', scheme);
  const missing: Remedy[] = [];
  if (ground.a < 1) missing.push({ token: 'surface', scheme, value: pageGround[scheme] });
  if (readToken(theme, 'text', scheme) === undefined) missing.push({ token: 'text', scheme, value: pageText[scheme] });
  return missing;
};

/** The token set in one scheme and left as it is in the other. */
export const withValue = (theme: Theme, { token, scheme, value }: Remedy): Theme => {
  const other = scheme === 'light' ? 'dark' : 'light';
  const kept = theme[token] === undefined ? toHex(drawn(theme, token, other)) : inScheme(theme[token], other);
  const [light, dark] = scheme === 'light' ? [value, kept] : [kept, value];
  return { ...theme, [token]: light === dark ? light : `light-dark(${light}, ${dark})` };
};

const step = 0.005;

/** What a new value of the token must not fail: the pairs it is there for, and every one that passes now. */
const stakes = (theme: Theme, token: TokenName, scheme: Scheme): number[] =>
  checkScheme(theme, scheme).flatMap(({ ink, ground, passes }, index) =>
    passes || ink === token || ground.startsWith(token) ? [index] : [],
  );

/** Nearest by lightness, either way, that passes all that is at stake. Undefined where there is none. */
const nearest = (theme: Theme, token: TokenName, scheme: Scheme): string | undefined => {
  const now = resolve(theme, scheme)[token as Ink];
  const atStake = stakes(theme, token, scheme);
  const start = lightnessOf(now);
  for (let distance = step; distance < 1; distance += step) {
    for (const lightness of [start - distance, start + distance]) {
      if (lightness < 0 || lightness > 1) continue;
      const value = toHex(withLightness(now, lightness));
      const after = checkScheme(withValue(theme, { token, scheme, value }), scheme);
      if (atStake.every((index) => after[index]?.passes)) return value;
    }
  }
  return undefined;
};

/** One remedy for each colour that could give way. What was found for a token once holds for every pair it is in. */
export const remediesFor = (theme: Theme, finding: Finding, known = new Map<string, string | undefined>()): Remedy[] =>
  remediable(finding).flatMap((token) => {
    const { scheme } = finding;
    const key = `${token} ${scheme}`;
    if (!known.has(key)) known.set(key, nearest(theme, token, scheme));
    const value = known.get(key);
    return value === undefined ? [] : [{ token, scheme, value }];
  });
