/** Lists of contracts as a payer sees them, with their totals. Knows nothing of views. */
import type { Contract } from '../../src/api/index.js';
import { emptyPortfolio, type ContractLine, type PortfolioState } from '../../src/domain/portfolio.js';
import * as sample from './sample-contracts.js';

/** Sums a list of contracts the way the endpoint does, a currency at a time. */
export const totalsOf = (contracts: readonly ContractLine[]): PortfolioState['totals'] => {
  const whole = contracts.filter((line): line is Contract => !('broken' in line));
  return [...new Set(whole.map(({ currency }) => currency))].map((currency) => {
    const sum = (name: keyof Contract['totals']) =>
      sample.money(
        whole.filter((line) => line.currency === currency).reduce((total, { totals }) => total + totals[name].value, 0),
        currency,
      );
    return { pastDue: sum('pastDue'), due: sum('due'), open: sum('open') };
  });
};

export const portfolio = (contracts: readonly ContractLine[], more: Partial<PortfolioState> = {}): PortfolioState => ({
  ...emptyPortfolio,
  status: 'ready',
  session: sample.session,
  contracts,
  total: contracts.length,
  totals: totalsOf(contracts),
  asOf: sample.asOf,
  listed: more.query ?? emptyPortfolio.listed,
  ...more,
});
