/**
 * Randomness from one number, so that a script replays exactly. What it makes up holds no run of digits:
 * a search for bank digits finds bank digits and nothing else.
 */

export interface Chance {
  /** In [0, 1). */
  readonly next: () => number;
  /** A version 4 UUID whose free places are letters. */
  readonly uuid: () => string;
  /** Bytes whose base64url text is letters. */
  readonly bytes: (count: number) => Uint8Array;
}

const hexLetters = 'abcdef';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Mulberry32: small, fast, and good enough to vary a script. */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const text = (alphabet: string, count: number): string => {
    let made = '';
    for (let index = 0; index < count; index += 1) made += alphabet.charAt(Math.floor(next() * alphabet.length));
    return made;
  };
  return {
    next,
    uuid: () => {
      const hex = (count: number): string => text(hexLetters, count);
      return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
    },
    bytes: (count) => new Uint8Array(Buffer.from(text(letters, Math.ceil((count * 4) / 3)), 'base64url').subarray(0, count)),
  };
};
