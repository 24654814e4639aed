/**
 * Gives the demo's lender another finished look: it is stored at the endpoint, and the element takes it from there at its next reading.
 * The page's own style sheet says nothing of the element.
 */
import { brands, isBrandName, northline } from '../brands/brands.js';

interface Look {
  readonly theme: Readonly<Record<string, string>>;
  readonly logoUrl: string | null;
}

const address = '/back-office/api/look';

const lookOf = (name: string): Look =>
  isBrandName(name)
    ? { theme: brands[name].theme, logoUrl: new URL(`/brands/${name}.svg`, location.href).href }
    : { theme: northline.theme, logoUrl: null };

const isSame = (one: Look['theme'], other: Look['theme']): boolean =>
  Object.keys(one).length === Object.keys(other).length && Object.entries(one).every(([name, value]) => other[name] === value);

const readStored = async (): Promise<Look> => {
  const answer = await fetch(address, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`The demo answered ${answer.status} for its look.`);
  return (await answer.json()) as Look;
};

const store = async (look: Look): Promise<void> => {
  const init = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(look) };
  const answer = await fetch(address, init);
  if (!answer.ok) throw new Error(`The demo answered ${answer.status} for a new look.`);
};

/** A look made in the editor is none of the list. */
const nameOf = ({ theme }: Look): string => {
  const found = Object.entries(brands).find(([, brand]) => isSame(brand.theme, theme))?.[0];
  return found ?? (isSame(northline.theme, theme) ? 'northline' : 'own');
};

export const startBrandChoice = async (select: HTMLSelectElement, refresh: () => Promise<void>, showProblem: () => void): Promise<void> => {
  const own = new Option('From the theme editor', 'own');
  const options = Object.entries(brands).map(([name, brand]) => new Option(brand.name, name));
  select.replaceChildren(new Option(northline.name, 'northline'), ...options);
  select.addEventListener('change', () => {
    own.remove();
    store(lookOf(select.value)).then(refresh).catch(showProblem);
  });
  const name = nameOf(await readStored());
  if (name === 'own') select.append(own);
  select.value = name;
};
