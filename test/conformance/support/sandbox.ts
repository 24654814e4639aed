/**
 * A lender's sandbox as the conformance kit likes it: two payers, with contracts of their own and one they share, and one of each unusual kind.
 * Must not know the kit.
 */
import type { PortfolioInput } from '../../../demo/endpoint/portfolio.js';
import { invoice, plainContract, testPortfolio, today, type ContractInput } from '../../demo/endpoint/support/portfolio.js';

const smallContract = (id: string, payers: readonly string[], rent: number): ContractInput => ({
  ...plainContract(id, payers),
  number: `Lease-${id}`,
  billingPostalCode: '55401',
  invoices: [
    invoice(`${id}-a`, '2026-10-23', [
      ['rent', rent],
      ['late_fee', 2_500],
    ]),
    invoice(`${id}-b`, today, [['rent', rent]]),
    invoice(`${id}-c`, '2026-12-23', [['rent', rent]]),
  ],
});

/** Numbers, due dates and sums that sort differently. */
const contracts: readonly ContractInput[] = [
  ...['k4', 'k1', 'k3', 'k2', 'k6', 'k5'].map((id, index) => smallContract(id, ['acme'], 60_000 + index * 1_000)),
  { ...smallContract('m1', ['acme'], 90_000), invoices: [invoice('m1-a', '2026-12-01', [['rent', 90_000]])] },
  {
    ...smallContract('long', ['acme'], 0),
    invoices: Array.from({ length: 13 }, (_, index) =>
      invoice(`long-${String(index).padStart(2, '0')}`, `2026-${String(index < 3 ? index + 10 : 12)}-${String(10 + index)}`, [
        ['rent', 10_000],
      ]),
    ),
  },
  smallContract('shared', ['acme', 'beta'], 70_000),
  smallContract('n1', ['beta'], 50_000),
  smallContract('n2', ['beta'], 55_000),
  { ...smallContract('auto', ['acme'], 40_000), autopay: { nextDate: '2026-12-01' } },
  { ...smallContract('disputed', ['acme'], 40_000), notPayableReason: 'In dispute. Call us.' },
  { ...smallContract('elsewhere', ['acme'], 80_000), elsewhereInFlight: [{ amount: 10_000, date: today }] },
  { ...smallContract('rest', ['acme'], 0), invoices: [invoice('rest-a', '2026-12-23', [['late_fee', 300]])] },
  { ...smallContract('canadian', ['acme'], 30_000), currency: 'CAD' },
  { ...smallContract('over', ['acme'], 0), status: 'closed', invoices: [] },
];

/** All that is open is due: where parts aren't taken, one payment leaves nothing to pay. On one, a credit that isn't due yet leaves less. */
export const wholeContracts: readonly ContractInput[] = [
  ...Array.from({ length: 40 }, (_, index) => {
    const id = `k${index + 1}`;
    return { ...smallContract(id, ['acme'], 0), invoices: [invoice(`${id}-a`, '2026-10-23', [['rent', 60_000 + index * 500]])] };
  }),
  ...['shared', 'n1'].map((id) => ({
    ...smallContract(id, id === 'shared' ? ['acme', 'beta'] : ['beta'], 0),
    invoices: [invoice(`${id}-a`, today, [['rent', 50_000]])],
  })),
  {
    ...smallContract('credited', ['acme'], 0),
    invoices: [invoice('credited-a', today, [['rent', 90_000]]), invoice('credited-b', '2026-12-23', [['credit', -10_000]])],
  },
];

/** `acme` and `beta` of the endpoint's own tests, with fewer contracts: every request of the kit is cheap. */
export const sandboxPortfolio = (
  lender: Partial<PortfolioInput['lender']> = {},
  contractsOf: readonly ContractInput[] = contracts,
): PortfolioInput => {
  const portfolio = testPortfolio();
  return {
    ...portfolio,
    lender: { ...portfolio.lender, limits: { currency: 'USD', min: 500, max: 250_000, maxItems: 5 }, ...lender },
    payers: portfolio.payers.filter(({ id }) => id === 'acme' || id === 'beta'),
    contracts: [...contractsOf],
  };
};
