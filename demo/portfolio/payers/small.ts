/** A sole proprietor who pays from a personal account and is current, and a new customer whose first contract isn't booked yet. */
import type { PlainDate } from '../../../src/api/index.js';
import { type Bill, type ContractInput, dueMonthly, issueInvoices, shareOf } from '../billing.js';
import type { PayerInput } from '../payer-input.js';

const id = 'marisol-ortega';

export const soleProprietor: PayerInput = {
  id,
  name: 'Marisol Ortega, doing business as Ortega Tree Care',
  contact: { name: 'Marisol Ortega', email: 'marisol@ortegatreecare.example' },
  accounts: [
    {
      id: 'acct-ortega-personal',
      bankName: 'Sandia Community Credit Union',
      routingNumber: '273971542',
      accountNumber: '90024471',
      type: 'checking',
      holderType: 'consumer',
      holderName: 'Marisol Ortega',
    },
  ],
};

export const newCustomer: PayerInput = {
  id: 'juniper-dental',
  name: 'Juniper Ridge Dental Studio, PLLC',
  contact: { name: 'Sam Okafor', email: 'front.desk@juniperridgedental.example' },
  accounts: [],
};

export const soleProprietorContracts = (today: PlainDate): ContractInput[] => {
  const rent = 48_675;
  const bills: Bill[] = dueMonthly(today, { day: 28, missed: 0, upcoming: 5 }).map(({ date, number }) => ({
    due: date,
    lines: [
      { type: 'rent', description: `Lease payment ${number} of 36`, amount: rent },
      { type: 'sales_tax', description: 'Gross receipts tax, Albuquerque', amount: shareOf(rent, 76_250) },
    ],
  }));
  return [
    {
      id: 'contract-63381-001',
      number: '100-0063381-001',
      description: 'Wood chipper, 12-inch, towable',
      payers: [id],
      billingPostalCode: '87104',
      invoices: issueInvoices(today, 17, bills),
    },
  ];
};
