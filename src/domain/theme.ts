/**
 * Which values of an endpoint's theme may reach a style sheet: plain ones of their token's type, and nothing that could do more than look.
 * Refuses a backslash, a quote outside a font family, and every function but a colour's. Knows neither the DOM nor any sheet.
 */
import { isTokenName, tokens, type TokenName, type TokenType } from './tokens.js';

/** Token names to values, each as it may stand in a style sheet. */
export type CheckedTheme = ReadonlyMap<TokenName, string>;

export interface ThemeReading {
  readonly values: CheckedTheme;
  /** Known tokens whose value was refused. Names nobody knows are left out in silence: a later version may have them. */
  readonly refused: readonly TokenName[];
}

const longest = 200;

const colorFunctions: readonly string[] = [
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'hwb',
  'lab',
  'lch',
  'oklab',
  'oklch',
  'color',
  'color-mix',
  'light-dark',
];

/** Words that mean another value than the one they stand for. */
const cascadeWords = /^(inherit|initial|unset|revert|revert-layer|default)$/i;

/** One value: the parenthesis that opens first closes last. */
const isOneCall = (text: string): boolean => {
  let depth = 0;
  for (const { 0: parenthesis, index } of text.matchAll(/[()]/g)) {
    depth += parenthesis === '(' ? 1 : -1;
    if (depth <= 0 && index < text.length - 1) return false;
  }
  return depth === 0;
};

const isColor = (text: string): boolean => {
  if (/^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text)) return true;
  if (/^[a-z]+$/i.test(text)) return !cascadeWords.test(text);
  if (!/^[a-z-]+\([a-z\d#.,%()/+\- ]+\)$/i.test(text) || !isOneCall(text)) return false;
  return [...text.matchAll(/[a-z\d-]*\(/gi)].every(({ 0: opening }) => colorFunctions.includes(opening.slice(0, -1).toLowerCase()));
};

const familyName = /^("[\p{L}\p{N} .&+'_-]+"|'[\p{L}\p{N} .&+_-]+'|-?[a-z_][\w-]*( [a-z_][\w-]*)*)$/iu;

const isFamily = (text: string): boolean =>
  text.split(',').every((name) => familyName.test(name.trim()) && !cascadeWords.test(name.trim()));

const decimal = '(\\d{1,4}(\\.\\d{1,4})?|\\.\\d{1,4})';
const length = new RegExp(`^${decimal}(px|em|rem|ch|ex|lh|pt|cqi|vi|vw|vh|svh|dvh)$`, 'i');
const number = new RegExp(`^${decimal}$`);
const time = new RegExp(`^${decimal}(ms|s)$`, 'i');

const checks: Readonly<Record<TokenType, (text: string) => boolean>> = {
  color: isColor,
  family: isFamily,
  length: (text) => length.test(text),
  number: (text) => number.test(text),
  time: (text) => time.test(text),
  scheme: (text) => /^(light|dark|light dark)$/.test(text),
};

/** A length that is nothing needs its unit, or no sum could be made with it. */
const withUnit = (type: TokenType, text: string): string => (type === 'length' && /^0(\.0+)?$/.test(text) ? '0px' : text);

/** The value as it may stand in a style sheet, or undefined where it is not one of the token's type. */
export const checkToken = (name: TokenName, value: string): string | undefined => {
  const { type } = tokens[name];
  if (value.length > longest) return undefined;
  const text = withUnit(type, value.trim());
  return checks[type](text) ? text : undefined;
};

export const readTheme = (theme: Readonly<Record<string, string>>): ThemeReading => {
  const values = new Map<TokenName, string>();
  const refused: TokenName[] = [];
  for (const [name, value] of Object.entries(theme)) {
    if (!isTokenName(name)) continue;
    const checked = checkToken(name, value);
    if (checked === undefined) refused.push(name);
    else values.set(name, checked);
  }
  return { values, refused };
};
