/**
 * The language of one element: the attribute, else the nearest `lang`, else the browser's; and its words and formats.
 * Only languages whose words are here are formatted in, so that a page never mixes two.
 */
import { createFormat, type Format } from '../domain/format.js';
import { en, type Words } from '../locales/en.js';

const fallback = 'en-US';

/** A tag the browser can format in; the fallback for anything else. */
const canonical = (tag: string | null | undefined): string | undefined => {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
};

const hasWords = (tag: string): boolean => new Intl.Locale(tag).language === 'en';

/** The tag to speak: asked for, or found on the page, or English. */
export const chooseLocale = (attribute: string | undefined, host: Element): string => {
  const tag = canonical(attribute) ?? canonical(nearestLang(host)) ?? canonical(navigator.language);
  if (tag === undefined || !hasWords(tag)) return fallback;
  return tag === 'en' ? fallback : tag;
};

/** The `lang` that holds for the element, also across the shadow roots it may stand in. */
const nearestLang = (host: Element): string | null => {
  let element: Element | null = host;
  while (element) {
    const found: Element | null = element.closest('[lang]');
    if (found) return found.getAttribute('lang');
    const root: Node = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
};

export class LocaleController {
  #locale = fallback;
  #format: Format = createFormat(fallback);

  get locale(): string {
    return this.#locale;
  }

  get words(): Words {
    return en;
  }

  get format(): Format {
    return this.#format;
  }

  /** Looks again which language holds. */
  choose(attribute: string | undefined, host: Element): void {
    const locale = chooseLocale(attribute, host);
    if (locale === this.#locale) return;
    this.#locale = locale;
    this.#format = createFormat(locale);
  }
}
