/** The lender's logo: none, one of the finished looks', or an address. Shows it in every preview's slot. */
import { brands, type BrandName } from '../brands/brands.js';
import { find, make } from './page.js';

const choice = find('#logo', HTMLSelectElement);
const address = find('#logo-address', HTMLInputElement);

const addressOf = (name: BrandName): string => new URL(`/brands/${name}.svg`, location.href).href;

/** Undefined where the address is none the element would show. */
const read = (): string | null => {
  const text = choice.value === 'other' ? address.value.trim() : choice.value;
  return text === '' ? null : text;
};

const draw = (): void => {
  const url = read();
  address.hidden = choice.value !== 'other';
  for (const element of document.querySelectorAll('.stage aspire-pay')) {
    element.querySelector('[slot="logo"]')?.remove();
    if (url !== null) element.append(make('img', { slot: 'logo', src: url, alt: 'The lender' }));
  }
};

const show = (url: string | null): void => {
  const isListed = [...choice.options].some(({ value }) => value === (url ?? ''));
  choice.value = isListed ? (url ?? '') : 'other';
  address.value = isListed ? '' : (url ?? '');
  draw();
};

export interface Logo {
  readonly addressOf: (name: BrandName) => string;
  readonly read: () => string | null;
  readonly show: (url: string | null) => void;
  readonly draw: () => void;
}

export const startLogo = (): Logo => {
  const own = (Object.keys(brands) as BrandName[]).map((name) => new Option(brands[name].name, addressOf(name)));
  choice.append(...own, new Option('An address of your own', 'other'));
  choice.addEventListener('change', draw);
  address.addEventListener('change', draw);
  return { addressOf, read, show, draw };
};
