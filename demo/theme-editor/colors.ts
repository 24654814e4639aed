/**
 * Colours as numbers: read from text, laid over one another, compared as WCAG 2.2 compares them, made lighter and darker.
 * Pure, so that the editor and the tests reckon alike. Must not know what a colour is for.
 */

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Color {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

export type Scheme = 'light' | 'dark';

const words: Readonly<Record<string, string>> = { transparent: '#0000', white: '#fff', black: '#000' };

const readHex = (digits: string): Color => {
  const pairs = digits.length < 6 ? [...digits.matchAll(/./g)].map(([digit]) => digit + digit) : (digits.match(/../g) ?? []);
  const [r = 0, g = 0, b = 0, alpha = 255] = pairs.map((pair) => Number.parseInt(pair, 16));
  return { r, g, b, a: alpha / 255 };
};

const part = (text: string, whole: number): number =>
  text.endsWith('%') ? (Number.parseFloat(text) / 100) * whole : Number.parseFloat(text);

/** Hex, rgb(), and the words white, black and transparent: what the editor writes. Undefined for anything else. */
export const parseColor = (text: string): Color | undefined => {
  const plain = words[text.trim().toLowerCase()] ?? text.trim().toLowerCase();
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(plain)?.[1];
  if (hex !== undefined) return readHex(hex);
  const [r, g, b, alpha = '1'] =
    /^rgba?\(([\d.,%/ ]+)\)$/
      .exec(plain)?.[1]
      ?.split(/[\s,/]+/)
      .filter(Boolean) ?? [];
  return r !== undefined && g !== undefined && b !== undefined
    ? { r: part(r, 255), g: part(g, 255), b: part(b, 255), a: part(alpha, 1) }
    : undefined;
};

/** Splits at the comma that stands in no parenthesis. */
const halves = (text: string): [string, string] | undefined => {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[(),]/g)) {
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (depth === 0) return [text.slice(0, index).trim(), text.slice(index + 1).trim()];
  }
  return undefined;
};

/** What a value is in a scheme: one side of light-dark(), or the value itself. */
export const inScheme = (value: string, scheme: Scheme): string => {
  const inner = /^light-dark\((.*)\)$/s.exec(value.trim())?.[1];
  const pair = inner === undefined ? undefined : halves(inner);
  if (!pair) return value.trim();
  return scheme === 'light' ? pair[0] : pair[1];
};

export const over = (top: Color, under: Color): Color => {
  const mix = (upper: number, lower: number): number => upper * top.a + lower * (1 - top.a);
  return { r: mix(top.r, under.r), g: mix(top.g, under.g), b: mix(top.b, under.b), a: top.a + under.a * (1 - top.a) };
};

export const thin = (color: Color, share: number): Color => ({ ...color, a: color.a * share });

const clamp = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

export const toHex = ({ r, g, b }: Color): string => `#${[r, g, b].map((value) => clamp(value).toString(16).padStart(2, '0')).join('')}`;

const linear = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ({ r, g, b }: Color): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** From 1 to 21. Both must be opaque. */
export const contrast = (one: Color, other: Color): number => {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((first, second) => second - first) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
};

const encode = (share: number): number => 255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055);

/** The same colour with another lightness (0 to 1) in OKLab, as grey as it has to be to exist on a screen. */
export const withLightness = (color: Color, lightness: number): Color => {
  const { a, b } = toOklab(color);
  for (let chroma = 1; chroma > 0; chroma -= 0.05) {
    const made = fromOklab(lightness, a * chroma, b * chroma);
    if ([made.r, made.g, made.b].every((value) => value > -0.5 && value < 255.5)) return made;
  }
  return fromOklab(lightness, 0, 0);
};

export const lightnessOf = (color: Color): number => toOklab(color).l;

/** Björn Ottosson's OKLab, in which a step of lightness looks alike for every hue. */
const toOklab = (color: Color): { l: number; a: number; b: number } => {
  const [r, g, b] = [linear(color.r), linear(color.g), linear(color.b)] as const;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
};

const fromOklab = (lightness: number, a: number, b: number): Color => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return {
    r: encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    g: encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    b: encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
    a: 1,
  };
};
