/**
 * Payers with so many contracts each, all of one lender: what a list of one, of a few and of many looks like.
 * Dates are counted from `today`. Must not know the endpoint or the element.
 */
import type * as z from 'zod/mini';
import type { Portfolio } from '../../demo/endpoint/portfolio.js';
import { addDays } from '../../src/domain/plain-date.js';

type PortfolioInput = z.input<typeof Portfolio>;
type ContractInput = PortfolioInput['contracts'][number];

/** By the number of their contracts. */
export const counted = { 0: 'payer-none', 1: 'payer-one', 3: 'payer-three', 12: 'payer-twelve' } as const;
export type Count = keyof typeof counted;

const contractOf = (owner: string, index: number, today: string): ContractInput => ({
  id: `${owner}-${index}`,
  number: `CT-${1001 + index}`,
  description: index % 2 === 0 ? 'Deck oven with two chambers' : 'Delivery van',
  payers: [owner],
  invoices: [-29, 0, 30].slice(index % 3).map((days) => ({
    id: `${owner}-${index}-${days}`,
    number: `INV-${7000 + index * 100 + days}`,
    dueDate: addDays(today, days),
    charges: [
      { id: `${owner}-${index}-${days}-rent`, type: 'rent', description: 'Rent', amount: 100_000 },
      { id: `${owner}-${index}-${days}-tax`, type: 'sales_tax', description: 'Sales tax', amount: 7_500 },
    ],
  })),
  ...(index % 4 === 2 && { autopay: { nextDate: addDays(today, 17) } }),
});

export const countedContracts = (today: string, logoUrl?: string): PortfolioInput => ({
  format: 'aspire-pay-portfolio/1',
  lender: { id: 'lender-harbor', name: 'Harbor Equipment Finance', supportPhone: '555 0100', ...(logoUrl !== undefined && { logoUrl }) },
  payers: Object.values(counted).map((id) => ({
    id,
    name: 'Bluebird Bakery LLC',
    contact: { name: 'Rosa Lind', email: `${id}@bluebird.example` },
  })),
  contracts: Object.entries(counted).flatMap(([count, owner]) =>
    Array.from({ length: Number(count) }, (_, index) => contractOf(owner, index, today)),
  ),
});
