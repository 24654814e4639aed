/**
 * One row a colour token: a light and a dark field, each empty while the default stands.
 * Reports what was chosen; must not know what it is for.
 */
import type { TokenName } from '../../src/domain/tokens.js';
import { inScheme, parseColor, toHex, type Scheme } from './colors.js';
import { drawn, withValue, type Remedy, type Theme } from './contrast.js';
import { clearFault, tellFault } from './field-fault.js';
import { find, make } from './page.js';

const names: Readonly<Partial<Record<TokenName, string>>> = {
  surface: 'Ground',
  text: 'Text',
  accent: 'Action',
  'on-accent': 'Words on action',
  link: 'Links and choice',
  focus: 'Focus ring',
  danger: 'Past due, errors',
  warning: 'Attention',
  success: 'Accepted',
  field: 'Ground of inputs',
  muted: 'Secondary text',
  edge: 'Borders of controls',
  line: 'Hairlines',
  tint: 'Ground of notices',
  'rule-color': 'Rule above a contract',
};

const main: readonly TokenName[] = ['surface', 'text', 'accent', 'on-accent', 'link', 'focus'];
const more: readonly TokenName[] = ['danger', 'warning', 'success', 'field', 'muted', 'edge', 'line', 'tint', 'rule-color'];
export const colorTokens: readonly TokenName[] = [...main, ...more];
const schemes: readonly Scheme[] = ['light', 'dark'];

export const colorName = (token: TokenName): string => names[token] ?? token;

interface Cell {
  readonly token: TokenName;
  readonly scheme: Scheme;
  readonly text: HTMLInputElement;
  readonly picker: HTMLInputElement;
}

const makeCell = (token: TokenName, scheme: Scheme): Cell => {
  const label = `${colorName(token)}, ${scheme}`;
  return {
    token,
    scheme,
    text: make('input', { id: `${token}-${scheme}`, 'aria-label': label, maxlength: '60', spellcheck: 'false', autocomplete: 'off' }),
    picker: make('input', { type: 'color', 'aria-label': `${label}, picker` }),
  };
};

const sayUnknown = ({ token, scheme }: Cell, value: string): string =>
  `${colorName(token)}, ${scheme}: “${value}” is not read as a colour. Enter one such as #0b4f8a or rgb(11 79 138).`;

const without = (theme: Theme, token: TokenName): Theme => Object.fromEntries(Object.entries(theme).filter(([name]) => name !== token));

/** Empty in both schemes is the default; in one alone, that one keeps what it was. */
const clear = (theme: Theme, cell: Cell, cells: readonly Cell[]): Theme => {
  const other = cells.find(({ token, scheme }) => token === cell.token && scheme !== cell.scheme);
  if (other?.text.value.trim() === '') return without(theme, cell.token);
  return withValue(without(theme, cell.token), { token: cell.token, scheme: other?.scheme ?? 'light', value: other?.text.value ?? '' });
};

export interface ColorRows {
  show(theme: Theme): void;
}

export const startColorRows = (theme: () => Theme, choose: (theme: Theme) => void): ColorRows => {
  const cells: Cell[] = [];
  const row = (token: TokenName): HTMLElement => {
    const own = schemes.map((scheme) => makeCell(token, scheme));
    cells.push(...own);
    return make(
      'div',
      { class: 'color-row' },
      make('span', {}, colorName(token)),
      ...own.map(({ picker, text }) => make('div', { class: 'cell' }, picker, text)),
    );
  };
  find('#colors', HTMLElement).append(...main.map(row));
  find('#more-colors', HTMLElement).append(...more.map(row));
  const set = (remedy: Remedy): void => choose(withValue(theme(), remedy));
  for (const cell of cells) {
    const { token, scheme, text, picker } = cell;
    picker.addEventListener('input', () => set({ token, scheme, value: picker.value }));
    text.addEventListener('change', () => {
      const value = text.value.trim();
      if (value === '') choose(clear(theme(), cell, cells));
      // What is read here and is no CSS would be set and draw nothing.
      else if (parseColor(value) && CSS.supports('color', value)) set({ token, scheme, value });
      else tellFault(text, sayUnknown(cell, value), (line) => text.closest('.color-row')?.append(line));
    });
  }
  return {
    show: (now) => {
      for (const { token, scheme, text, picker } of cells) {
        const value = now[token];
        const onScreen = toHex(drawn(now, token, scheme));
        text.value = value === undefined ? '' : inScheme(value, scheme);
        text.placeholder = onScreen;
        clearFault(text);
        picker.value = parseColor(text.value) ? toHex(parseColor(text.value) ?? { r: 0, g: 0, b: 0, a: 1 }) : onScreen;
      }
    },
  };
};
