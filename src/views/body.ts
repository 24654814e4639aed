/**
 * Which view is drawn, and how fresh what it shows is. Knows what each view is given, and nothing of how that came to be.
 */
import type { BankAccountsState } from '../domain/bank-accounts.js';
import { payFacts } from '../domain/form-facts.js';
import type { ShownHistory } from '../domain/history.js';
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import type { SignInState } from '../domain/sign-in.js';
import type { View } from '../domain/user-events.js';
import { accountsAsOf, bankAccounts } from './bank-accounts.js';
import type { ViewContext } from './context.js';
import { contractList } from './contract-list.js';
import { payFlow } from './pay-flow.js';
import { payments, paymentsAsOf } from './payments.js';
import { asOfNote, type ShellFacts } from './shell.js';
import { signedOut } from './signed-out.js';

export interface Shown {
  readonly portfolio: PortfolioState;
  readonly payment: PaymentState;
  /** Where they are what is on screen. */
  readonly bankAccounts: BankAccountsState | undefined;
  readonly history: ShownHistory | undefined;
  readonly views: readonly View[];
  readonly view: View;
  readonly signIn: SignInState;
  /** For whoever is signed out: whether a session has ended here, and whether what was typed is kept for its payer. */
  readonly ended: { readonly hasEnded: boolean; readonly isKept: boolean };
}

/** `hasOwnWay`: whether the site has put its own way to sign in into the slot. */
export const body = (shown: Shown, hasOwnWay: boolean, context: ViewContext): unknown => {
  const { portfolio, payment, signIn, ended } = shown;
  const { session } = portfolio;
  if (portfolio.status === 'signed-out') return signedOut(portfolio, { ...ended, signIn, hasOwnWay }, context);
  if (shown.bankAccounts) return bankAccounts(shown.bankAccounts, context);
  if (shown.history) return payments(shown.history, context);
  if (payment.name === 'idle' || !session) return contractList(portfolio, context);
  return payFlow(payment, context, payFacts(session, context.format.locale));
};

const freshness = ({ portfolio, bankAccounts: accounts, history }: Shown, context: ViewContext): string => {
  if (accounts) return accountsAsOf(accounts, context);
  return history ? paymentsAsOf(history, context) : asOfNote(portfolio, context);
};

/** Whether a list is on screen, with nothing being made in its place. */
const isReading = ({ portfolio, payment, bankAccounts: accounts, history }: Shown): boolean =>
  payment.name === 'idle' && portfolio.status !== 'signed-out' && !accounts?.form && !history?.receipt;

/** What the frame shows of it. */
export const frame = (shown: Shown, context: ViewContext): ShellFacts => {
  const { portfolio, bankAccounts: accounts, history, views, view } = shown;
  const hasNavigation = isReading(shown);
  return {
    views: hasNavigation ? views : [],
    view,
    isBusy: portfolio.isRefreshing || accounts?.isRefreshing === true || history?.isRefreshing === true,
    asOfNote: hasNavigation ? freshness(shown, context) : '',
    canRefresh: hasNavigation && portfolio.status !== 'loading',
    lender: portfolio.lender,
  };
};
