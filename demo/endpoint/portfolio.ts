/**
 * The portfolio file: the documented JSON format a lender's data is loaded from (`ASPIRE_PAY_SEED=file`).
 * Money is an integer in minor units of the contract's currency. Knows nothing of the database.
 */
import * as z from 'zod/mini';
import { AccountType, Currency, Features, HolderType, Id, PlainDate, Theme, Word } from '../../src/api/index.js';
import { atLeast } from '../../src/api/lengths.js';

const minorUnits = z.int();

export const PortfolioCharge = z.object({
  id: Id,
  /** `rent`, `sales_tax`, `late_fee`, `property_tax`, `insurance`, `service`, `principal`, `interest` or a word of the lender's. */
  type: Word,
  description: z.string(),
  /** What was charged. Negative for a credit. */
  amount: minorUnits,
  /** What of it is still open; everything when left out. */
  open: z.optional(minorUnits),
});

export const PortfolioInvoice = z.object({
  id: Id,
  number: z.string(),
  issueDate: z.optional(PlainDate),
  dueDate: PlainDate,
  charges: z.array(PortfolioCharge).check(atLeast(1)),
  documentUrl: z.optional(z.string()),
});

export const PortfolioContract = z.object({
  id: Id,
  number: z.string(),
  description: z.string(),
  status: z._default(z.enum(['open', 'closed']), 'open'),
  currency: z._default(Currency, 'USD'),
  /** Ids of the payers (customer or guarantor) who see it; the customer first. */
  payers: z.array(Id).check(atLeast(1)),
  /** Who registers must know it: letters and digits count, the first 5 in the US, the first 6 in Canada. */
  billingPostalCode: z.optional(z.string()),
  billingCountry: z._default(z.string().check(z.regex(/^[A-Z]{2}$/)), 'US'),
  /** Bill-to addresses, by comma or semicolon: they register for the first of `payers`. */
  billingEmails: z.optional(z.string()),
  autopay: z.optional(z.object({ nextDate: PlainDate })),
  /** Set when this contract is shown but cannot be paid here: the sentence the payer reads. */
  notPayableReason: z.optional(z.string()),
  invoices: z._default(z.array(PortfolioInvoice), []),
  /** Payments under way from another channel: counted as in flight, never shown as the payer's own. */
  elsewhereInFlight: z._default(z.array(z.object({ amount: minorUnits, date: PlainDate })), []),
});

export const PortfolioAccount = z.object({
  id: Id,
  bankName: z.optional(z.string()),
  routingNumber: z.string().check(z.regex(/^\d{9}$/)),
  accountNumber: z.string().check(z.regex(/^\d{4,17}$/)),
  type: AccountType,
  holderType: HolderType,
  holderName: z.string(),
  currency: z._default(Currency, 'USD'),
  status: z._default(z.enum(['usable', 'unverified', 'rejected']), 'usable'),
});

export const PortfolioPayer = z.object({
  id: Id,
  /** The customer account, as the lender's books have it. */
  name: z.string(),
  /** The person who signs in; stored with each authorization. */
  contact: z.object({ name: z.string(), email: z.string() }),
  /** Further contacts. An address field may hold several, by comma or semicolon. */
  contacts: z._default(z.array(z.object({ name: z.string(), email: z.string() })), []),
  /** The customer's own addresses, by comma or semicolon. */
  emails: z.optional(z.string()),
  /** The demo's bearer token; `demo-<payer id>` when left out. */
  token: z.optional(z.string().check(z.regex(/^[A-Za-z0-9._~-]{8,128}$/))),
  accounts: z._default(z.array(PortfolioAccount), []),
});

export const PortfolioLender = z.object({
  id: Id,
  name: z.string(),
  logoUrl: z.optional(z.string()),
  supportEmail: z.optional(z.string()),
  supportPhone: z.optional(z.string()),
  helpUrl: z.optional(z.string()),
  timeZone: z._default(z.string(), 'America/Chicago'),
  /** `HH:MM` in `timeZone`: a payment authorized later is dated the next open day. */
  cutOff: z._default(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)), '16:00'),
  /** Days a payment can be dated ahead. */
  horizonDays: z._default(z.int().check(z.minimum(0), z.maximum(366)), 60),
  /** Closed days besides weekends and the Federal Reserve's holidays. */
  closedDates: z._default(z.array(PlainDate), []),
  bankAccounts: z._default(z.enum(['any', 'existing', 'none']), 'any'),
  features: z.optional(z.partial(Features)),
  /** How long a sign-in by mailed code lasts. */
  sessionMinutes: z._default(z.int().check(z.minimum(1), z.maximum(1_440)), 30),
  /** Per contract, in minor units of `currency`. */
  limits: z.optional(
    z.object({ currency: Currency, min: z.optional(minorUnits), max: z.optional(minorUnits), maxItems: z.optional(z.int()) }),
  ),
  theme: z.optional(Theme),
});

export const Portfolio = z.object({
  format: z.literal('aspire-pay-portfolio/1'),
  lender: PortfolioLender,
  payers: z.array(PortfolioPayer).check(atLeast(1)),
  contracts: z.array(PortfolioContract),
});
export type Portfolio = z.infer<typeof Portfolio>;
/** A portfolio as written in a file: what has a default may be left out. */
export type PortfolioInput = z.input<typeof Portfolio>;
