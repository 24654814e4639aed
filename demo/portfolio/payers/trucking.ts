/** A trucking firm: autopay, a payment under way from elsewhere, a part payment, a lease in Canadian dollars, a terminated contract. */
import type { PlainDate } from '../../../src/api/index.js';
import { addDays } from '../../../src/domain/plain-date.js';
import { type Bill, type ContractInput, dueMonthly, issueInvoices, shareOf } from '../billing.js';
import type { PayerInput } from '../payer-input.js';

const id = 'bluestem-freight';

export const truckingFirm: PayerInput = {
  id,
  name: 'Bluestem Freight Lines, Inc.',
  contact: { name: 'Marcus Tillman', email: 'accounting@bluestemfreight.example' },
  accounts: [
    {
      id: 'acct-bluestem-operating',
      bankName: 'Flint Hills National Bank',
      routingNumber: '010400263',
      accountNumber: '88200416350',
      type: 'checking',
      holderType: 'business',
      holderName: 'Bluestem Freight Lines, Inc.',
    },
    {
      id: 'acct-bluestem-winnipeg',
      bankName: 'Red River Savings, Winnipeg',
      routingNumber: '000107330',
      accountNumber: '5510278',
      type: 'checking',
      holderType: 'business',
      holderName: 'Bluestem Freight Lines (Canada) Ltd.',
      currency: 'CAD',
    },
  ],
};

const trailers = (today: PlainDate): ContractInput => {
  const dues = dueMonthly(today, { day: 1, missed: 0, upcoming: 27 });
  const rents: Bill[] = dues.map(({ date, number }) => ({
    due: date,
    lines: [{ type: 'rent', description: `Lease payment ${number} of 84`, amount: 1_428_000 }],
  }));
  const registration: Bill = {
    due: today,
    issued: addDays(today, -20),
    lines: [{ type: 'property_tax', description: 'Registration and highway use tax, 12 units', amount: 215_075 }],
  };
  const next = dues.at(-1);
  return {
    id: 'contract-44790-006',
    number: '100-0044790-006',
    description: 'Twelve 53-foot refrigerated van trailers, units 4410 to 4421',
    payers: [id],
    billingPostalCode: '67202',
    ...(next ? { autopay: { nextDate: next.date } } : {}),
    invoices: issueInvoices(today, 8, [...rents, registration]),
    elsewhereInFlight: [{ amount: 215_075, date: addDays(today, 1) }],
  };
};

const tractors = (today: PlainDate): ContractInput => {
  const rent = 1_162_400;
  const dues = dueMonthly(today, { day: 10, missed: 1, upcoming: 38 });
  const bills: Bill[] = dues.map(({ date, number }, index) => ({
    due: date,
    lines: [
      { type: 'rent', description: `Lease payment ${number} of 60`, amount: rent, ...(index === 0 ? { open: 362_400 } : {}) },
      { type: 'sales_tax', description: 'Sales tax, Sedgwick County, Kansas', amount: shareOf(rent, 75_000) },
    ],
  }));
  return {
    id: 'contract-44790-009',
    number: '100-0044790-009',
    description: 'Five sleeper tractors, model year 2023, units 301 to 305',
    payers: [id],
    billingPostalCode: '67202',
    invoices: issueInvoices(today, 9, bills),
  };
};

const yardTractors = (today: PlainDate): ContractInput => {
  const rent = 268_000;
  const bills: Bill[] = dueMonthly(today, { day: 5, missed: 1, upcoming: 14 }).map(({ date, number }) => ({
    due: date,
    lines: [
      { type: 'rent', description: `Lease payment ${number} of 36`, amount: rent },
      { type: 'sales_tax', description: 'GST 5%', amount: shareOf(rent, 50_000) },
      { type: 'sales_tax', description: 'PST 7%, Manitoba', amount: shareOf(rent, 70_000) },
    ],
  }));
  return {
    id: 'contract-60115-001',
    number: '100-0060115-001',
    description: 'Two electric yard tractors with chargers, Winnipeg terminal',
    currency: 'CAD',
    payers: [id],
    billingPostalCode: 'R2R 0H2',
    billingCountry: 'CA',
    billingEmails: 'winnipeg@bluestemfreight.example',
    invoices: issueInvoices(today, 10, bills),
  };
};

const terminated: ContractInput = {
  id: 'contract-31026-002',
  number: '100-0031026-002',
  description: 'Three day-cab tractors, terminated and bought out',
  status: 'closed',
  payers: [id],
  billingPostalCode: '67202',
  invoices: [],
};

const paidOff = (today: PlainDate): ContractInput => {
  const lines = [{ type: 'property_tax', description: 'Personal property tax, final assessment after return', amount: 48_219 }];
  return {
    id: 'contract-38854-001',
    number: '100-0038854-001',
    description: 'Eight flatbed trailers, returned at the end of the term',
    status: 'closed',
    payers: [id],
    billingPostalCode: '67202',
    invoices: issueInvoices(today, 11, [{ due: addDays(today, 18), lines }]),
  };
};

export const truckingContracts = (today: PlainDate): ContractInput[] => [
  trailers(today),
  tractors(today),
  yardTractors(today),
  terminated,
  paidOff(today),
];
