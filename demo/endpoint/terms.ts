/**
 * The lender's terms: which amounts, which dates and which accounts. Checked last, and all at once, so that every field gets its sentence.
 */
import type { FieldError } from '../../src/api/index.js';
import { currencyExponent } from '../../src/domain/money.js';
import { isClosedDay, openDayFrom, type Days } from './calendar.js';
import { moneyText } from './money-text.js';
import { whyNotPayable } from './payable.js';
import { invalid, ProblemError } from './problems.js';
import type { LenderSettings } from './store/lender.js';
import type { Submission, SubmittedItem } from './submission.js';

type Verdict = Pick<FieldError, 'code' | 'detail'> | undefined;

/** These sentences are English, whatever the payer's language: the element shows them as they are. */
const textLocale = 'en-US';

/** A limit holds in its own currency; `none` stands for there being none. */
const limitIn = (limit: LenderSettings['limits']['min'], currency: string, none: number): number =>
  limit?.currency === currency ? limit.value : none;

const judgeLimits = ({ amount, currency, due, contract, inFlightSum }: SubmittedItem, { features, limits }: LenderSettings): Verdict => {
  const text = (value: number): string => moneyText({ value, currency }, textLocale);
  const left = contract.open_value - inFlightSum;
  const dueLeft = due - inFlightSum;
  const max = limitIn(limits.max, currency, Infinity);
  const min = limitIn(limits.min, currency, 0);
  if (!features.overpay && amount > left) return { code: 'above-open', detail: `At most ${text(left)} can be paid on this contract.` };
  if (amount > max) return { code: 'above-maximum', detail: `At most ${text(max)} can be paid at once.` };
  if (amount < min && amount !== left) return { code: 'below-minimum', detail: `Pay at least ${text(min)}.` };
  // A credit that isn't due yet may leave less open than is due: nobody can be asked for more than all of it.
  if (!features.partial && amount < dueLeft && amount !== left) {
    const least = amount < left ? Math.min(dueLeft, left) : dueLeft;
    return { code: 'below-due', detail: `Pay at least what is due now, ${text(least)}.` };
  }
  return undefined;
};

const judgeItem = (item: SubmittedItem, settings: LenderSettings): Verdict => {
  const { amount, currency, contract } = item;
  const reason = whyNotPayable(contract, item.inFlightSum, settings);
  if (reason !== undefined) return { code: 'not-payable', detail: reason };
  if (!(amount > 0)) return { code: 'not-positive', detail: 'Enter an amount above zero.' };
  if (currency !== contract.currency) return { code: 'wrong-currency', detail: `This contract is paid in ${contract.currency}.` };
  if (currencyExponent(currency) === undefined) return { code: 'unknown-currency', detail: 'This currency is not known.' };
  return judgeLimits(item, settings);
};

const judgeDate = (date: string, days: Days, settings: LenderSettings): Verdict => {
  const { today, earliestDate, latestDate } = days;
  const next = openDayFrom(settings, date > earliestDate ? date : earliestDate);
  const offered = next <= latestDate ? next : earliestDate;
  if (date < today) return { code: 'past', detail: `This day has passed. The next open day is ${offered}.` };
  if (isClosedDay(settings, date))
    return { code: 'closed-day', detail: `No payments are made on this day. The next open day is ${offered}.` };
  if (date < earliestDate) return { code: 'too-early', detail: `It is too late for this day. The next open day is ${offered}.` };
  if (!settings.features.schedule && date !== earliestDate) {
    return { code: 'not-earliest', detail: `Payments are made on the next open day only, ${earliestDate}.` };
  }
  return date > latestDate ? { code: 'too-late', detail: `The last day that can be chosen is ${latestDate}.` } : undefined;
};

const at = (pointer: string, verdict: Verdict): FieldError[] => (verdict === undefined ? [] : [{ pointer, ...verdict }]);

/** Throws 422: `invalid` with every field that is wrong, or `account-not-usable`. */
export const requireTerms = (submission: Submission, days: Days, settings: LenderSettings): void => {
  const { items, account, date } = submission;
  const errors = items.flatMap((item, index) => {
    const verdict = judgeItem(item, settings);
    return at(verdict?.code === 'not-payable' ? `/items/${index}/contractId` : `/items/${index}/amount`, verdict);
  });
  errors.push(...at('/date', judgeDate(date, days, settings)));
  if (items.some(({ currency }) => currency !== account.currency)) {
    errors.push({ pointer: '/accountId', code: 'wrong-currency', detail: `This bank account is in ${account.currency}.` });
  }
  if (errors.length > 0) throw invalid(errors);
  if (account.status !== 'usable') {
    const detail = account.help ?? 'This bank account cannot be used yet. Choose another one.';
    throw new ProblemError('account-not-usable', detail, { errors: [{ pointer: '/accountId', code: account.status, detail }] });
  }
};
