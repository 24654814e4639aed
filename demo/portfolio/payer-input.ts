/** A payer as the portfolio file writes one. */
import type { PortfolioInput } from '../endpoint/portfolio.js';

export type PayerInput = PortfolioInput['payers'][number];
