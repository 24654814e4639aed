/**
 * Gives the focus to a part of the element by its id, and never takes it from whoever is at something else on the site's page.
 * Must not know why.
 */
import { wayUp } from './way-up.js';

/** What has the focus, however deep. */
const deepest = (element: Element | null): Element | null =>
  element?.shadowRoot?.activeElement ? deepest(element.shadowRoot.activeElement) : element;

/** The same, as seen from the element: what shares a closed root with it is seen from there alone. */
const focusedNear = (host: Element): Element | null => {
  const root = host.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return null;
  return root.activeElement ?? (root instanceof ShadowRoot ? focusedNear(root.host) : null);
};

/**
 * The payer is at something else on the site's page. Safari gives a pressed button no focus, but what is around it and can have one:
 * that is nowhere else, and neither is nobody's focus.
 */
export const isAway = (host: HTMLElement): boolean => {
  const active = deepest(focusedNear(host));
  return active !== null && !host.matches(':focus-within') && !host.contains(active) && !wayUp(host).includes(active);
};

/** The first of them that is there. */
export const findIn = (host: HTMLElement, ...ids: readonly string[]): HTMLElement | undefined =>
  ids.map((id) => host.shadowRoot?.getElementById(id) ?? undefined).find((element) => element !== undefined);

/** Answers come late: what is typed into the site's own field meanwhile is not to end in this element. Gives what has the focus by it. */
export const focusIn = (host: HTMLElement, ...ids: readonly string[]): HTMLElement | undefined => {
  if (isAway(host)) return undefined;
  const found = findIn(host, ...ids);
  found?.focus();
  return found;
};
