/** The finance company of the demo: who it is, and what it allows. */
import type { PlainDate } from '../../src/api/index.js';
import { northline } from '../brands/brands.js';
import type { PortfolioInput } from '../endpoint/portfolio.js';
import { yearOf } from './days.js';

/** The day begins here: the seed is dated by it. */
export const demoTimeZone = 'America/Chicago';

export const describeLender = (today: PlainDate): PortfolioInput['lender'] => {
  const year = yearOf(today);
  return {
    id: 'northline',
    name: 'Northline Equipment Finance',
    supportEmail: 'service@northline.example',
    supportPhone: '1-800-555-0142',
    timeZone: demoTimeZone,
    cutOff: '16:00',
    horizonDays: 60,
    closedDates: [`${year}-12-24`, `${year + 1}-12-24`],
    bankAccounts: 'any',
    features: { enrollment: true },
    theme: { ...northline.theme },
    limits: { currency: 'USD', min: 100, max: 25_000_000, maxItems: 50 },
  };
};
