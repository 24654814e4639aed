/**
 * What is mailed to somebody who asked for a code: the code itself, or that they are registered already. Knows no table.
 */
import type { Mail } from '../mail.js';
import { languageFor } from '../words/index.js';
import { codeMs } from './codes.js';

/** What is to be mailed, and to which address on file. */
export type Notice =
  | { readonly kind: 'codes'; readonly to: string; readonly codes: readonly { readonly payerName: string; readonly code: string }[] }
  | { readonly kind: 'registered'; readonly to: string };

export interface Sender {
  readonly lenderName: string;
  /** The reader's language, as the browser names it. */
  readonly locale: string;
  readonly sentAt: Date;
}

export const writeMail = (notice: Notice, { lenderName, locale, sentAt }: Sender): Mail => {
  const { words } = languageFor(locale);
  const { subject, lines } =
    notice.kind === 'codes'
      ? words.codeMail({ lender: lenderName, codes: notice.codes, minutes: codeMs / 60_000 })
      : words.registeredMail(lenderName);
  return { to: notice.to, subject, text: lines.join('\n\n'), sentAt: sentAt.toISOString() };
};
