/**
 * Bank accounts by id, label and last four; and the one call that carries a number.
 * The number never comes back in an answer.
 */
import * as z from 'zod/mini';
import { Currency, Id, Key, Word, page, type Page } from './forms.js';
import { atLeast, atMost } from './lengths.js';

export const AccountType = z.enum(['checking', 'savings']);
export type AccountType = z.infer<typeof AccountType>;

export const HolderType = z.enum(['business', 'consumer']);
export type HolderType = z.infer<typeof HolderType>;

export const BankAccount = z.object({
  id: Id,
  label: z.string(),
  bankName: z.optional(z.string()),
  last4: z.string().check(z.regex(/^\d{1,4}$/)),
  type: Word,
  holderType: Word,
  holderName: z.optional(z.string()),
  currency: Currency,
  status: Word,
  help: z.optional(z.string()),
});
export type BankAccount = z.infer<typeof BankAccount>;

export const BankAccountPage = page(BankAccount);
export type BankAccountPage = Page<BankAccount>;

const holder = {
  idempotencyKey: Key,
  type: AccountType,
  holderType: HolderType,
  holderName: z.string().check(atLeast(1), atMost(140)),
};

/** Typed by the payer. The check digit of the routing number is the domain's to verify. */
export const BankAccountByNumber = z.object({
  ...holder,
  routingNumber: z.string().check(z.regex(/^\d{9}$/)),
  accountNumber: z.string().check(z.regex(/^\d{4,17}$/)),
});

/** From a hosted field, a tokeniser or an instant verification. */
export const BankAccountByToken = z.object({ ...holder, token: z.string().check(atLeast(1), atMost(4096)) });

export const BankAccountRequest = z.union([BankAccountByNumber, BankAccountByToken]);
export type BankAccountRequest = z.infer<typeof BankAccountRequest>;
