/**
 * Contracts as a lessee of an equipment finance company has them, with invoices that add up to their totals.
 * Data for drawing states; knows nothing of views.
 */
import type { Charge, Contract, InFlight, Invoice, Money, Session } from '../../src/api/index.js';

export const today = '2025-11-24';
export const asOf = '2025-11-24T21:42:00Z';

export const money = (value: number, currency = 'USD'): Money => ({ value, currency });

export const session: Session = {
  payer: { id: 'halvorsen', name: 'Halvorsen Brothers Excavating & Site Development, LLC' },
  lender: {
    id: 'northline',
    name: 'Northline Equipment Finance',
    supportPhone: '1-800-555-0142',
    supportEmail: 'service@northline.example',
    helpUrl: 'https://northline.example/help',
  },
  features: {
    payments: true,
    payAll: true,
    partial: true,
    overpay: false,
    schedule: true,
    estimate: true,
    history: false,
    cancel: false,
    enrollment: false,
  },
  bankAccounts: 'any',
  limits: { min: money(100), max: money(100_000_000), maxItems: 50 },
  calendar: {
    timeZone: 'America/Chicago',
    cutOff: '16:00',
    today,
    earliestDate: today,
    latestDate: '2025-12-05',
    closedDates: ['2025-11-27', '2025-11-29', '2025-11-30'],
  },
  asOf,
};

interface InvoiceFacts {
  readonly number: string;
  readonly dueDate: string;
  readonly open: number;
  readonly purpose: readonly string[];
  readonly currency?: string;
  readonly hasDocument?: boolean;
}

/** The open amount is spread over the charges, so that they add up. */
export const invoice = ({ number, dueDate, open, purpose, currency = 'USD', hasDocument = true }: InvoiceFacts): Invoice => {
  const charges = purpose.map((description, index): Charge => {
    const share = Math.trunc(open / purpose.length);
    const value = index === 0 ? open - share * (purpose.length - 1) : share;
    return { id: `${number}-${index}`, type: 'rent', description, open: money(value, currency) };
  });
  return {
    id: number,
    number,
    dueDate,
    status: 'open',
    amount: money(open, currency),
    open: money(open, currency),
    charges,
    ...(hasDocument ? { documentUrl: `https://documents.northline.example/${number}.pdf` } : {}),
  };
};

export interface ContractFacts {
  readonly id: string;
  readonly number: string;
  readonly description: string;
  readonly invoices: readonly Invoice[];
  readonly currency?: string;
  readonly more?: Partial<Contract>;
}

/** Totals are the sums of the invoices, as the API has it. */
export const contract = ({ id, number, description, invoices, currency = 'USD', more = {} }: ContractFacts): Contract => {
  const sum = (isCounted: (invoice: Invoice) => boolean): Money =>
    money(
      invoices.filter(isCounted).reduce((total, { open }) => total + open.value, 0),
      currency,
    );
  const next = invoices.map(({ dueDate }) => dueDate).find((date) => date > today);
  return {
    id,
    number,
    description,
    status: 'open',
    currency,
    version: `${id}-1`,
    totals: { pastDue: sum(({ dueDate }) => dueDate < today), due: sum(({ dueDate }) => dueDate <= today), open: sum(() => true) },
    ...(next ? { nextDueDate: next } : {}),
    inFlight: [],
    payable: true,
    invoices: { items: [...invoices], nextCursor: null, asOf },
    ...more,
  };
};

const line = (number: string, dueDate: string, open: number, ...purpose: string[]): Invoice => invoice({ number, dueDate, open, purpose });

export const excavators = contract({
  id: 'excavators',
  number: '100-0048213-002',
  description: 'Two 36-ton hydraulic excavators, long-reach front, with buckets and quick couplers',
  invoices: [
    line('INV-2025-091844', '2025-10-01', 984_000, 'Lease payment 14 of 60'),
    line('INV-2025-096102', '2025-11-01', 1_067_886, 'Lease payment 15 of 60', 'Sales tax, Hennepin County, Minnesota'),
    invoice({
      number: 'INV-2025-097330',
      dueDate: '2025-11-16',
      open: 49_200,
      purpose: ['Late fee on INV-2025-091844'],
      hasDocument: false,
    }),
    line('INV-2025-099871', '2025-11-24', 312_744, 'Personal property tax 2025, Hennepin County, assessed on both machines'),
    line('INV-2025-101554', '2025-12-01', 984_000, 'Lease payment 16 of 60'),
  ],
});

