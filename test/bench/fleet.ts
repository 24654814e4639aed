/** The demo's fleet, cut to so many contracts of so many open invoices each. */
import type { PortfolioInput } from '../../demo/endpoint/portfolio.js';
import { buildLargePortfolio } from '../../demo/portfolio/build-portfolio.js';
import { fleetPayer } from '../../demo/portfolio/large.js';

/** Of each contract of the fleet. */
export const fleetInvoices = 10;

export const fleetOf = (contracts: number, invoices = fleetInvoices): PortfolioInput => {
  const all = buildLargePortfolio(new Date().toISOString().slice(0, 10));
  const fleet = all.contracts.filter(({ payers }) => payers.includes(fleetPayer.id)).slice(0, contracts);
  const cut = fleet.map((contract) => ({ ...contract, invoices: contract.invoices?.slice(0, invoices) }));
  return { ...all, payers: all.payers.filter(({ id }) => id === fleetPayer.id), contracts: cut };
};
