/**
 * What is wrong with a theme a lender wants to store, by token. The element checks again what it is sent; here whoever writes it is told.
 */
import { checkToken } from '../../src/domain/theme.js';
import { isTokenName, tokens } from '../../src/domain/tokens.js';

export interface ThemeFault {
  readonly name: string;
  readonly message: string;
}

const expected = {
  color: 'a colour, such as #0b4f8a or light-dark(#0b4f8a, #93c5fd), is expected',
  length: 'a length with its unit, such as 6px, is expected',
  number: 'a number without a unit is expected',
  family: 'names of fonts with commas between them are expected',
  time: 'a time, such as 120ms, is expected',
  scheme: 'light, dark or light dark is expected',
} as const;

export const findThemeFaults = (theme: Readonly<Record<string, string>>): ThemeFault[] =>
  Object.entries(theme).flatMap(([name, value]) => {
    if (!isTokenName(name)) return [{ name, message: 'there is no such token' }];
    return checkToken(name, value) === undefined ? [{ name, message: expected[tokens[name].type] }] : [];
  });
