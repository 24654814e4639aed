/** Whether a text on the page goes on in a second line. Must not know which may. */

export const contentsOf = (element: Element): Range => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
};

/** A piece of it begins where another has ended. */
export const isSplit = (range: Range): boolean => {
  // Marks of direction have a place and no room.
  const pieces = [...range.getClientRects()].filter(({ width }) => width >= 1);
  return Math.max(...pieces.map(({ top }) => top)) > Math.min(...pieces.map(({ bottom }) => bottom)) - 2;
};
