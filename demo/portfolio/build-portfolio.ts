/**
 * The demo's portfolio for a given day: the same day always gives the same bytes.
 * Knows nothing of the database and nothing of what was paid since.
 */
import type { PlainDate } from '../../src/api/index.js';
import type { PortfolioInput } from '../endpoint/portfolio.js';
import { fleetContracts, fleetPayer } from './large.js';
import { describeLender } from './lender.js';
import { excavationContractor, excavationContracts, guarantorOfContractor } from './payers/excavation.js';
import { familyFarm, farmContracts } from './payers/farm.js';
import { medicalContracts, medicalPractice } from './payers/medical.js';
import { newCustomer, soleProprietor, soleProprietorContracts } from './payers/small.js';
import { truckingContracts, truckingFirm } from './payers/trucking.js';

export const buildPortfolio = (today: PlainDate): PortfolioInput => {
  return {
    format: 'aspire-pay-portfolio/1',
    lender: describeLender(today),
    payers: [excavationContractor, medicalPractice, truckingFirm, familyFarm, soleProprietor, guarantorOfContractor, newCustomer],
    contracts: [
      ...excavationContracts(today),
      ...medicalContracts(today),
      ...truckingContracts(today),
      ...farmContracts(today),
      ...soleProprietorContracts(today),
    ],
  };
};

/** The same with one more payer: a fleet of 10,000 contracts and 100,000 open invoices. */
export const buildLargePortfolio = (today: PlainDate): PortfolioInput => {
  const portfolio = buildPortfolio(today);
  return {
    ...portfolio,
    payers: [...portfolio.payers, fleetPayer],
    contracts: [...portfolio.contracts, ...fleetContracts(today)],
  };
};
