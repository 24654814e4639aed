/**
 * A payment: previewed, authorized, made, asked for by its key, voided, listed.
 * Names bank accounts by id only: a payment body never holds bank data.
 */
import * as z from 'zod/mini';
import { Id, Key, LocaleTag, Money, PlainDate, Sha256, Timestamp, Word, page, type Page } from './forms.js';
import { atLeast, atMost } from './lengths.js';

/** One contract to pay. `contractVersion` is the version the payer saw. */
export const PaymentItem = z.object({ contractId: Id, contractVersion: z.string(), amount: Money });
export type PaymentItem = z.infer<typeof PaymentItem>;

export const PreviewRequest = z.object({
  items: z.array(PaymentItem).check(atLeast(1)),
  date: PlainDate,
  accountId: Id,
  locale: LocaleTag,
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

/** How the lender would apply one contract's payment; never more than an estimate. */
export const Estimate = z.object({
  contractId: Id,
  method: Word,
  applied: z.array(z.object({ invoiceId: Id, chargeId: z.optional(Id), amount: Money })),
  unapplied: Money,
});
export type Estimate = z.infer<typeof Estimate>;

/** Warnings never block. Codes an endpoint must give where they hold: `in-flight`, `look-alike`, `autopay`. */
export const Warning = z.object({ code: Word, text: z.string(), contractId: z.optional(Id) });
export type Warning = z.infer<typeof Warning>;

/** `authorization.id` authenticates items, date, account, locale and text; it ends at latest at the cut-off. */
export const Preview = z.object({
  expectedDebitDate: PlainDate,
  authorization: z.object({
    id: z.string().check(atLeast(1), atMost(2048)),
    text: z.string(),
    sha256: Sha256,
    expiresAt: Timestamp,
  }),
  estimate: z.optional(z.array(Estimate)),
  warnings: z.array(Warning),
});
export type Preview = z.infer<typeof Preview>;

/** `acceptedAt` is evidence, never a condition: a payer's clock may be wrong. */
export const PaymentRequest = z.extend(PreviewRequest, {
  idempotencyKey: Key,
  authorization: z.object({ id: z.string().check(atLeast(1), atMost(2048)), sha256: Sha256, acceptedAt: Timestamp }),
});
export type PaymentRequest = z.infer<typeof PaymentRequest>;

/** Statuses the product knows; the wire may carry others. */
export const paymentStatuses = ['pending', 'scheduled', 'pending_cancel', 'canceled', 'paid', 'returned', 'failed'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export const Payment = z.object({
  id: Id,
  contractId: Id,
  contractNumber: z.string(),
  amount: Money,
  date: PlainDate,
  expectedDebitDate: PlainDate,
  status: Word,
  statusReason: z.optional(z.object({ code: Word, text: z.string() })),
  account: z.object({ label: z.string() }),
  reference: z.string(),
  cancelable: z.boolean(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Payment = z.infer<typeof Payment>;

/** The single payment adds what was authorized, for the receipt. */
export const PaymentDetail = z.extend(Payment, {
  authorization: z.object({ text: z.string(), locale: LocaleTag, acceptedAt: Timestamp }),
});
export type PaymentDetail = z.infer<typeof PaymentDetail>;

export const PaymentPage = page(Payment);
export type PaymentPage = Page<Payment>;

/** What a key brought about: one payment per contract. */
export const PaymentResult = z.object({ key: Key, payments: z.array(Payment).check(atLeast(1)) });
export type PaymentResult = z.infer<typeof PaymentResult>;
