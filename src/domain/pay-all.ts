/**
 * Where *Pay all open charges* is offered: for the whole of what the payer sees, one currency at a time. Pure.
 */
import type { Currency, Session } from '../api/index.js';
import { canPay } from './contract.js';
import { isKnownCurrency, isPositive } from './money.js';
import { isBroken, type PortfolioState } from './portfolio.js';
import type { UserEvent } from './user-events.js';

/** Whether there is any in this currency; only where all are on the page is it known. */
const mayHavePayable = ({ contracts, offset, hasNext }: PortfolioState, session: Session, currency: Currency): boolean =>
  offset > 0 || hasNext || contracts.some((line) => !isBroken(line) && line.currency === currency && canPay(line, session));

/** Currencies in which everything can be paid at once, in the order of the totals. A search or a single contract has no *all*. */
export const payAllCurrencies = (state: PortfolioState): Currency[] => {
  const { status, session, totals, total, query, isOffline } = state;
  if (status !== 'ready' || !session || isOffline || total < 2) return [];
  if (query.status !== 'open' || query.q !== '') return [];
  const { features, bankAccounts } = session;
  if (!features.payments || !features.payAll || bankAccounts === 'none') return [];
  return totals
    .filter(({ open }) => isPositive(open) && isKnownCurrency(open.currency) && mayHavePayable(state, session, open.currency))
    .map(({ open }) => open.currency);
};

/** What opens the payment of a contract; where none is named, of the only one or of all. Undefined where there is nothing to open. */
export const payEvent = (state: PortfolioState, contractId: string | undefined): UserEvent | undefined => {
  const [only, ...others] = state.contracts;
  const id = contractId ?? (others.length === 0 ? only?.id : undefined);
  if (id !== undefined) return { type: 'payPressed', contractId: id };
  const [currency] = payAllCurrencies(state);
  return currency === undefined ? undefined : { type: 'payAllPressed', currency };
};
