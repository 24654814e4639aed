/** An excavation contractor behind on one lease, and the owner who guarantees another of its contracts. */
import type { PlainDate } from '../../../src/api/index.js';
import { addDays } from '../../../src/domain/plain-date.js';
import { type Bill, type ContractInput, dueMonthly, issueInvoices, shareOf } from '../billing.js';
import { yearOf } from '../days.js';
import type { PayerInput } from '../payer-input.js';

const hennepinTax = 85_250;
const customer = 'halvorsen-brothers';
const guarantor = 'erik-halvorsen';

export const excavationContractor: PayerInput = {
  id: customer,
  name: 'Halvorsen Brothers Excavating & Site Development, LLC',
  contact: { name: 'Dana Halvorsen', email: 'payables@halvorsen-excavating.example' },
  contacts: [{ name: 'Lena Halvorsen', email: 'lena@halvorsen-excavating.example' }],
  emails: 'office@halvorsen-excavating.example; dana@halvorsen-excavating.example',
  accounts: [
    {
      id: 'acct-halvorsen-checking',
      bankName: 'First Prairie Bank',
      routingNumber: '091318471',
      accountNumber: '30058824417',
      type: 'checking',
      holderType: 'business',
      holderName: 'Halvorsen Brothers Excavating & Site Development, LLC',
    },
    {
      id: 'acct-halvorsen-savings',
      bankName: 'Great River Credit Union',
      routingNumber: '291973182',
      accountNumber: '7714020932',
      type: 'savings',
      holderType: 'business',
      holderName: 'Halvorsen Brothers Equipment Holdings, LP',
    },
    {
      id: 'acct-halvorsen-payroll',
      bankName: 'Lakeshore National Bank',
      routingNumber: '091950266',
      accountNumber: '1187207781',
      type: 'checking',
      holderType: 'business',
      holderName: 'Halvorsen Brothers Excavating & Site Development, LLC',
      status: 'unverified',
    },
  ],
};

export const guarantorOfContractor: PayerInput = {
  id: guarantor,
  name: 'Erik J. Halvorsen',
  contact: { name: 'Erik Halvorsen', email: 'erik@halvorsen-excavating.example' },
  accounts: [
    {
      id: 'acct-erik-checking',
      bankName: 'Great River Credit Union',
      routingNumber: '291973182',
      accountNumber: '6620185540',
      type: 'checking',
      holderType: 'consumer',
      holderName: 'Erik J. Halvorsen',
    },
  ],
};

const excavators = (today: PlainDate): ContractInput => {
  const rent = 984_000;
  const dues = dueMonthly(today, { day: 1, missed: 2, upcoming: 16 });
  const rents: Bill[] = dues.map(({ date, number }) => ({
    due: date,
    lines: [{ type: 'rent', description: `Lease payment ${number} of 60`, amount: rent }],
  }));
  const taxes: Bill[] = dues.slice(1, 2).map(({ date }) => ({
    due: date,
    lines: [{ type: 'sales_tax', description: 'Sales tax, Hennepin County, Minnesota', amount: shareOf(rent, hennepinTax) }],
  }));
  const propertyTax: Bill = {
    due: today,
    issued: addDays(today, -31),
    lines: [
      {
        type: 'property_tax',
        description: `Personal property tax ${yearOf(today)}, Hennepin County, assessed on both machines`,
        amount: 312_744,
      },
    ],
  };
  return {
    id: 'contract-48213-002',
    number: '100-0048213-002',
    description: 'Two 36-ton hydraulic excavators, long-reach front, with buckets and quick couplers',
    payers: [customer],
    billingPostalCode: '55369',
    invoices: issueInvoices(today, 0, [...rents, ...taxes, propertyTax]),
  };
};

const trackLoader = (today: PlainDate): ContractInput => {
  const rent = 318_550;
  const bills: Bill[] = dueMonthly(today, { day: 15, missed: 1, upcoming: 9 }).map(({ date, number }) => ({
    due: date,
    lines: [
      { type: 'rent', description: `Lease payment ${number} of 48`, amount: rent },
      { type: 'sales_tax', description: 'Sales tax, Hennepin County, Minnesota', amount: shareOf(rent, hennepinTax) },
      { type: 'insurance', description: 'Equipment insurance', amount: 14_120 },
    ],
  }));
  return {
    id: 'contract-48213-004',
    number: '100-0048213-004',
    description: 'Compact track loader with mulching head and cold planer',
    payers: [customer, guarantor],
    billingPostalCode: '55369',
    invoices: issueInvoices(today, 1, bills),
  };
};

const dozer = (today: PlainDate): ContractInput => {
  const bills: Bill[] = dueMonthly(today, { day: 20, missed: 0, upcoming: 31 }).map(({ date, number }) => ({
    due: date,
    lines: [{ type: 'rent', description: `Lease payment ${number} of 60`, amount: 742_600 }],
  }));
  return {
    id: 'contract-48213-001',
    number: '100-0048213-001',
    description: 'Crawler dozer, 215 hp, with six-way blade and GPS grade control',
    payers: [customer],
    billingPostalCode: '55369',
    invoices: issueInvoices(today, 2, bills),
  };
};

export const excavationContracts = (today: PlainDate): ContractInput[] => [excavators(today), trackLoader(today), dozer(today)];
