/**
 * Gives the focus to a part of the element by its id, and never takes it from whoever is at something else on the site's page.
 * Must not know why.
 */

/** What has the focus, however deep. */
const focused = ({ activeElement }: DocumentOrShadowRoot): Element | null =>
  activeElement?.shadowRoot?.activeElement ? focused(activeElement.shadowRoot) : activeElement;

const isAround = (outer: Element, host: HTMLElement): boolean => {
  for (let node: Node | null = host; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) if (node === outer) return true;
  return false;
};

/**
 * The payer is at something else on the site's page. Safari gives a pressed button no focus, but what is around it and can have one:
 * that is nowhere else, and neither is nobody's focus.
 */
export const isAway = (host: HTMLElement): boolean => {
  const active = focused(host.ownerDocument);
  return active !== null && !host.matches(':focus-within') && !host.contains(active) && !isAround(active, host);
};

/** The first of them that is there. */
export const findIn = (host: HTMLElement, ...ids: readonly string[]): HTMLElement | undefined =>
  ids.map((id) => host.shadowRoot?.getElementById(id) ?? undefined).find((element) => element !== undefined);

/** Answers come late: what is typed into the site's own field meanwhile is not to end in this element. */
export const focusIn = (host: HTMLElement, ...ids: readonly string[]): void => {
  if (!isAway(host)) findIn(host, ...ids)?.focus();
};
