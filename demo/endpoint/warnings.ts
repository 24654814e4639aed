/**
 * What a payer should think about before paying: money already under way, the same sum paid just before, automatic payment. Never blocks.
 */
import type { Kysely } from 'kysely';
import type { Warning } from '../../src/api/index.js';
import { dateText, moneyText } from './money-text.js';
import type { Database } from './store/schema.js';
import type { Submission, SubmittedItem } from './submission.js';
import { languageFor } from './words/index.js';

/** How long a payment that has left stays a look-alike. */
const lookAlikeMs = 7 * 86_400_000;

const endedWithoutMoney = ['canceled', 'returned', 'failed'];

/** The same sum on the same contract, under way from any channel or made here within the last days. */
const hasLookAlike = async (db: Kysely<Database>, { contract, amount, inFlight }: SubmittedItem, now: Date): Promise<boolean> => {
  if (inFlight.some((payment) => payment.amount.value === amount)) return true;
  const made = await db
    .selectFrom('payments')
    .select('id')
    .where('contract_id', '=', contract.id)
    .where('amount_value', '=', amount)
    .where('status', 'not in', endedWithoutMoney)
    .where('created_at', '>=', new Date(now.getTime() - lookAlikeMs).toISOString())
    .limit(1)
    .executeTakeFirst();
  return made !== undefined;
};

export const findWarnings = async (db: Kysely<Database>, { items, locale }: Submission, now: Date): Promise<Warning[]> => {
  const { words, locale: textLocale } = languageFor(locale);
  const warnings: Warning[] = [];
  for (const item of items) {
    const { contract, amount, currency, inFlight, inFlightSum } = item;
    const text = (value: number): string => moneyText({ value, currency }, textLocale);
    const contractId = contract.id;
    if (inFlight.length > 0) warnings.push({ code: 'in-flight', text: words.inFlight(text(inFlightSum), contract.number), contractId });
    if (await hasLookAlike(db, item, now)) {
      warnings.push({ code: 'look-alike', text: words.lookAlike(text(amount), contract.number), contractId });
    }
    if (contract.autopay_next_date !== null) {
      const next = dateText(contract.autopay_next_date, textLocale);
      warnings.push({ code: 'autopay', text: words.autopay(contract.number, next), contractId });
    }
  }
  return warnings;
};
