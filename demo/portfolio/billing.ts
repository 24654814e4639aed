/**
 * Turns what a contract bills into invoices: numbers, issue dates, charges, late fees.
 * Knows nothing of any particular contract, and nothing of how payments are applied.
 */
import type { PlainDate } from '../../src/api/index.js';
import { addDays } from '../../src/domain/plain-date.js';
import type { PortfolioInput } from '../endpoint/portfolio.js';
import { dayInMonth, dayOfYear, earlier, yearOf } from './days.js';

export type ContractInput = PortfolioInput['contracts'][number];
type InvoiceInput = NonNullable<ContractInput['invoices']>[number];

/** One line of an invoice, in minor units. `open` is given where a part was paid already. */
export interface Line {
  type: string;
  description: string;
  amount: number;
  open?: number;
}

export interface Bill {
  due: PlainDate;
  lines: readonly Line[];
  /** Left out: 25 days before the due date, or today where that is still to come. */
  issued?: PlainDate;
  /** Notices and fees have no document of their own. */
  hasDocument?: boolean;
}

/** `number` counts from the contract's start; the next one due after today has the number the schedule was given. */
export interface Due {
  date: PlainDate;
  number: number;
}

/**
 * The due dates still unpaid on a monthly schedule: the last `missed` before today, one that falls on today, and the next one.
 * `upcoming` is the number of that next payment.
 */
export const dueMonthly = (today: PlainDate, schedule: { day: number; missed: number; upcoming: number }): Due[] => {
  const dates: PlainDate[] = [];
  for (let month = -schedule.missed - 1; month <= 1; month += 1) dates.push(dayInMonth(today, month, schedule.day));
  const next = dates.find((date) => date > today);
  const past = dates.filter((date) => date < today).slice(dates.filter((date) => date < today).length - schedule.missed);
  const unpaid = [...past, ...dates.filter((date) => date === today), ...(next === undefined ? [] : [next])];
  return unpaid.map((date, index) => ({ date, number: schedule.upcoming - (unpaid.length - 1 - index) }));
};

/** A share of an amount, such as sales tax, in whole minor units. `perMillion` keeps the rate an integer: 85,250 is 8.525 %. */
export const shareOf = (amount: number, perMillion: number): number => Math.round((amount * perMillion) / 1_000_000);

/** Charged on a payment that is still unpaid ten days after it was due, and due five days later. */
export const lateFeeShare = 50_000;
const graceDays = 10;
const feeDueDays = 15;

/** Numbers rise with the day of issue; `slot` (0 to 31) sets the contracts billed on one day apart. */
export const invoiceNumber = (issued: PlainDate, slot: number, index: number): string => {
  const serial = dayOfYear(issued) * 328 + slot * 10 + index;
  return `INV-${yearOf(issued)}-${String(serial).padStart(6, '0')}`;
};

const makeInvoice = (bill: Bill, issued: PlainDate, number: string): InvoiceInput => {
  const id = number.toLowerCase();
  const charges = bill.lines.map((line, index) => ({ id: `${id}-${index + 1}`, ...line }));
  const documentUrl = bill.hasDocument === false ? {} : { documentUrl: `/documents/${number}` };
  return { id, number, issueDate: issued, dueDate: bill.due, charges, ...documentUrl };
};

/** The fee for one late payment; undefined while the days of grace run, or where nothing in it earns one. */
const lateFeeFor = (bill: Bill, number: string, today: PlainDate): Bill | undefined => {
  const issued = addDays(bill.due, graceDays);
  const late = bill.lines.filter((line) => line.type === 'rent').reduce((sum, line) => sum + (line.open ?? line.amount), 0);
  if (late === 0 || issued > today) return undefined;
  const fee: Line = { type: 'late_fee', description: `Late fee on ${number}`, amount: shareOf(late, lateFeeShare) };
  return { due: addDays(bill.due, feeDueDays), issued, lines: [fee], hasDocument: false };
};

/** Invoices for the bills, oldest due date first, with the late fees they have earned by today. */
export const issueInvoices = (today: PlainDate, slot: number, bills: readonly Bill[]): InvoiceInput[] => {
  const issuedOn = new Map<PlainDate, number>();
  const issue = (bill: Bill): InvoiceInput => {
    const issued = bill.issued ?? earlier(addDays(bill.due, -25), today);
    const index = issuedOn.get(issued) ?? 0;
    issuedOn.set(issued, index + 1);
    return makeInvoice(bill, issued, invoiceNumber(issued, slot, index));
  };
  const invoices = bills.flatMap((bill) => {
    const invoice = issue(bill);
    const fee = lateFeeFor(bill, invoice.number, today);
    return fee ? [invoice, issue(fee)] : [invoice];
  });
  return invoices.sort((a, b) => (a.dueDate === b.dueDate ? (a.number < b.number ? -1 : 1) : a.dueDate < b.dueDate ? -1 : 1));
};
