/**
 * The shared forms of the endpoint API: money, dates, ids, pages, text.
 * Knows nothing of any resource, and nothing of how a value is shown.
 */
import * as z from 'zod/mini';
import { atLeast, atMost } from './lengths.js';

/** Opaque id, 1 to 64 of `A-Z a-z 0-9 _ -`, compared byte for byte. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
export type Id = z.infer<typeof Id>;

/** ISO 4217 code. Well-formed is enough here; whether it can be paid in is decided in the domain. */
export const Currency = z.string().check(z.regex(/^[A-Z]{3}$/));
export type Currency = z.infer<typeof Currency>;

/** Integer minor units (cents for USD) within ±(2⁵³−1). The exponent comes from the currency, never "÷ 100". */
export const Money = z.object({ value: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;

/** `YYYY-MM-DD`, a day of the calendar without a time zone; always shown as such. */
export const PlainDate = z.iso.date();
export type PlainDate = z.infer<typeof PlainDate>;

/** ISO 8601 in UTC, such as `2026-11-23T15:42:00Z`. */
export const Timestamp = z.iso.datetime();
export type Timestamp = z.infer<typeof Timestamp>;

/** Idempotency key: a UUID. Upper and lower case are the same key; the element sends lower case. */
export const Key = z.guid();
export type Key = z.infer<typeof Key>;

/** Lower-case hex of a SHA-256 digest. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A BCP 47 language tag, such as `en-US`. No language needs five digits in a row, and it is stored in the clear. */
export const LocaleTag = z.string().check(z.regex(/^(?!.*\d{5})[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), atMost(35));

/** A word of an open vocabulary: an unknown one is kept and shown by a neutral label. */
export const Word = z.string().check(atLeast(1), atMost(64));

/** One page of a list. `nextCursor` is opaque, and null on the last page. */
export const page = <Item extends z.core.$ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()), asOf: Timestamp });

/** What {@link page} parses to. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  asOf: Timestamp;
}
