/**
 * What of a contract can be paid: what remains beside payments in flight, and the amounts to offer.
 * Never says where money goes: the lender's own rules do.
 */
import type { Contract, Limits, Money, Session } from '../api/index.js';
import { add, atLeastZero, isKnownCurrency, isPositive, subtract, zero } from './money.js';
import type { AmountChoice } from './payment.js';

/** Sum of what is under way on the contract, from any channel. */
export const inFlight = (contract: Contract): Money =>
  contract.inFlight
    .filter((payment) => payment.amount.currency === contract.currency)
    .reduce((sum, payment) => add(sum, payment.amount), zero(contract.currency));

/** What is left of a sum when the payments in flight have been posted; they take the oldest first. */
const afterInFlight = (contract: Contract, sum: Money): Money => atLeastZero(subtract(sum, inFlight(contract)));

export interface Remaining {
  readonly pastDue: Money;
  readonly due: Money;
  readonly open: Money;
}

export const remaining = (contract: Contract): Remaining => ({
  pastDue: afterInFlight(contract, contract.totals.pastDue),
  due: afterInFlight(contract, contract.totals.due),
  open: afterInFlight(contract, contract.totals.open),
});

/** A limit of the lender's that counts in this currency. */
const limitIn = (limit: Limits['min'], currency: string): Money | undefined => (limit?.currency === currency ? limit : undefined);

export interface AmountBounds {
  /** Smallest amount that may be paid. The whole open amount may be paid even below it. */
  readonly min: Money;
  /** Largest amount; undefined where only the bank's own limit holds. */
  readonly max?: Money;
}

export const amountBounds = (contract: Contract, session: Session): AmountBounds => {
  const left = remaining(contract);
  const one: Money = { value: 1, currency: contract.currency };
  const lowest = limitIn(session.limits.min, contract.currency) ?? one;
  const leastDue = session.features.partial ? lowest : left.due.value > lowest.value ? left.due : lowest;
  const most = limitIn(session.limits.max, contract.currency);
  if (session.features.overpay) return most ? { min: leastDue, max: most } : { min: leastDue };
  const max = most && most.value < left.open.value ? most : left.open;
  return { min: leastDue.value > left.open.value ? left.open : leastDue, max };
};

/** Whether an amount may be paid on the contract, money rules only. */
export const isAllowedAmount = (contract: Contract, session: Session, amount: Money): boolean => {
  const { min, max } = amountBounds(contract, session);
  if (!isPositive(amount) || (max && amount.value > max.value)) return false;
  return amount.value >= min.value || amount.value === remaining(contract).open.value;
};

export interface Preset {
  readonly choice: Exclude<AmountChoice, 'other'>;
  readonly amount: Money;
}

/** The amounts to offer: those that exist and are allowed. */
export const presets = (contract: Contract, session: Session): Preset[] => {
  const left = remaining(contract);
  const all: Preset[] = [
    { choice: 'pastDue', amount: left.pastDue },
    { choice: 'due', amount: left.due },
    { choice: 'open', amount: left.open },
  ];
  return all.filter(({ amount }) => isAllowedAmount(contract, session, amount));
};

/** *Other amount* is offered where there is more than one amount to choose from. */
export const isOtherAllowed = (contract: Contract, session: Session): boolean => {
  const { min, max } = amountBounds(contract, session);
  return max === undefined || min.value < max.value;
};

/** What is due now where anything is, else everything that is open. */
export const sensibleChoice = (contract: Contract, session: Session): AmountChoice => {
  const offered = presets(contract, session).map(({ choice }) => choice);
  return offered.includes('due') ? 'due' : offered.includes('open') ? 'open' : (offered[0] ?? 'other');
};

/** Whether the contract can be paid here and now; the reasons why not are the contract's and the session's own. */
export const canPay = (contract: Contract, session: Session): boolean =>
  contract.payable &&
  contract.problem === undefined &&
  contract.status !== 'closed' &&
  session.features.payments &&
  session.bankAccounts !== 'none' &&
  isKnownCurrency(contract.currency) &&
  (presets(contract, session).length > 0 || isOtherAllowed(contract, session));
