/**
 * Who and what the scripts are about: two payers, one contract they share and one of the first payer's own.
 * Data only.
 */
import type { PortfolioInput } from '../../demo/endpoint/portfolio.js';

export const startsAt = Date.parse('2026-11-16T15:00:00.000Z');

export const people = ['ada', 'ben'] as const;
export type Person = (typeof people)[number];

export const contracts = ['shared', 'own'] as const;
export type ContractId = (typeof contracts)[number];

/** Who may pay which: the guarantor of a contract sees it too. */
export const contractsOf = { ada: contracts, ben: ['shared'] } as const satisfies Record<Person, readonly ContractId[]>;

export const lenderId = 'lender';

/** No run of five of these digits stands in an amount, a date or a number of the scripts. */
export const canary = { routingNumber: '122105155', accountNumber: '271828459045' } as const;

/** Minor units. What is open is more than what is due, so that a second payment of the same sum would be taken. */
export const amounts = { due: 20_000, later: 60_000 } as const;

const invoices = (id: string): PortfolioInput['contracts'][number]['invoices'] => [
  {
    id: `${id}-1`,
    number: `${id}-1`,
    dueDate: '2026-11-06',
    charges: [{ id: 'rent', type: 'rent', description: 'Rent', amount: amounts.due }],
  },
  {
    id: `${id}-2`,
    number: `${id}-2`,
    dueDate: '2026-12-06',
    charges: [{ id: 'rent', type: 'rent', description: 'Rent', amount: amounts.later }],
  },
];

const payer = (id: Person, name: string, last: string): PortfolioInput['payers'][number] => ({
  id,
  name,
  contact: { name, email: `${id}@payer.example` },
  accounts: [
    {
      id: `account-${id}`,
      routingNumber: canary.routingNumber,
      accountNumber: `${canary.accountNumber.slice(0, -1)}${last}`,
      type: 'checking',
      holderType: 'business',
      holderName: name,
    },
  ],
});

export const portfolio: PortfolioInput = {
  format: 'aspire-pay-portfolio/1',
  lender: { id: lenderId, name: 'Harbor Equipment Finance', supportPhone: '555 0100' },
  payers: [payer('ada', 'Ada Fern', '1'), payer('ben', 'Ben Lind', '2')],
  contracts: [
    { id: 'shared', number: 'EL-1', description: 'Deck oven', payers: ['ada', 'ben'], invoices: invoices('shared') },
    { id: 'own', number: 'EL-2', description: 'Van', payers: ['ada'], invoices: invoices('own') },
  ],
};
