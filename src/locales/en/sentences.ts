/**
 * How English sentences are put together: around what a view draws its own way, and by count. Knows no words of its own.
 */

/** A sentence around something a view draws its own way. */
export type Pieces<Piece> = readonly (string | Piece)[];

const plural = new Intl.PluralRules('en');

export const counted = (count: number, shown: string, one: string, other: string): string =>
  `${shown} ${plural.select(count) === 'one' ? one : other}`;
