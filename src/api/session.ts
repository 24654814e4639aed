/**
 * Who is signed in, to which lender, and what the lender allows today.
 * Knows nothing of contracts or payments.
 */
import * as z from 'zod/mini';
import { Id, Money, PlainDate, Timestamp } from './forms.js';

/** Token names to plain values; each is checked against its token's type where it is applied. */
export const Theme = z.record(z.string(), z.string());
export type Theme = z.infer<typeof Theme>;

export const Lender = z.object({
  id: Id,
  name: z.string(),
  logoUrl: z.optional(z.string()),
  supportEmail: z.optional(z.string()),
  supportPhone: z.optional(z.string()),
  helpUrl: z.optional(z.string()),
});
export type Lender = z.infer<typeof Lender>;

/** What `GET /lender` tells without a token. */
export const PublicLender = z.object({
  id: Id,
  name: z.string(),
  logoUrl: z.optional(z.string()),
  theme: z.optional(Theme),
  enrollment: z.boolean(),
});
export type PublicLender = z.infer<typeof PublicLender>;

export const Features = z.object({
  payments: z.boolean(),
  payAll: z.boolean(),
  partial: z.boolean(),
  overpay: z.boolean(),
  schedule: z.boolean(),
  estimate: z.boolean(),
  history: z.boolean(),
  cancel: z.boolean(),
  enrollment: z.boolean(),
});
export type Features = z.infer<typeof Features>;

/** When a payment can be dated. *Today* and the cut-off are in `timeZone`; `earliestDate` already reckons the cut-off. */
export const Calendar = z.object({
  timeZone: z.string(),
  cutOff: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  today: PlainDate,
  earliestDate: PlainDate,
  latestDate: PlainDate,
  closedDates: z.array(PlainDate),
});
export type Calendar = z.infer<typeof Calendar>;

/** Per item, in the currency each names; `maxItems` per payment. */
export const Limits = z.object({
  min: z.optional(Money),
  max: z.optional(Money),
  maxItems: z.int().check(z.positive()),
});
export type Limits = z.infer<typeof Limits>;

export const Session = z.object({
  payer: z.object({ id: Id, name: z.string() }),
  lender: Lender,
  features: Features,
  bankAccounts: z.enum(['any', 'existing', 'none']),
  limits: Limits,
  calendar: Calendar,
  theme: z.optional(Theme),
  asOf: Timestamp,
  expiresAt: z.optional(Timestamp),
});
export type Session = z.infer<typeof Session>;
