/**
 * Every word the payer reads, in English; the type the other languages are checked against. They lie in parts, so that those of a journey
 * come with it. Sentences with a name in them are lists of pieces, so that a view can isolate the name. Knows no markup.
 */
import { bankAccounts } from './en/bank-accounts.js';
import { first } from './en/first.js';
import { paying } from './en/paying.js';
import { payments } from './en/payments.js';
import { shared } from './en/shared.js';
import { signingIn } from './en/signing-in.js';

export type { Pieces } from './en/sentences.js';
export type { FaultValues } from './en/shared.js';

export const en = { ...first, ...shared, ...paying, ...payments, ...bankAccounts, ...signingIn };

/** Shown by the script alone, where the page's policy keeps the element from starting and no other language can be chosen. */
export const blocked = 'Your contracts can’t be shown on this page. Please contact your lender to pay.';

/** What every language has to say. */
export type Words = typeof en;

type PartOf<Part> = Part extends string
  ? string
  : Part extends (...values: never) => unknown
    ? Part
    : { readonly [Name in keyof Part]?: PartOf<Part[Name]> };

/** Any of the words, to be said in place of a language's own. */
export type Messages = PartOf<Words>;

export default en;
