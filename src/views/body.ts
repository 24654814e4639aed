/**
 * Which view is drawn, and how fresh what it shows is. Knows what each view is given, and nothing of how that came to be.
 */
import type { BankAccountsState } from '../domain/bank-accounts.js';
import type { PayFacts } from '../domain/form-facts.js';
import type { ShownHistory } from '../domain/history.js';
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import { accountsAsOf, bankAccounts } from './bank-accounts.js';
import type { ViewContext } from './context.js';
import { contractList } from './contract-list.js';
import { payFlow } from './pay-flow.js';
import { payments, paymentsAsOf } from './payments.js';
import { asOfNote } from './shell.js';
import { signedOut, type SignedOutFacts } from './signed-out.js';

export interface Shown {
  readonly portfolio: PortfolioState;
  readonly payment: PaymentState;
  /** Where they are what is on screen. */
  readonly bankAccounts: BankAccountsState | undefined;
  readonly history: ShownHistory | undefined;
}

export interface BodyFacts {
  readonly signedOut: SignedOutFacts;
  /** Undefined while nobody is known. */
  readonly paying: PayFacts | undefined;
}

export const body = (shown: Shown, facts: BodyFacts, context: ViewContext): unknown => {
  const { portfolio, payment } = shown;
  if (portfolio.status === 'signed-out') return signedOut(portfolio, facts.signedOut, context);
  if (shown.bankAccounts) return bankAccounts(shown.bankAccounts, context);
  if (shown.history) return payments(shown.history, context);
  if (payment.name === 'idle' || !facts.paying) return contractList(portfolio, context);
  return payFlow(payment, context, facts.paying);
};

export const freshness = ({ portfolio, bankAccounts: accounts, history }: Shown, context: ViewContext): string => {
  if (accounts) return accountsAsOf(accounts, context);
  return history ? paymentsAsOf(history, context) : asOfNote(portfolio, context);
};

/** Whether a list is on screen, with nothing being made in its place. */
export const isReading = ({ portfolio, payment, bankAccounts: accounts, history }: Shown): boolean =>
  payment.name === 'idle' && portfolio.status !== 'signed-out' && !accounts?.form && !history?.receipt;
