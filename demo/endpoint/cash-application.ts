/**
 * How a lender would apply a payment to a contract's open charges, by the four methods of the field. Pure: knows no database and no clock.
 */
import type { PlainDate } from '../../src/api/index.js';
import { addDays } from '../../src/domain/plain-date.js';

export const cashApplicationMethods = [
  'balance_forward',
  'balance_forward_pro_rated',
  'priority_post',
  'priority_post_oldest_due_by',
] as const;
export type CashApplicationMethod = (typeof cashApplicationMethods)[number];

export interface CashApplicationSettings {
  readonly method: CashApplicationMethod;
  /** Only invoices due within so many days take cash, the day of posting being day 1; undefined: no window. */
  readonly windowDays: number | undefined;
  /** Charge types, first priority first; what isn't named comes last. */
  readonly priority: readonly string[];
  /** Charge type → the type whose priority it takes, and with which it shares pro rata. */
  readonly groups: Readonly<Record<string, string>>;
}

export interface OpenCharge {
  readonly invoiceId: string;
  readonly chargeId: string;
  readonly type: string;
  readonly dueDate: PlainDate;
  /** Place on its invoice: of two equal claims the earlier charge gets the odd cent. */
  readonly position: number;
  /** Minor units. A credit (negative) takes no cash. */
  readonly open: number;
}

export interface IncomingPayment {
  /** Minor units, positive. */
  readonly amount: number;
  readonly postedOn: PlainDate;
}

export interface Application {
  /** In the order the charges were covered; only what got something. */
  readonly applied: readonly { readonly charge: OpenCharge; readonly amount: number }[];
  readonly unapplied: number;
}

/** Charges of one invoice that are covered together: all of them, or each its share. */
interface Share {
  readonly invoiceId: string;
  readonly charges: readonly OpenCharge[];
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byAge = (a: OpenCharge, b: OpenCharge): number =>
  compareText(a.dueDate, b.dueDate) ||
  compareText(a.invoiceId, b.invoiceId) ||
  a.position - b.position ||
  compareText(a.chargeId, b.chargeId);

const groupBy = <Key>(charges: readonly OpenCharge[], keyOf: (charge: OpenCharge) => Key): Map<Key, OpenCharge[]> => {
  const groups = new Map<Key, OpenCharge[]>();
  for (const charge of charges) {
    const group = groups.get(keyOf(charge));
    if (group) group.push(charge);
    else groups.set(keyOf(charge), [charge]);
  }
  return groups;
};

const rankOf = ({ priority, groups }: CashApplicationSettings, { type }: OpenCharge): number => {
  const place = priority.indexOf(Object.hasOwn(groups, type) ? (groups[type] ?? type) : type);
  return place < 0 ? priority.length : place;
};

/** The charges of one invoice, or of all, by rank: first priority first. */
const byRank = (charges: readonly OpenCharge[], settings: CashApplicationSettings): OpenCharge[][] =>
  [...groupBy(charges, (charge) => rankOf(settings, charge))].sort(([a], [b]) => a - b).map(([, group]) => group);

const byInvoice = (charges: readonly OpenCharge[]): Share[] =>
  [...groupBy(charges, ({ invoiceId }) => invoiceId)].map(([invoiceId, group]) => ({ invoiceId, charges: group }));

/** The nth oldest of each rank in turn, then the next of each. */
const inTurn = (ranks: readonly Share[][]): Share[] => {
  const rounds = Math.max(0, ...ranks.map((invoices) => invoices.length));
  return Array.from({ length: rounds }, (_, round) => ranks.flatMap((invoices) => invoices.slice(round, round + 1))).flat();
};

/** Which charges are covered one after another; `charges` are oldest first. */
const orderShares = (charges: readonly OpenCharge[], settings: CashApplicationSettings): Share[] => {
  switch (settings.method) {
    case 'balance_forward':
      return byInvoice(charges).flatMap((invoice) => byRank(invoice.charges, settings).flatMap(byInvoice));
    case 'balance_forward_pro_rated':
      return byInvoice(charges);
    case 'priority_post':
      return byRank(charges, settings).flatMap(byInvoice);
    case 'priority_post_oldest_due_by':
      return inTurn(byRank(charges, settings).map(byInvoice));
  }
};

/** To the cent: whole shares first, then the odd cents by largest remainder, ties to the earlier charge. Integers of any size. */
export const splitProRata = (amount: number, weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => 0);
  const exact = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, share: Number(product / total), remainder: product % total };
  });
  const odd = amount - exact.reduce((sum, { share }) => sum + share, 0);
  // Sorting is stable: of equal remainders the earlier charge's stays first.
  const luckyFirst = [...exact].sort((a, b) => Number(b.remainder - a.remainder));
  const lucky = new Set(luckyFirst.slice(0, odd).map(({ index }) => index));
  return exact.map(({ index, share }) => share + (lucky.has(index) ? 1 : 0));
};

const isInWindow = ({ dueDate }: OpenCharge, postedOn: PlainDate, windowDays: number | undefined): boolean =>
  windowDays === undefined || dueDate <= addDays(postedOn, windowDays - 1);

/** What the invoices may take in all: a credit lowers it, so that no payment makes an invoice owe the payer. */
const roomByInvoice = (charges: readonly OpenCharge[]): Map<string, number> => {
  const room = new Map<string, number>();
  for (const { invoiceId, open } of charges) room.set(invoiceId, (room.get(invoiceId) ?? 0) + open);
  return room;
};

const sumOpen = (charges: readonly OpenCharge[]): number => charges.reduce((sum, { open }) => sum + open, 0);

export const applyPayment = (
  charges: readonly OpenCharge[],
  { amount, postedOn }: IncomingPayment,
  settings: CashApplicationSettings,
): Application => {
  const room = roomByInvoice(charges);
  const eligible = charges.filter((charge) => charge.open > 0 && isInWindow(charge, postedOn, settings.windowDays)).sort(byAge);
  const applied: { charge: OpenCharge; amount: number }[] = [];
  let left = amount;
  for (const { invoiceId, charges: covered } of orderShares(eligible, settings)) {
    const mayTake = Math.max(0, room.get(invoiceId) ?? 0);
    const given = Math.min(left, mayTake, sumOpen(covered));
    if (given === 0) continue;
    const parts = splitProRata(
      given,
      covered.map(({ open }) => open),
    );
    covered.forEach((charge, index) => {
      const part = parts[index] ?? 0;
      if (part > 0) applied.push({ charge, amount: part });
    });
    room.set(invoiceId, mayTake - given);
    left -= given;
  }
  return { applied, unapplied: left };
};

/** What is still open of each charge once these payments have been applied, one after another. */
export const chargesAfter = (
  charges: readonly OpenCharge[],
  payments: readonly IncomingPayment[],
  settings: CashApplicationSettings,
): readonly OpenCharge[] =>
  payments.reduce<readonly OpenCharge[]>((current, payment) => {
    const taken = new Map(applyPayment(current, payment, settings).applied.map(({ charge, amount }) => [charge, amount]));
    return current.map((charge) => ({ ...charge, open: charge.open - (taken.get(charge) ?? 0) }));
  }, charges);
