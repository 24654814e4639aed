/** How attributes become properties, where Lit's own way isn't it. Knows none of them. */

/** An attribute that is taken away leaves the property's default, not null. */
export const orElse =
  (fallback: string | undefined) =>
  (value: string | null): string | undefined =>
    value ?? fallback;

/** The same for a number; what is none leaves the default, too. */
export const numberOrElse =
  (fallback: number) =>
  (value: string | null): number =>
    value === null || value.trim() === '' || Number.isNaN(Number(value)) ? fallback : Number(value);
