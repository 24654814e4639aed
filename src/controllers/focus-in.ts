/**
 * Gives the focus to a part of the element by its id, and never takes it from whoever is at something else on the site's page.
 * Must not know why.
 */

/** The payer is at something else on the site's page. A focus that nobody has, as after a click in Safari, is nowhere else. */
export const isAway = (host: HTMLElement): boolean => {
  const { activeElement, body } = host.ownerDocument;
  return activeElement !== null && activeElement !== body && !host.matches(':focus-within');
};

/** The first of them that is there. */
export const findIn = (host: HTMLElement, ...ids: readonly string[]): HTMLElement | undefined =>
  ids.map((id) => host.shadowRoot?.getElementById(id) ?? undefined).find((element) => element !== undefined);

/** Answers come late: what is typed into the site's own field meanwhile is not to end in this element. */
export const focusIn = (host: HTMLElement, ...ids: readonly string[]): void => {
  if (!isAway(host)) findIn(host, ...ids)?.focus();
};
