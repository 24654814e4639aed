/** Finds what can be paid with the least money: contracts by turns, the smallest amounts allowed, a usable account. Must not know a rule. */
import {
  PaymentResult,
  type BankAccount,
  type Contract,
  type Money,
  type Payment,
  type PaymentRequest,
  type Preview,
  type PreviewRequest,
  type Session,
} from '../api/index.js';
import type { Exchange } from './exchange.js';
import type { Outside } from './outside.js';
import { readForm, type Payer } from './payer.js';
import { CannotGoOn, NoOccasion } from './stop.js';

const locale = 'en-US';

export const sumInFlight = ({ inFlight }: Contract): number => inFlight.reduce((sum, { amount }) => sum + amount.value, 0);

export const limitIn = (limit: Money | undefined, currency: string): number | undefined =>
  limit?.currency === currency ? limit.value : undefined;

/** What is open on a contract and not under way yet. */
export const leftOn = (contract: Contract): number => contract.totals.open.value - sumInFlight(contract);

/** What is due on it and not under way yet. A credit that isn't due yet may leave less to pay. */
export const dueOn = (contract: Contract): number => contract.totals.due.value - sumInFlight(contract);

/** Undefined where nothing can be paid on it now. */
export const smallestAmount = (contract: Contract, { features, limits }: Session): number | undefined => {
  const { currency } = contract;
  if (!contract.payable) return undefined;
  const left = leftOn(contract);
  const floor = Math.max(1, limitIn(limits.min, currency) ?? 1, features.partial ? 1 : dueOn(contract));
  const most = limitIn(limits.max, currency) ?? Infinity;
  // All that is open is enough, whatever is due.
  const amount = floor <= left || (features.overpay && floor <= most) ? floor : left;
  return amount >= 1 && amount <= most ? amount : undefined;
};

export interface Prepared {
  readonly request: PaymentRequest;
  readonly preview: Preview;
}

export interface Paid extends Prepared {
  readonly payments: readonly Payment[];
  readonly exchange: Exchange;
}

export class Purse {
  readonly #payer: Payer;
  readonly #outside: Outside;
  /** How often each contract was chosen: the least used comes next. */
  readonly #turns = new Map<string, number>();
  #ids: Promise<readonly string[]> | undefined;
  #account: Promise<BankAccount> | undefined;

  constructor(payer: Payer, outside: Outside) {
    this.#payer = payer;
    this.#outside = outside;
  }

  account(): Promise<BankAccount> {
    this.#account ??= this.#findAccount();
    return this.#account;
  }

  async #findAccount(): Promise<BankAccount> {
    const { features, bankAccounts } = await this.#payer.session();
    if (!features.payments) throw new NoOccasion('payments are off');
    if (bankAccounts === 'none') throw new NoOccasion('the lender keeps no bank accounts');
    const { items } = await this.#payer.bankAccounts();
    const account = items.find(({ status }) => status === 'usable');
    if (account === undefined) throw new NoOccasion(`${this.#payer.name} has no usable bank account`);
    return account;
  }

  async #findIds(): Promise<readonly string[]> {
    const account = await this.account();
    const session = await this.#payer.session();
    const { items } = await this.#payer.contracts();
    // Where less is open than may be paid otherwise, it is left to the check of that.
    const least = limitIn(session.limits.min, account.currency) ?? 1;
    return items
      .filter(({ currency, totals }) => currency === account.currency && totals.open.value >= least)
      .filter((contract) => smallestAmount(contract, session) !== undefined)
      .sort((a, b) => b.totals.open.value - a.totals.open.value)
      .map(({ id }) => id);
  }

  /** As they are now. Several in one payment only where that is offered. */
  async contracts(count = 1): Promise<readonly Contract[]> {
    const session = await this.#payer.session();
    if (count > 1 && (!session.features.payAll || session.limits.maxItems < count)) {
      throw new NoOccasion('the lender does not offer to pay several contracts at once');
    }
    this.#ids ??= this.#findIds();
    const ids = [...(await this.#ids)].sort((a, b) => (this.#turns.get(a) ?? 0) - (this.#turns.get(b) ?? 0));
    const found: Contract[] = [];
    for (const id of ids) {
      if (found.length === count) break;
      const contract = await this.#payer.contract(id);
      if (smallestAmount(contract, session) === undefined) continue;
      this.#turns.set(id, (this.#turns.get(id) ?? 0) + 1);
      found.push(contract);
    }
    if (found.length < count) throw new NoOccasion(`${this.#payer.name} has fewer than ${count} contracts that can be paid now`);
    return found;
  }

  /** What to pay for these contracts, or for the next ones: each the smallest amount, on the earliest date. */
  async plan(chosen: number | readonly Contract[] = 1): Promise<PreviewRequest> {
    const session = await this.#payer.session();
    const contracts = typeof chosen === 'number' ? await this.contracts(chosen) : chosen;
    const items = contracts.map((contract) => ({
      contractId: contract.id,
      contractVersion: contract.version,
      amount: { value: smallestAmount(contract, session) ?? 1, currency: contract.currency },
    }));
    return { items, date: session.calendar.earliestDate, accountId: (await this.account()).id, locale };
  }

  async prepare(chosen: number | readonly Contract[] | PreviewRequest = 1): Promise<Prepared> {
    const plan = typeof chosen === 'object' && 'items' in chosen ? chosen : await this.plan(chosen);
    return this.#payer.prepare(plan, this.#outside.newKey(), this.#outside.now().toISOString());
  }

  async pay(chosen: number | readonly Contract[] | PreviewRequest = 1): Promise<Paid> {
    const prepared = await this.prepare(chosen);
    const exchange = await this.#payer.pay(prepared.request);
    if (exchange.answer.status !== 201) throw new CannotGoOn(`POST /payments answered ${exchange.answer.status}`);
    return { ...prepared, payments: readForm(exchange, PaymentResult).payments, exchange };
  }
}
