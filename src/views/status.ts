/** Statuses as word, icon and tone: of an invoice by its due date, of a payment by its word. A word nobody knows gets a neutral label. */
import { html, type TemplateResult } from 'lit';
import type { Invoice, Payment } from '../api/index.js';
import { daysBetween } from '../domain/plain-date.js';
import type { ViewContext } from './context.js';
import { iconLook, iconPath, type IconName } from './icons.js';

export type Tone = '' | 'bad' | 'warn' | 'good' | 'calm';

/** One template, its icon in it: every row of a long list has one. */
export const status = (name: IconName, tone: Tone, words: unknown): TemplateResult =>
  html`<span class="status ${tone}" part="status"
    ><svg class=${iconLook(name)} viewBox="0 0 20 20" aria-hidden="true"><path d=${iconPath(name)} /></svg><span>${words}</span></span
  >`;

/** By the plain dates alone, so that it reads the same in every time zone. */
export const invoiceStatus = (invoice: Invoice, { words, format, session }: ViewContext): TemplateResult => {
  if (invoice.open.value <= 0) return status('minus', 'calm', words.invoices.credit);
  if (!session) return status('ring', 'calm', words.invoices.unknown);
  const days = daysBetween(session.calendar.today, invoice.dueDate);
  if (days < 0) return status('alert', 'bad', words.invoices.pastDue(-days, format.count(-days)));
  if (days === 0) return status('clock', '', words.invoices.dueToday);
  return status('ring', 'calm', words.invoices.dueIn(days, format.count(days)));
};

const looks: Readonly<Record<string, readonly [IconName, Tone]>> = {
  pending: ['clock', ''],
  scheduled: ['calendar', ''],
  pending_cancel: ['minus', 'warn'],
  canceled: ['slash', 'calm'],
  paid: ['arrow', ''],
  returned: ['returned', 'bad'],
  failed: ['alert', 'bad'],
};

/** Own keys only: a status named like a member of every object is still unknown. */
export const wordFor = (table: Readonly<Record<string, string>>, key: string, neutral: string): string =>
  (Object.hasOwn(table, key) ? table[key] : undefined) ?? neutral;

export const paymentWord = (name: string, { words }: ViewContext): string => wordFor(words.payments, name, words.paymentUnknown);

/** What stands beside the word: why, in the endpoint's own words, and what the word must not be taken for. */
export const statusNotes = ({ status, statusReason }: Pick<Payment, 'status' | 'statusReason'>, { words }: ViewContext): string[] =>
  [statusReason?.text ?? '', wordFor(words.paymentNotes, status, '')].filter((note) => note !== '');

export const paymentStatus = (name: string, context: ViewContext): TemplateResult => {
  const [icon, tone] = (Object.hasOwn(looks, name) ? looks[name] : undefined) ?? ['clock', ''];
  return status(icon, tone, paymentWord(name, context));
};
