/** A screen in a brand, a scheme and a language: the three things every state must look right in. Knows no states. */
import { brands, northline, type Brand } from '../../demo/brands/brands.js';
import { layWords } from '../../src/controllers/lay-words.js';
import ar from '../../src/locales/ar.js';
import enCA from '../../src/locales/en-CA.js';
import { en, type Words } from '../../src/locales/en.js';
import esUS from '../../src/locales/es-US.js';
import frCA from '../../src/locales/fr-CA.js';
import type { ViewHost } from './view-host.js';

/** Whatever has the drawn state: a test's page, or a picture's. */
interface Screen {
  readonly host: ViewHost;
}

export const languages: Readonly<Record<string, Words>> = {
  'en-US': en,
  'en-CA': layWords(en, enCA),
  'fr-CA': frCA,
  'es-US': esUS,
  ar,
};

/** The six finished ones. The demo's own lender and the element's own look are those of the other tests. */
export const looks: Readonly<Record<string, Brand>> = brands;
export const ownLook: Brand = northline;

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** Ground and ink of a site that knows the scheme. */
const grounds: Readonly<Record<Scheme, readonly [ground: string, ink: string]>> = {
  light: ['#fff', '#1b212a'],
  dark: ['#14171c', '#e6e9ee'],
};

/** The screen is drawn anew by whoever opens the next state. */
export const dress = (page: Screen, look: Brand | undefined, scheme: Scheme): void => {
  const around = page.host.parentElement;
  if (!around) return;
  const [ground, ink] = grounds[scheme];
  around.style.cssText = `color-scheme:${scheme};background:${ground};color:${ink}`;
  // A button that changes its role keeps no colour of the one before while axe looks.
  around.style.setProperty('--aspire-pay-motion', '0s');
  for (const [name, value] of Object.entries(look?.theme ?? {})) around.style.setProperty(`--aspire-pay-${name}`, value);
};

export const speak = async (page: Screen, locale: string): Promise<void> => {
  const words = languages[locale];
  if (!words) throw new Error(`No language ${locale}`);
  page.host.speak(words, locale);
  await page.host.updateComplete;
};
