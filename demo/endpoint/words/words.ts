/**
 * What the endpoint says in each language: the authorization a payer agrees to, the warnings of a preview, why a payment ended as it did,
 * and the mails.
 */
import type { ReturnCode } from '../eft/return-codes.js';

/** Everything already in words of the language: sums, days, names. */
export interface AuthorizationFacts {
  readonly person: string;
  readonly payer: string;
  readonly lender: string;
  /** Such as the lender's telephone and e-mail; empty when it named none. */
  readonly contact: string;
  readonly total: string;
  readonly items: readonly { readonly contractNumber: string; readonly amount: string }[];
  /** How many debits, where there is one for each of several contracts. */
  readonly debits: string | undefined;
  readonly date: string;
  readonly debitDate: string;
  /** The time of the day, with whose clock it is. */
  readonly cutOff: string;
  readonly accountName: string;
  readonly last4: string;
  readonly holderType: 'business' | 'consumer';
  readonly authorizedOn: string;
}

/** A code, or one for each account the address speaks for. */
export interface CodeMailFacts {
  readonly lender: string;
  readonly codes: readonly { readonly payerName: string; readonly code: string }[];
  readonly minutes: number;
}

/** Paragraphs of plain text. */
export interface MailText {
  readonly subject: string;
  readonly lines: readonly string[];
}

export interface Words {
  authorization(facts: AuthorizationFacts): string;
  inFlight(amount: string, contractNumber: string): string;
  lookAlike(amount: string, contractNumber: string): string;
  autopay(contractNumber: string, date: string): string;
  /** Why a bank sent a debit back. */
  readonly returned: Readonly<Record<ReturnCode, string>>;
  /** Why a payment failed: its record came too late for its batch. */
  readonly notRecorded: string;
  /** Why a payment goes on although its payer asked to cancel it. */
  readonly tooLateToCancel: string;
  codeMail(facts: CodeMailFacts): MailText;
  /** To somebody who asked to register and is registered already. */
  registeredMail(lender: string): MailText;
}
