/**
 * Level-payment loans: how one payment splits into principal and interest.
 * Works in whole minor units and rounds interest once a period, as a servicer does.
 */
import type { Line } from './billing.js';

export interface Loan {
  principal: number;
  /** Yearly rate in millionths: 68,500 is 6.85 %. */
  ratePerMillion: number;
  payments: number;
  paymentsPerYear: number;
}

/** The level payment that repays the loan; the last one takes up the rounding. */
export const levelPayment = (loan: Loan): number => {
  const rate = loan.ratePerMillion / 1_000_000 / loan.paymentsPerYear;
  return Math.round((loan.principal * rate) / (1 - (1 + rate) ** -loan.payments));
};

/** Principal and interest of payment `number`, counted from 1. */
export const splitPayment = (loan: Loan, number: number): Line[] => {
  const payment = levelPayment(loan);
  let balance = loan.principal;
  let interest = 0;
  for (let n = 1; n <= number; n += 1) {
    if (n > 1) balance -= payment - interest;
    interest = Math.round((balance * loan.ratePerMillion) / 1_000_000 / loan.paymentsPerYear);
  }
  const principal = number === loan.payments ? balance : payment - interest;
  const words = `payment ${number} of ${loan.payments}`;
  return [
    { type: 'principal', description: `Principal, ${words}`, amount: principal },
    { type: 'interest', description: `Interest, ${words}`, amount: interest },
  ];
};
