/**
 * How long a text or a list may be. Zod measures whatever has a `length`, an object of somebody's own too, and throws where that is
 * no number: `{"length":{"toString":1}}` is all it takes. These measure texts and lists alone; the rest is refused by its type.
 */
import { maxLength, minLength, type core } from 'zod/mini';

const isMeasured = ({ value }: core.ParsePayload): boolean => typeof value === 'string' || Array.isArray(value);

/** In characters, or in items. */
export const atLeast = (length: number): core.$ZodCheckMinLength => {
  const check = minLength(length);
  check._zod.def.when = isMeasured;
  return check;
};

/** In characters, or in items. */
export const atMost = (length: number): core.$ZodCheckMaxLength => {
  const check = maxLength(length);
  check._zod.def.when = isMeasured;
  return check;
};
