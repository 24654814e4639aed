/** The tree as it is drawn, from an element upwards. Must not know what is looked for in it. */

const parentOf = (node: Node): Node | null =>
  (node instanceof Element ? node.assignedSlot : null) ?? (node instanceof ShadowRoot ? node.host : node.parentNode);

/** From the element up to the page, through the shadow roots and slots it is drawn in. */
export const wayUp = (element: Element): Element[] => {
  const way: Element[] = [];
  for (let node: Node | null = element; node; node = parentOf(node)) if (node instanceof Element) way.push(node);
  return way;
};
