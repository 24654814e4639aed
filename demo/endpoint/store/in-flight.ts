/**
 * What is under way on contracts, from every payer and every channel. A payment leaves only when `open` has fallen by it, or when it is
 * canceled, returned or failed.
 */
import { sql, type Kysely } from 'kysely';
import type { InFlight } from '../../../src/api/index.js';
import type { ContractRow, Database } from './schema.js';

export const inFlightStatuses = ['pending', 'scheduled', 'pending_cancel'] as const;

/** One question for both channels. What comes from elsewhere has no payer. */
export const underWayOn = (db: Kysely<Database>, contractIds: readonly string[]) =>
  db
    .selectFrom('payments')
    .select(['id', sql<string | null>`payer_id`.as('payer_id'), 'contract_id', 'amount_value', 'date', 'status'])
    .where('contract_id', 'in', [...contractIds])
    .where('status', 'in', [...inFlightStatuses])
    .unionAll(
      db
        .selectFrom('elsewhere_in_flight')
        .select(['id', sql<string | null>`null`.as('payer_id'), 'contract_id', 'amount_value', 'date', 'status'])
        .where('contract_id', 'in', [...contractIds])
        .where('status', 'in', [...inFlightStatuses]),
    );

/** A payment under way, from whatever channel. */
export interface UnderWay {
  readonly id: string;
  readonly payer_id: string | null;
  readonly contract_id: string;
  readonly amount_value: number;
  readonly date: string;
  readonly status: string;
}

const isBefore = (a: UnderWay, b: UnderWay): boolean => {
  if ((a.payer_id === null) !== (b.payer_id === null)) return b.payer_id === null;
  return a.date < b.date || (a.date === b.date && a.id < b.id);
};

/** Payments made here first; oldest date first in each. */
const inOrder = (a: UnderWay, b: UnderWay): number => (isBefore(a, b) ? -1 : 1);

type OnContract = Pick<ContractRow, 'id' | 'currency'>;

/** By contract id, oldest date first. `paymentId` stands only on the payer's own. */
export const byContract = (payerId: string, contracts: readonly OnContract[], underWay: readonly UnderWay[]): Map<string, InFlight[]> => {
  const found = new Map<string, InFlight[]>(contracts.map(({ id }) => [id, []]));
  const currencies = new Map(contracts.map(({ id, currency }) => [id, currency]));
  for (const { id, payer_id: owner, contract_id: contractId, amount_value: value, date, status } of [...underWay].sort(inOrder)) {
    const amount = { value, currency: currencies.get(contractId) ?? '' };
    found.get(contractId)?.push({ ...(owner === payerId && { paymentId: id }), amount, date, status });
  }
  return found;
};

export const readInFlight = async (
  db: Kysely<Database>,
  payerId: string,
  contracts: readonly OnContract[],
): Promise<Map<string, InFlight[]>> => {
  const ids = contracts.map(({ id }) => id);
  return byContract(payerId, contracts, ids.length === 0 ? [] : await underWayOn(db, ids).execute());
};

export const sumInFlight = (payments: readonly InFlight[]): number => payments.reduce((sum, { amount }) => sum + amount.value, 0);
