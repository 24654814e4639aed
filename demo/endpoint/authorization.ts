/**
 * What the payer agrees to: the text, and an id that binds it to exactly one set of items, date, account, locale and payer, for a short time.
 * Nothing is stored before a payment: the id is an HMAC over all of it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { expectedDebitDate, nextCutOff } from './calendar.js';
import { canonicalJson, sha256Hex } from './json.js';
import type { Who } from './middleware/who.js';
import { clockText, countText, dateText, moneyText } from './money-text.js';
import { ProblemError } from './problems.js';
import type { LenderSettings } from './store/lender.js';
import type { Submission } from './submission.js';
import { languageFor } from './words/index.js';
import { localTime } from './zone.js';

/** How long a review may lie on the screen. */
const lifetimeMs = 30 * 60_000;

export interface Authorization {
  readonly id: string;
  readonly text: string;
  readonly sha256: string;
  readonly expiresAt: Date;
}

export interface AuthorizationContext {
  readonly key: Uint8Array;
  readonly who: Who;
  readonly settings: LenderSettings;
  readonly now: Date;
}

const contactOf = ({ lender }: LenderSettings): string =>
  [lender.supportPhone, lender.supportEmail].filter((text) => text !== undefined && text !== '').join(', ');

const writeText = ({ items, account, date, locale }: Submission, { who, settings }: AuthorizationContext, issuedAt: Date): string => {
  const language = languageFor(locale);
  // Every item is in the account's currency: the terms see to it before anything is authorized.
  const text = (value: number): string => moneyText({ value, currency: account.currency }, language.locale);
  const day = (plainDate: string): string => dateText(plainDate, language.locale);
  return language.words.authorization({
    person: who.personName,
    payer: who.payerName,
    lender: settings.lender.name,
    contact: contactOf(settings),
    total: text(items.reduce((sum, { amount }) => sum + amount, 0)),
    items: items.map(({ contract, amount }) => ({ contractNumber: contract.number, amount: text(amount) })),
    // One record a contract, and so one debit each.
    debits: items.length === 1 ? undefined : countText(items.length, language.locale),
    date: day(date),
    debitDate: day(expectedDebitDate(settings, date)),
    cutOff: clockText(settings.cutOff, settings.timeZone, language.locale),
    // The sentence goes on with the last four by itself.
    accountName: account.label.replace(/ ••\d+$/u, ''),
    last4: account.last4,
    holderType: account.holder_type,
    authorizedOn: day(localTime(issuedAt, settings.timeZone).date),
  });
};

const bind = (submission: Submission, { key, who }: AuthorizationContext, times: string, sha256: string): string => {
  const { items, account, date, locale } = submission;
  const bound = canonicalJson({
    lender: who.lenderId,
    payer: who.payerId,
    person: [who.personName, who.personEmail],
    items: items.map(({ contract, sentVersion, amount, currency }) => [contract.id, sentVersion, amount, currency]),
    date,
    account: account.id,
    locale,
    sha256,
    times,
  });
  return createHmac('sha256', key).update('authorization\0').update(bound).digest('base64url');
};

/** Ends at latest at the cut-off, after which the earliest date is another. */
export const authorize = (submission: Submission, context: AuthorizationContext): Authorization => {
  const { now, settings } = context;
  const expiresAt = new Date(Math.min(now.getTime() + lifetimeMs, nextCutOff(settings, now).getTime()));
  const text = writeText(submission, context, now);
  const sha256 = sha256Hex(text);
  const times = `${now.getTime().toString(36)}.${expiresAt.getTime().toString(36)}`;
  return { id: `${times}.${bind(submission, context, times, sha256)}`, text, sha256, expiresAt };
};

const previewChanged = (): ProblemError =>
  new ProblemError('preview-changed', 'What was reviewed no longer holds. Review the payment again and authorize it anew.');

/** Bytes are compared, not characters: what is sent may be any text. */
const isSame = (sent: Buffer, ours: Buffer): boolean => sent.length === ours.length && timingSafeEqual(sent, ours);

/**
 * Throws 409 `preview-changed` unless the id, the hash, the time and the text, written anew, all hold. The id comes first: only what was
 * previewed is worth a text.
 */
export const requireAuthorization = (
  submission: Submission,
  sent: { readonly id: string; readonly sha256: string },
  context: AuthorizationContext,
): Pick<Authorization, 'text' | 'sha256'> => {
  const times = sent.id.slice(0, sent.id.lastIndexOf('.'));
  const ours = `${times}.${bind(submission, context, times, sent.sha256)}`;
  if (!isSame(Buffer.from(sent.id), Buffer.from(ours))) throw previewChanged();
  const [issued = 0, expires = 0] = times.split('.').map((time) => Number.parseInt(time, 36));
  if (context.now.getTime() >= expires) throw previewChanged();
  const text = writeText(submission, context, new Date(issued));
  const sha256 = sha256Hex(text);
  if (sha256 !== sent.sha256) throw previewChanged();
  return { text, sha256 };
};
