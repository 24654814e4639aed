/** A family farm with loans: principal and interest, one of them paid once a year. */
import type { PlainDate } from '../../../src/api/index.js';
import { addDays } from '../../../src/domain/plain-date.js';
import { type Bill, type ContractInput, dueMonthly, issueInvoices } from '../billing.js';
import { type Loan, splitPayment } from '../loan.js';
import type { PayerInput } from '../payer-input.js';

const id = 'ostrander-farms';

export const familyFarm: PayerInput = {
  id,
  name: 'Ostrander Family Farms, LP',
  contact: { name: 'Ruth Ostrander', email: 'office@ostranderfarms.example' },
  accounts: [
    {
      id: 'acct-ostrander-farm',
      bankName: 'Farmers & Merchants Bank of Decorah',
      routingNumber: '073912659',
      accountNumber: '0203144876',
      type: 'checking',
      holderType: 'business',
      holderName: 'Ostrander Family Farms, LP',
    },
    {
      id: 'acct-ostrander-reserve',
      bankName: 'Farmers & Merchants Bank of Decorah',
      routingNumber: '073912659',
      accountNumber: '0203149961',
      type: 'savings',
      holderType: 'business',
      holderName: 'Ostrander Family Farms, LP',
    },
  ],
};

const combineLoan: Loan = { principal: 61_840_000, ratePerMillion: 68_500, payments: 7, paymentsPerYear: 1 };
const dryerLoan: Loan = { principal: 18_675_000, ratePerMillion: 72_500, payments: 84, paymentsPerYear: 12 };
const tractorLoan: Loan = { principal: 24_390_000, ratePerMillion: 64_900, payments: 60, paymentsPerYear: 12 };

const combine = (today: PlainDate): ContractInput => {
  const lines = splitPayment(combineLoan, 3);
  return {
    id: 'contract-57302-001',
    number: '200-0057302-001',
    description: 'Loan: class 9 combine with 45-foot draper head, paid yearly',
    payers: [id],
    billingPostalCode: '52101',
    invoices: issueInvoices(today, 13, [{ due: addDays(today, 12), issued: addDays(today, -33), lines }]),
  };
};

const dryer = (today: PlainDate): ContractInput => {
  const bills: Bill[] = dueMonthly(today, { day: 12, missed: 1, upcoming: 23 }).map(({ date, number }) => ({
    due: date,
    lines: splitPayment(dryerLoan, number),
  }));
  const fee: Bill = {
    due: addDays(today, -3),
    lines: [{ type: 'service', description: 'Lien release and re-filing, Winneshiek County', amount: 8_500 }],
    hasDocument: false,
  };
  return {
    id: 'contract-57302-002',
    number: '200-0057302-002',
    description: 'Loan: continuous-flow grain dryer and two 60,000-bushel bins',
    payers: [id],
    billingPostalCode: '52101',
    invoices: issueInvoices(today, 14, [...bills, fee]),
  };
};

const tractor = (today: PlainDate): ContractInput => {
  const bills: Bill[] = dueMonthly(today, { day: 25, missed: 0, upcoming: 11 }).map(({ date, number }) => ({
    due: date,
    lines: splitPayment(tractorLoan, number),
  }));
  return {
    id: 'contract-57302-003',
    number: '200-0057302-003',
    description: 'Loan: 370 hp row-crop tractor with front linkage',
    payers: [id],
    billingPostalCode: '52101',
    invoices: issueInvoices(today, 15, bills),
  };
};

export const farmContracts = (today: PlainDate): ContractInput[] => [dryer(today), combine(today), tractor(today)];
