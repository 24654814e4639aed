/**
 * What the page says about language and direction at the place of an element, also across the shadow roots it stands in.
 * Must not know which languages there are.
 */
import type { Direction } from '../domain/language.js';

export interface PageLanguage {
  /** The nearest `lang`. */
  readonly lang: string | undefined;
  /** The nearest `dir` that belongs to it: on the same element or further in. */
  readonly dir: Direction | undefined;
}

const parentOf = (element: Element): Element | null => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** What an element says of itself. */
export const ownDirection = (element: Element): Direction | undefined => {
  const dir = element.getAttribute('dir')?.toLowerCase();
  return dir === 'ltr' || dir === 'rtl' ? dir : undefined;
};

export const readPage = (host: Element): PageLanguage => {
  let dir: Direction | undefined;
  for (let element: Element | null = host; element; element = parentOf(element)) {
    dir ??= ownDirection(element);
    const lang = element.getAttribute('lang');
    if (lang !== null) return { lang, dir };
  }
  return { lang: undefined, dir };
};

const changes = { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] };

/** Calls back when some `lang` or `dir` of the trees around the element changes; returns the way to stop. */
export const watchPage = (host: Element, tell: () => void): (() => void) => {
  const observer = new MutationObserver(tell);
  let root = host.getRootNode();
  observer.observe(root, changes);
  while (root instanceof ShadowRoot) {
    root = root.host.getRootNode();
    observer.observe(root, changes);
  }
  return () => observer.disconnect();
};
