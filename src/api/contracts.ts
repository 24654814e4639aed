/**
 * Contracts with their open invoices and charges, as the endpoint sends them.
 * Knows nothing of how a payment is made, only which are under way.
 */
import * as z from 'zod/mini';
import { Currency, Id, Money, PlainDate, Word, page, type Page } from './forms.js';
import { atLeast, atMost } from './lengths.js';

/** `open` may be negative: a credit. */
export const Charge = z.object({ id: Id, type: Word, description: z.string(), open: Money });
export type Charge = z.infer<typeof Charge>;

/** An open invoice; `open` is the sum of its charges' `open`. `documentUrl` is a short-lived link that needs no token. */
export const Invoice = z.object({
  id: Id,
  number: z.string(),
  issueDate: z.optional(PlainDate),
  dueDate: PlainDate,
  status: Word,
  amount: Money,
  open: Money,
  charges: z.array(Charge),
  documentUrl: z.optional(z.string()),
});
export type Invoice = z.infer<typeof Invoice>;

export const InvoicePage = page(Invoice);
export type InvoicePage = Page<Invoice>;

/** `pastDue` ⊂ `due` (all that is due by today) ⊂ `open`. */
export const Totals = z.object({ pastDue: Money, due: Money, open: Money });
export type Totals = z.infer<typeof Totals>;

/** A payment under way on a contract, from any channel; `paymentId` only on the payer's own. */
export const InFlight = z.object({
  paymentId: z.optional(Id),
  amount: Money,
  date: PlainDate,
  status: Word,
});
export type InFlight = z.infer<typeof InFlight>;

/** All sums of a contract are in its own currency; they are added up. */
const isInOneCurrency = ({ currency, totals }: { readonly currency: Currency; readonly totals: Totals }): boolean =>
  [totals.pastDue, totals.due, totals.open].every((sum) => sum.currency === currency);

/** `version` is opaque: it is replaced by whatever changes what is owed or in flight. */
export const Contract = z
  .object({
    id: Id,
    number: z.string(),
    description: z.string(),
    status: Word,
    currency: Currency,
    version: z.string().check(atLeast(1), atMost(200)),
    totals: Totals,
    nextDueDate: z.optional(PlainDate),
    autopay: z.optional(z.object({ nextDate: PlainDate })),
    inFlight: z.array(InFlight),
    payable: z.boolean(),
    notPayableReason: z.optional(z.string()),
    problem: z.optional(z.string()),
    invoices: InvoicePage,
  })
  .check(z.refine(isInOneCurrency));
export type Contract = z.infer<typeof Contract>;

/** `total` counts, and `totals` sums per currency, the whole result, not the page. */
export const ContractPage = z.extend(page(Contract), { total: z.int(), totals: z.array(Totals) });
export type ContractPage = Page<Contract> & { total: number; totals: Totals[] };
