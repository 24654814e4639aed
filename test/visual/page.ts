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

/** One line by one pixel, which is what a regression may be: for the check that the pictures can differ at all. */
const shift = (isOn: boolean): void => {
  const contract = host.shadowRoot?.querySelector<HTMLElement>('[part~="contract"]');
  if (!contract) throw new Error('There is no contract on screen whose line could be moved.');
  contract.style.translate = isOn ? '0 1px' : '';
};

Object.assign(window, { show, shift });
