/**
 * A payer with five contracts that can be paid, one of them with charges that each cash application method covers in another order.
 * Dates are counted from `today`. Must not know the endpoint or the element.
 */
import type * as z from 'zod/mini';
import type { Portfolio } from '../../demo/endpoint/portfolio.js';
import { addDays } from '../../src/domain/plain-date.js';

type PortfolioInput = z.input<typeof Portfolio>;
type ContractInput = PortfolioInput['contracts'][number];

type Charge = readonly [type: string, amount: number];

const invoice = (id: string, dueDate: string, charges: readonly Charge[]) => ({
  id,
  number: id.toUpperCase(),
  dueDate,
  charges: charges.map(([type, amount]) => ({ id: `${id}-${type}`, type, description: type.replaceAll('_', ' '), amount })),
});

const contract = (number: string, invoices: ContractInput['invoices']): ContractInput => ({
  id: number.toLowerCase(),
  number,
  description: `Truck ${number}`,
  payers: ['fleet'],
  invoices,
});

const contractsOf = (today: string): ContractInput[] => [
  contract('FL-1', [invoice('fl1-a', addDays(today, -40), [['rent', 215_000]]), invoice('fl1-b', addDays(today, 10), [['rent', 107_500]])]),
  contract('FL-2', [
    invoice('fl2-a', addDays(today, -26), [
      ['rent', 100_000],
      ['late_fee', 2_500],
    ]),
    invoice('fl2-b', today, [
      ['rent', 100_000],
      ['sales_tax', 5_000],
      ['late_fee', 2_500],
    ]),
  ]),
  contract('FL-3', [invoice('fl3-a', addDays(today, 2), [['rent', 64_000]])]),
  contract('FL-4', [invoice('fl4-a', addDays(today, 3), [['rent', 18_500]])]),
  contract('FL-5', [invoice('fl5-a', addDays(today, 4), [['rent', 92_500]])]),
];

export const fiveContracts = (today: string): PortfolioInput => ({
  format: 'aspire-pay-portfolio/1',
  lender: { id: 'lender-harbor', name: 'Harbor Equipment Finance', supportPhone: '555 0100' },
  payers: [
    {
      id: 'fleet',
      name: 'Fern Valley Freight',
      contact: { name: 'Ada Fern', email: 'ada@fernvalley.example' },
      accounts: [
        {
          id: 'fleet-checking',
          bankName: 'First Prairie Bank',
          routingNumber: '110000000',
          accountNumber: '400012346789',
          type: 'checking',
          holderType: 'business',
          holderName: 'Fern Valley Freight',
        },
      ],
    },
  ],
  contracts: contractsOf(today),
});
