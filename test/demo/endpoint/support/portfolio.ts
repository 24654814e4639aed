/**
 * A small lender for the tests: two customers, a guarantor, many alike contracts to pay, and one of each unusual kind.
 * "Today" is Monday 23 November 2026.
 */
import type { PortfolioInput } from '../../../../demo/endpoint/portfolio.js';

export const today = '2026-11-23';
/** 09:00 in Chicago: before the cut-off at 16:00. */
export const morning = new Date('2026-11-23T15:00:00.000Z');

export const acmeNumber = '483920175566';
export const acmeRouting = '083914061';

export type ContractInput = PortfolioInput['contracts'][number];
type InvoiceInput = NonNullable<ContractInput['invoices']>[number];

export const invoice = (id: string, dueDate: string, charges: readonly (readonly [type: string, amount: number])[]): InvoiceInput => ({
  id,
  number: `INV-${id}`,
  issueDate: '2026-10-01',
  dueDate,
  charges: charges.map(([type, amount], index) => ({ id: `${id}-${index + 1}`, type, description: `Charge ${index + 1}`, amount })),
});

/** Past due 1,075.00, due now 2,150.00, open 3,225.00. */
export const plainContract = (id: string, payers: readonly string[] = ['acme']): ContractInput => ({
  id,
  number: `100-${id}`,
  description: `Excavator ${id}`,
  payers: [...payers],
  invoices: [
    invoice(`${id}-a`, '2026-10-23', [
      ['rent', 100_000],
      ['sales_tax', 5_000],
      ['late_fee', 2_500],
    ]),
    invoice(`${id}-b`, today, [
      ['rent', 100_000],
      ['sales_tax', 5_000],
      ['late_fee', 2_500],
    ]),
    invoice(`${id}-c`, '2026-12-23', [
      ['rent', 100_000],
      ['sales_tax', 5_000],
      ['late_fee', 2_500],
    ]),
  ],
});

export const spareContracts = 60;

const unusualContracts: ContractInput[] = [
  { ...plainContract('shared', ['acme', 'guarantor']) },
  { ...plainContract('foreign', ['beta']) },
  { ...plainContract('autopay'), autopay: { nextDate: '2026-12-01' } },
  { ...plainContract('read-only'), notPayableReason: 'In dispute. Call us.' },
  { ...plainContract('elsewhere'), elsewhereInFlight: [{ amount: 107_500, date: today }] },
  { ...plainContract('taken'), elsewhereInFlight: [{ amount: 322_500, date: today }] },
  { ...plainContract('canadian'), currency: 'CAD' },
  { ...plainContract('closed'), status: 'closed', invoices: [] },
  {
    ...plainContract('credit'),
    invoices: [
      invoice('credit-a', today, [
        ['rent', 50_000],
        ['credit', -20_000],
      ]),
    ],
  },
  { ...plainContract('nothing'), invoices: [] },
];

const lender: PortfolioInput['lender'] = {
  id: 'northern',
  name: 'Northern Test Finance',
  supportPhone: '1-800-555-0100',
  supportEmail: 'help@northern.example',
  helpUrl: 'https://northern.example/accounts',
  closedDates: ['2026-12-24'],
  limits: { currency: 'USD', min: 1_000, max: 250_000, maxItems: 5 },
  theme: { accent: '#0b4f8a' },
};

type PayerInput = PortfolioInput['payers'][number];
type AccountInput = NonNullable<PayerInput['accounts']>[number];

const businessAccount = (id: string, accountNumber: string, holderName: string): AccountInput => ({
  id,
  routingNumber: acmeRouting,
  accountNumber,
  type: 'checking',
  holderType: 'business',
  holderName,
});

const acme: PayerInput = {
  id: 'acme',
  name: 'Acme Digging LLC',
  contact: { name: 'Ada Price', email: 'ada@acme.example' },
  accounts: [
    { ...businessAccount('acme-checking', acmeNumber, 'Acme Digging LLC'), bankName: 'First Prairie Bank' },
    { ...businessAccount('acme-personal', '771239', 'Ada Price'), type: 'savings', holderType: 'consumer' },
    { ...businessAccount('acme-unverified', '99887766', 'Acme Digging LLC'), status: 'unverified' },
  ],
};

/** Spare contracts are called `c01` … `c60`, all alike. */
export const testPortfolio = (): PortfolioInput => ({
  format: 'aspire-pay-portfolio/1',
  lender,
  payers: [
    acme,
    {
      id: 'beta',
      name: 'Beta Farms',
      contact: { name: 'Bo Kim', email: 'bo@beta.example' },
      accounts: [businessAccount('beta-checking', '5512340099', 'Beta Farms')],
    },
    { id: 'guarantor', name: 'Gail Owens', contact: { name: 'Gail Owens', email: 'gail@owens.example' } },
    { id: 'newcomer', name: 'New Co', contact: { name: 'Nia Cole', email: 'nia@new.example' }, token: 'a-token-of-their-own' },
  ],
  contracts: [
    ...Array.from({ length: spareContracts }, (_, index) => plainContract(`c${String(index + 1).padStart(2, '0')}`)),
    ...unusualContracts,
  ],
});
