/** The demo's fleet, cut to so many contracts of ten open invoices each. */
import type { PortfolioInput } from '../../demo/endpoint/portfolio.js';
import { buildLargePortfolio } from '../../demo/portfolio/build-portfolio.js';
import { fleetPayer } from '../../demo/portfolio/large.js';

export const fleetOf = (contracts: number): PortfolioInput => {
  const all = buildLargePortfolio(new Date().toISOString().slice(0, 10));
  const fleet = all.contracts.filter(({ payers }) => payers.includes(fleetPayer.id)).slice(0, contracts);
  return { ...all, payers: all.payers.filter(({ id }) => id === fleetPayer.id), contracts: fleet };
};
