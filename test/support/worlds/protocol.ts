/**
 * What goes over the wire between a test and the worlds: the same schemas on both sides.
 * Must not know how a world is made.
 */
import * as z from 'zod/mini';
import { Features, PlainDate, Theme, Timestamp } from '../../../src/api/index.js';

const minorUnits = z.int();

export const WorldOptions = z.object({
  /** A portfolio as a file would hold it; the small one of portfolio.ts when left out. */
  portfolio: z.optional(z.unknown()),
  /** The demo's portfolio with its fleet of 10,000 contracts and 100,000 invoices instead. */
  isLarge: z.optional(z.boolean()),
  /** The world's clock starts here and goes on in real time. */
  now: z.optional(Timestamp),
  /** Seconds until Pending becomes Scheduled; ten minutes when left out, so that a test sees Pending. */
  scheduleSeconds: z.optional(z.number()),
  /** Off, every answer closes its connection: browsers repeat a request by themselves only on one that was used before. */
  keepsAlive: z.optional(z.boolean()),
});
export type WorldOptions = z.infer<typeof WorldOptions>;

export const WorldCreated = z.object({ id: z.string(), endpoint: z.string(), tokens: z.record(z.string(), z.string()), now: Timestamp });
export type WorldCreated = z.infer<typeof WorldCreated>;

export const ClockChange = z.object({
  now: z.optional(Timestamp),
  advanceSeconds: z.optional(z.number()),
  /** A frozen clock stands still until it is set again. */
  isFrozen: z.optional(z.boolean()),
});
export type ClockChange = z.infer<typeof ClockChange>;

export const LenderChange = z.object({
  features: z.optional(z.partial(Features)),
  bankAccounts: z.optional(z.enum(['any', 'existing', 'none'])),
  sessionMinutes: z.optional(z.int()),
  /** Null takes a limit away. */
  limits: z.optional(
    z.object({
      currency: z.optional(z.nullable(z.string())),
      min: z.optional(z.nullable(minorUnits)),
      max: z.optional(z.nullable(minorUnits)),
      maxItems: z.optional(z.int()),
    }),
  ),
  cutOff: z.optional(z.string()),
  horizonDays: z.optional(z.int()),
  closedDates: z.optional(z.array(PlainDate)),
  theme: z.optional(z.nullable(Theme)),
});
export type LenderChange = z.infer<typeof LenderChange>;

export const ContractChange = z.object({ contractId: z.string(), lowerBy: z._default(minorUnits, 0) });
export type ContractChange = z.input<typeof ContractChange>;

/** What the endpoint mailed. */
export const SentMail = z.object({ to: z.string(), subject: z.string(), text: z.string() });
export type SentMail = z.infer<typeof SentMail>;

/** What became of every payment meanwhile. */
export const PaymentsMove = z.object({ status: z.string(), reason: z.optional(z.object({ code: z.string(), text: z.string() })) });
export type PaymentsMove = z.infer<typeof PaymentsMove>;

/** One request that reached the endpoint, late and doubled ones too; or one that reached the proxy in front of it. */
export const LoggedRequest = z.object({
  method: z.string(),
  /** Below the endpoint's base, with the query. */
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  /** Parsed where it is JSON. */
  body: z.optional(z.unknown()),
  /** Missing while it is still being answered, and where the answer was cut. */
  status: z.optional(z.int()),
});
export type LoggedRequest = z.infer<typeof LoggedRequest>;

export const ProcessOptions = z.object({
  portfolio: z.optional(z.unknown()),
  scheduleSeconds: z.optional(z.number()),
  /** Further environment variables of the endpoint. */
  env: z._default(z.record(z.string(), z.string()), {}),
});
export type ProcessOptions = z.input<typeof ProcessOptions>;

export const ProcessStarted = z.object({ id: z.string(), endpoint: z.string(), tokens: z.record(z.string(), z.string()) });
export type ProcessStarted = z.infer<typeof ProcessStarted>;
