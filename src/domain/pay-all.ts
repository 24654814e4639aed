/**
 * Where *Pay all open charges* is offered: for the whole of what the payer sees, one currency at a time. Pure.
 */
import type { Currency, Session } from '../api/index.js';
import { canPay } from './contract.js';
import { isKnownCurrency, isPositive } from './money.js';
import { isBroken, type PortfolioState } from './portfolio.js';

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