export const ultrasound = contract({
  id: 'ultrasound',
  number: '100-0051877-001',
  description: 'Four point-of-care ultrasound systems with cardiac and vascular transducers, five-year service plan',
  invoices: [
    line('INV-2025-101560', '2025-12-01', 641_250, 'Lease payment 8 of 48'),
    line('INV-2025-101561', '2025-12-01', 54_667, 'Sales tax, Saint Paul, Minnesota'),
    line('INV-2025-101562', '2025-12-01', 118_000, 'Service plan, fourth quarter 2025'),
  ],
});

const underWay: InFlight = { paymentId: 'pay-1', amount: money(215_075), date: '2025-11-24', status: 'pending' };

export const trailers = contract({
  id: 'trailers',
  number: '100-0044790-006',
  description: 'Twelve 53-foot refrigerated van trailers, units 4410 to 4421',
  invoices: [
    line('INV-2025-100418', '2025-11-24', 215_075, 'Registration and highway use tax, 12 units'),
    line('INV-2025-101611', '2025-12-01', 1_428_000, 'Lease payment 27 of 84'),
  ],
  more: { inFlight: [underWay], autopay: { nextDate: '2025-12-01' } },
});

export const fleet = contract({
  id: 'fleet',
  number: '100-0039902-014',
  description: 'Master lease schedule 14: regional fleet of 412 highway tractors and 655 dry van trailers',
  invoices: Array.from({ length: 10 }, (_, index) =>
    line(
      `INV-2025-0881${20 + index}`,
      `2025-${index < 4 ? '09' : '12'}-1${index}`,
      11_182_040_012 + index,
      `Lease payment ${22 + index} of 72`,
    ),
  ),
});
export const pagedFleet: Contract = { ...fleet, invoices: { ...fleet.invoices, nextCursor: 'page-2' } };

export const generators = contract({
  id: 'generators',
  number: '100-0027718-003',
  description: 'Skid-mounted diesel generator sets, 2 MW, hospital standby',
  invoices: [line('INV-2025-077001', '2025-08-01', 41_290_012, 'Settlement balance')],
  more: { payable: false, notPayableReason: 'It is in settlement. Call customer service to arrange a payment.' },
});

export const paidUp = contract({
  id: 'scanner',
  number: '100-0052240-001',
  description: 'MRI system, 3 tesla, mobile unit',
  invoices: [],
  more: { nextDueDate: '2026-01-01' },
});

/** Nothing open, and nothing to come. */
export const finished = contract({ id: 'finished', number: '100-0019114-001', description: 'Forklift, 5,000 lb', invoices: [] });

const abroad = (currency: string, number: string): Contract =>
  contract({
    id: currency,
    number,
    description: 'Grain dryer, continuous flow',
    currency,
    invoices: [invoice({ number: 'CA-2025-4471', dueDate: '2025-11-20', open: 123_456_789, purpose: ['Rent'], currency })],
  });
export const canadian = abroad('CAD', '200-0000871-001');
/** In a currency nobody knows. */
export const unheardOf = abroad('QQQ', '300-0000004-001');

/** Text nobody should send, in every place where text can stand. */
export const hostile = contract({
  id: 'hostile',
  number: `<b>bold</b>\u202e${'9'.repeat(400)}`,
  description: `<img src=x onerror=alert(1)> \u202eright to left\u0000 ${'description without an end '.repeat(40)}`,
  invoices: [
    { ...line('<script>alert(1)</script>', '2025-11-01', 100, 'x'.repeat(500)), documentUrl: 'javascript:alert(1)' },
    {
      ...line('INV-\u202e1', '2025-11-01', -5_000, '', 'One', 'Two', 'Three', 'Four'),
      documentUrl: 'http://elsewhere.example/invoice.pdf',
      status: 'constructor',
    },
  ],
  more: { inFlight: [{ amount: money(1), date: today, status: 'toString' }] },
});
