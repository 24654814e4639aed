/** A heart practice: one contract current with a credit on it, one that has nothing open, one that can't be paid here. */
import type { PlainDate } from '../../../src/api/index.js';
import { addDays } from '../../../src/domain/plain-date.js';
import { type Bill, type ContractInput, dueMonthly, issueInvoices, shareOf } from '../billing.js';
import { monthAndYear } from '../days.js';
import type { PayerInput } from '../payer-input.js';

const saintPaulTax = 98_750;
const id = 'cedar-valley';

export const medicalPractice: PayerInput = {
  id,
  name: 'Cedar Valley Heart & Vascular Associates, P.A.',
  contact: { name: 'Priya Raman', email: 'ap@cedarvalleyheart.example' },
  accounts: [
    {
      id: 'acct-cedar-operating',
      bankName: 'Capitol City Bank',
      routingNumber: '091217336',
      accountNumber: '004410027735',
      type: 'checking',
      holderType: 'business',
      holderName: 'Cedar Valley Heart & Vascular Associates, P.A.',
    },
  ],
};

const ultrasound = (today: PlainDate): ContractInput => {
  const rent = 641_250;
  const dues = dueMonthly(today, { day: 1, missed: 0, upcoming: 8 });
  const bills: Bill[] = dues.map(({ date, number }, index) => ({
    due: date,
    lines: [
      { type: 'rent', description: `Lease payment ${number} of 48`, amount: rent },
      { type: 'sales_tax', description: 'Sales tax, Saint Paul, Minnesota', amount: shareOf(rent, saintPaulTax) },
      ...(index === dues.length - 1
        ? [
            { type: 'service', description: `Service plan, ${monthAndYear(date)}`, amount: 118_000 },
            { type: 'credit', description: 'Credit, sales tax collected in error', amount: -21_460 },
          ]
        : []),
    ],
  }));
  return {
    id: 'contract-51877-001',
    number: '100-0051877-001',
    description: 'Four point-of-care ultrasound systems with cardiac and vascular transducers, five-year service plan',
    payers: [id],
    billingPostalCode: '55102',
    invoices: issueInvoices(today, 4, bills),
  };
};

const angiography = (today: PlainDate): ContractInput => {
  const invoices = issueInvoices(today, 5, [
    {
      due: addDays(today, 6),
      lines: [{ type: 'rent', description: 'Lease payment 21 of 72', amount: 1_856_300 }],
    },
    {
      due: addDays(today, -9),
      lines: [{ type: 'service', description: 'X-ray tube replacement, labor and parts not under the service plan', amount: 2_914_785 }],
    },
  ]);
  return {
    id: 'contract-51877-002',
    number: '100-0051877-002',
    description: 'Angiography suite with biplane imaging and hemodynamic monitoring',
    payers: [id],
    billingPostalCode: '55102',
    invoices,
  };
};

const mobileMri: ContractInput = {
  id: 'contract-52240-001',
  number: '100-0052240-001',
  description: 'MRI system, 3 tesla, mobile unit',
  payers: [id],
  billingPostalCode: '55102',
  invoices: [],
};

const stressTest = (today: PlainDate): ContractInput => {
  const lines = [{ type: 'settlement', description: 'Settlement balance', amount: 1_847_512 }];
  return {
    id: 'contract-27718-003',
    number: '100-0027718-003',
    description: 'Two cardiac stress test systems with treadmills',
    payers: [id],
    billingPostalCode: '55102',
    notPayableReason: 'It is in settlement. Call Northline customer service at 1-800-555-0142.',
    invoices: issueInvoices(today, 6, [{ due: addDays(today, -97), lines }]),
  };
};

export const medicalContracts = (today: PlainDate): ContractInput[] => [
  ultrasound(today),
  angiography(today),
  mobileMri,
  stressTest(today),
];
