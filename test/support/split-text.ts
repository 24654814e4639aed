/** Texts on the page, pieces of them, and whether a piece goes on in a second line. Must not know which may. */

export const contentsOf = (element: Element): Range => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
};

export const textsIn = (element: Element): Text[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
};

export const rangeIn = (text: Text, found: RegExpExecArray): Range => {
  const range = document.createRange();
  range.setStart(text, found.index);
  range.setEnd(text, found.index + found[0].length);
  return range;
};

/** A piece of it begins where another has ended. */
export const isSplit = (range: Range): boolean => {
  // Marks of direction have a place and no room.
  const pieces = [...range.getClientRects()].filter(({ width }) => width >= 1);
  return Math.max(...pieces.map(({ top }) => top)) > Math.min(...pieces.map(({ bottom }) => bottom)) - 2;
};
