/** Fonts, corners, density and lines: one field a token, empty while the default stands. Reports what was chosen. */
import { checkToken } from '../../src/domain/theme.js';
import { isTokenName, tokens, type TokenName } from '../../src/domain/tokens.js';
import { tokenDocs } from '../../src/token-docs.js';
import type { Theme } from './contrast.js';
import { clearFault, tellFault } from './field-fault.js';

const units = { length: 'px', number: '', time: 'ms', family: '', color: '', scheme: '' } as const;

const fields = (): (HTMLInputElement | HTMLSelectElement)[] => [
  ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-token]'),
];

const tokenOf = (field: HTMLElement): TokenName | undefined => {
  const name = field.dataset['token'] ?? '';
  return isTokenName(name) ? name : undefined;
};

const change = (theme: Theme, name: TokenName, text: string): Theme | undefined => {
  const rest = Object.fromEntries(Object.entries(theme).filter(([other]) => other !== name)) as Theme;
  if (text === '') return rest;
  const value = checkToken(name, `${text}${/^[\d.]+$/.test(text) ? units[tokens[name].type] : ''}`);
  return value === undefined ? undefined : { ...rest, [name]: value };
};

const sayUnusable = (field: HTMLInputElement | HTMLSelectElement): string =>
  field instanceof HTMLInputElement ? `This can’t be used. Enter a number from ${field.min} to ${field.max}.` : 'This can’t be used.';

const show = (field: HTMLInputElement | HTMLSelectElement, name: TokenName, theme: Theme): void => {
  const value = theme[name] ?? '';
  clearFault(field);
  if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value))
    field.add(new Option(value, value));
  field.value = field.type === 'number' ? String(Number.parseFloat(value)).replace('NaN', '') : value;
  if (field instanceof HTMLInputElement) field.placeholder = tokenDocs[name].fallback.replace(/px$/, '');
};

export const startShapeFields = (theme: () => Theme, choose: (theme: Theme) => void): { show(theme: Theme): void } => {
  for (const field of fields()) {
    const name = tokenOf(field);
    if (name === undefined) continue;
    field.addEventListener('input', () => {
      const next = change(theme(), name, field.value.trim());
      if (!next) {
        tellFault(field, sayUnusable(field), (line) => field.after(line));
        return;
      }
      clearFault(field);
      choose(next);
    });
  }
  return {
    show: (now) => {
      for (const field of fields()) {
        const name = tokenOf(field);
        // What is being typed is not written over.
        if (name !== undefined && field !== document.activeElement) show(field, name, now);
      }
    },
  };
};
