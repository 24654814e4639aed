/**
 * Where *Pay all open charges* is offered: for the whole of what the payer sees, one currency at a time. Pure.
 */
import type { Currency } from '../api/index.js';
import { isKnownCurrency, isPositive } from './money.js';
import type { PortfolioState } from './portfolio.js';

/** Currencies in which everything can be paid at once, in the order of the totals. A search or a single contract has no *all*. */
export const payAllCurrencies = ({ status, session, totals, total, query, isOffline }: PortfolioState): Currency[] => {
  if (status !== 'ready' || !session || isOffline || total < 2) return [];
  if (query.status !== 'open' || query.q !== '') return [];
  const { features, bankAccounts } = session;
  if (!features.payments || !features.payAll || bankAccounts === 'none') return [];
  return totals.filter(({ open }) => isPositive(open) && isKnownCurrency(open.currency)).map(({ open }) => open.currency);
};
