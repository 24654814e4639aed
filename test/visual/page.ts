/** The page that is photographed: draws one state, in one dress, when it is told to. Runs in the browser, as one bundled script. */
import { dress, looks, speak } from '../support/dressed.js';
import { states } from '../support/states.js';
import { ViewHost } from '../support/view-host.js';
import type { Shot } from './shots.js';

const around = document.createElement('div');
const host = new ViewHost();
around.append(host);
document.body.append(around);

/** Resolves when all of it is drawn, in the fonts of the page. */
const show = async ({ state, scheme, locale, brand }: Shot): Promise<number> => {
  const draw = states[state];
  if (!draw || (brand !== '' && !looks[brand])) throw new Error(`There is no ${state} as ${brand || 'the element’s own'}.`);
  host.draw = draw;
  dress({ host }, looks[brand], scheme);
  await speak({ host }, locale);
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return document.documentElement.scrollHeight;
};

const find = (selector: string): HTMLElement => {
  const found = host.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Nothing on screen is ${selector}.`);
  return found;
};

/** What a regression may be, as little as it may be: for the check that the pictures can differ at all. */
const flaws = {
  /** A whole section by one pixel. */
  moved: (isOn: boolean): void => {
    find('[part~="contract"]').style.translate = isOn ? '0 1px' : '';
  },
  /** The same by what nobody overlooks. */
  lower: (isOn: boolean): void => {
    find('[part~="contract"]').style.translate = isOn ? '0 8px' : '';
  },
  /** The faintest border there is by one pixel, in its own colour; nothing else moves. */
  thicker: (isOn: boolean): void => {
    const row = find('tbody tr');
    row.style.boxShadow = isOn ? `inset 0 1px ${getComputedStyle(row).borderTopColor}` : '';
  },
};
export type Flaw = keyof typeof flaws;

const spoil = (flaw: Flaw, isOn: boolean): void => flaws[flaw](isOn);

Object.assign(window, { show, spoil });
