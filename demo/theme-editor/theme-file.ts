/**
 * A theme as text: CSS for a page, JSON for an endpoint, and read back from JSON. Pure; must not know the editor's page.
 */
import { checkToken } from '../../src/domain/theme.js';
import { isTokenName, tokens, type TokenName } from '../../src/domain/tokens.js';
import type { Theme } from './contrast.js';

export interface ReadFile {
  readonly theme: Theme;
  /** Names that are no token, or whose value isn't a plain one of its type. */
  readonly left: readonly string[];
}

/** In the order of the tokens, so that two exports can be compared. */
const inOrder = (theme: Theme): [TokenName, string][] =>
  (Object.keys(tokens) as TokenName[]).flatMap((name): [TokenName, string][] => {
    const value = theme[name];
    return value === undefined ? [] : [[name, value]];
  });

export const toCss = (theme: Theme, selector = 'aspire-pay'): string => {
  const lines = inOrder(theme).map(([name, value]) => `  ${tokens[name].property}: ${value};`);
  return [`${selector} {`, ...lines, '}', ''].join('\n');
};

export const toJson = (theme: Theme): string => `${JSON.stringify(Object.fromEntries(inOrder(theme)), null, 2)}\n`;

/** Takes the theme alone, or an object with a `theme`, such as a portfolio's lender. Undefined where it isn't JSON of that kind. */
export const readJson = (text: string): ReadFile | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const inner: unknown = Object.hasOwn(value, 'theme') ? Reflect.get(value, 'theme') : value;
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? readEntries(inner) : undefined;
};

const readEntries = (entries: object): ReadFile => {
  const theme: Partial<Record<TokenName, string>> = {};
  const left: string[] = [];
  for (const [name, value] of Object.entries(entries) as [string, unknown][]) {
    const checked = isTokenName(name) && typeof value === 'string' ? checkToken(name, value) : undefined;
    if (checked !== undefined && isTokenName(name)) theme[name] = checked;
    else left.push(name);
  }
  return { theme, left };
};
