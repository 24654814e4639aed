/** Repeatable picks: the same words always give the same numbers. */

/** FNV-1a over UTF-16 units, spread by one round of mixing. */
const hash = (words: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1) value = Math.imul(value ^ words.charCodeAt(index), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
};

/** A source of whole numbers from 0 to `below` − 1 (a mulberry32 generator), begun by `words`. */
export const createPicker = (words: string): ((below: number) => number) => {
  let state = hash(words);
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};
