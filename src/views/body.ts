/**
 * Which view is drawn, and how fresh what it shows is. Knows what each view is given, and nothing of how that came to be.
 */
import { nothing } from 'lit';
import type { ViewContext } from './context.js';
import { contractList } from './contract-list.js';
import type { Screens } from './screens.js';
import { asOfNote, type ShellFacts } from './shell.js';
import type { Shown } from './shown.js';
import { signedOut } from './signed-out.js';
import { skeleton } from './skeleton.js';

export interface Drawing {
  readonly screens: Screens;
  /** Whether the site has put its own way to sign in into the slot. */
  readonly hasOwnWay: boolean;
  /** The words are not there yet. */
  readonly isHushed: boolean;
  /** Rows of contracts that may be drawn by now. */
  readonly portion: number;
}

/** Before the list is there, or the words to read it by. */
const isShape = ({ portfolio: { status } }: Shown, isHushed: boolean): boolean => status === 'loading' || (isHushed && status === 'ready');

export const body = (shown: Shown, { screens, hasOwnWay, isHushed, portion }: Drawing, context: ViewContext): unknown => {
  const { portfolio, payment, signIn, ended, bankAccounts: accounts, history, isViewHeld, hasFailedPart } = shown;
  const { session } = portfolio;
  const { 'bank-accounts': ofAccounts, payments: ofPayments, paying } = screens;
  if (portfolio.status === 'signed-out') {
    return signedOut(portfolio, { ...ended, signIn, hasOwnWay, signInFlow: screens['signing-in']?.signInFlow }, context);
  }
  if (accounts && ofAccounts) return ofAccounts.bankAccounts(accounts, context);
  if (history && ofPayments) return ofPayments.payments(history, context);
  if (isViewHeld) return hasFailedPart ? nothing : skeleton(context);
  if (payment.name === 'idle' || !session || !paying) {
    return isShape(shown, isHushed) ? skeleton(context) : contractList(portfolio, context, portion);
  }
  return paying.payFlow(payment, context, paying.payFacts(session, context.format.locale));
};

const freshness = ({ portfolio, bankAccounts: accounts, history }: Shown, screens: Screens, context: ViewContext): string => {
  if (accounts) return screens['bank-accounts']?.accountsAsOf(accounts, context) ?? '';
  return history ? (screens.payments?.paymentsAsOf(history, context) ?? '') : asOfNote(portfolio, context);
};

/** Whether a list is on screen, with nothing being made in its place. */
const isReading = ({ portfolio, payment, bankAccounts: accounts, history }: Shown): boolean =>
  payment.name === 'idle' && portfolio.status !== 'signed-out' && !accounts?.form && !history?.receipt;

/** What the frame shows of it. */
export const frame = (shown: Shown, { screens, isHushed }: Drawing, context: ViewContext): ShellFacts => {
  const { portfolio, bankAccounts: accounts, history, views, view } = shown;
  const hasNavigation = isReading(shown);
  return {
    views: hasNavigation ? views : [],
    view,
    isBusy: portfolio.isRefreshing || accounts?.isRefreshing === true || history?.isRefreshing === true,
    asOfNote: hasNavigation ? freshness(shown, screens, context) : '',
    canRefresh: hasNavigation && portfolio.status !== 'loading',
    isShape: isShape(shown, isHushed),
    isHushed,
    lender: portfolio.lender,
  };
};
