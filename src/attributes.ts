/** How attributes become properties, where Lit's own way isn't it. Knows none of them. */

/** An attribute that is taken away leaves the property's default, not null. */
export const orElse =
  (fallback: string | undefined) =>
  (value: string | null): string | undefined =>
    value ?? fallback;
