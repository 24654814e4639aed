/**
 * The small portfolio the browser tests pay from: one contract of each kind a screen has to tell apart.
 * Dates are counted from `today`. Must not know the endpoint or the element.
 */
import type { Portfolio } from '../../demo/endpoint/portfolio.js';
import type * as z from 'zod/mini';
import { addDays } from '../../src/domain/plain-date.js';

type PortfolioInput = z.input<typeof Portfolio>;
type ContractInput = PortfolioInput['contracts'][number];
type InvoiceInput = NonNullable<ContractInput['invoices']>[number];

/** A Wednesday morning in Chicago, an open day before the cut-off, eight days before Thanksgiving. */
export const defaultNow = '2026-11-18T15:00:00.000Z';

/** Ids a test may name. Each contract is what its name says. */
export const payers = { baker: 'payer-baker', guarantor: 'payer-guarantor', newcomer: 'payer-newcomer' } as const;
export const contracts = {
  /** 1,075.00 past due, 1,075.00 due today, 1,075.00 upcoming. */
  pastDue: 'contract-past-due',
  /** 640.00 upcoming, nothing due. */
  upcoming: 'contract-upcoming',
  /** Autopay, 500.00 of its 800.00 in flight from another channel. */
  autopay: 'contract-autopay',
  /** Shown, and can't be paid here. */
  notPayable: 'contract-not-payable',
  closed: 'contract-closed',
  /** The guarantor's own; the baker must not see it. */
  foreign: 'contract-foreign',
} as const;
export const accounts = { checking: 'account-checking', savings: 'account-savings', foreign: 'account-foreign' } as const;

/** Rent and its sales tax: `total` minor units in all. */
const rentInvoice = (id: string, dueDate: string, total: number): InvoiceInput => {
  const tax = Math.round((total * 75) / 1075);
  return {
    id,
    number: id.toUpperCase(),
    issueDate: addDays(dueDate, -20),
    dueDate,
    charges: [
      { id: `${id}-rent`, type: 'rent', description: 'Rent', amount: total - tax },
      { id: `${id}-tax`, type: 'sales_tax', description: 'Sales tax', amount: tax },
    ],
  };
};

const buildContracts = (today: string): ContractInput[] => [
  {
    id: contracts.pastDue,
    number: 'EL-1001',
    description: 'Deck oven',
    payers: [payers.baker, payers.guarantor],
    billingPostalCode: '55401',
    invoices: [
      rentInvoice('inv-1001-1', addDays(today, -29), 107_500),
      rentInvoice('inv-1001-2', today, 107_500),
      rentInvoice('inv-1001-3', addDays(today, 30), 107_500),
    ],
  },
  {
    id: contracts.upcoming,
    number: 'EL-1002',
    description: 'Spiral mixer',
    payers: [payers.baker],
    invoices: [rentInvoice('inv-1002-1', addDays(today, 13), 64_000)],
  },
  {
    id: contracts.autopay,
    number: 'EL-1003',
    description: 'Delivery van',
    payers: [payers.baker],
    autopay: { nextDate: addDays(today, 17) },
    invoices: [rentInvoice('inv-1003-1', addDays(today, -3), 80_000)],
    elsewhereInFlight: [{ amount: 50_000, date: addDays(today, 1) }],
  },
  {
    id: contracts.notPayable,
    number: 'EL-1004',
    description: 'Walk-in cooler',
    payers: [payers.baker],
    notPayableReason: 'This contract is with our collections team. Call 555 0100 to pay.',
    invoices: [rentInvoice('inv-1004-1', addDays(today, -60), 45_000)],
  },
  { id: contracts.closed, number: 'EL-0900', description: 'Proofer', status: 'closed', payers: [payers.baker] },
  {
    id: contracts.foreign,
    number: 'EL-2001',
    description: 'Forklift',
    payers: [payers.guarantor],
    invoices: [rentInvoice('inv-2001-1', addDays(today, 5), 92_500)],
  },
];

const payersOnFile: PortfolioInput['payers'] = [
  {
    id: payers.baker,
    name: 'Bluebird Bakery LLC',
    contact: { name: 'Rosa Lind', email: 'rosa@bluebird.example' },
    accounts: [
      {
        id: accounts.checking,
        bankName: 'First Prairie Bank',
        routingNumber: '110000000',
        accountNumber: '400012346789',
        type: 'checking',
        holderType: 'business',
        holderName: 'Bluebird Bakery LLC',
      },
      {
        id: accounts.savings,
        bankName: 'Lakeside Credit Union',
        routingNumber: '011000015',
        accountNumber: '77001234',
        type: 'savings',
        holderType: 'consumer',
        holderName: 'Rosa Lind',
      },
    ],
  },
  {
    id: payers.guarantor,
    name: 'Otto Lind',
    contact: { name: 'Otto Lind', email: 'otto@lind.example' },
    accounts: [
      {
        id: accounts.foreign,
        routingNumber: '110000000',
        accountNumber: '400055550001',
        type: 'checking',
        holderType: 'consumer',
        holderName: 'Otto Lind',
      },
    ],
  },
  { id: payers.newcomer, name: 'New Leaf Florist', contact: { name: 'Ada Fern', email: 'ada@newleaf.example' } },
];

/** The portfolio as of `today` (`YYYY-MM-DD`), ready to be seeded. */
export const buildPortfolio = (today: string): PortfolioInput => ({
  format: 'aspire-pay-portfolio/1',
  lender: {
    id: 'lender-harbor',
    name: 'Harbor Equipment Finance',
    supportEmail: 'help@harbor.example',
    supportPhone: '555 0100',
    limits: { currency: 'USD', min: 1_000, max: 5_000_000, maxItems: 10 },
  },
  payers: payersOnFile,
  contracts: buildContracts(today),
});
