/**
 * What is under way on contracts, from every payer and every channel. A payment leaves only when `open` has fallen by it, or when it is
 * canceled, returned or failed.
 */
import type { Kysely } from 'kysely';
import type { InFlight } from '../../../src/api/index.js';
import type { Database } from './schema.js';

export const inFlightStatuses = ['pending', 'scheduled', 'pending_cancel'] as const;

/** By contract id, oldest date first. `paymentId` stands only on the payer's own. */
export const readInFlight = async (
  db: Kysely<Database>,
  payerId: string,
  contracts: readonly { readonly id: string; readonly currency: string }[],
): Promise<Map<string, InFlight[]>> => {
  const found = new Map<string, InFlight[]>(contracts.map(({ id }) => [id, []]));
  if (contracts.length === 0) return found;
  const ids = contracts.map(({ id }) => id);
  const currencies = new Map(contracts.map(({ id, currency }) => [id, currency]));
  const own = await db
    .selectFrom('payments')
    .select(['id', 'payer_id', 'contract_id', 'amount_value', 'date', 'status'])
    .where('contract_id', 'in', ids)
    .where('status', 'in', [...inFlightStatuses])
    .orderBy('date')
    .orderBy('id')
    .execute();
  for (const payment of own) {
    found.get(payment.contract_id)?.push({
      ...(payment.payer_id === payerId && { paymentId: payment.id }),
      amount: { value: payment.amount_value, currency: currencies.get(payment.contract_id) ?? '' },
      date: payment.date,
      status: payment.status,
    });
  }
  const elsewhere = await db
    .selectFrom('elsewhere_in_flight')
    .select(['contract_id', 'amount_value', 'date', 'status'])
    .where('contract_id', 'in', ids)
    .where('status', 'in', [...inFlightStatuses])
    .orderBy('date')
    .orderBy('id')
    .execute();
  for (const { contract_id: contractId, amount_value: value, date, status } of elsewhere) {
    found.get(contractId)?.push({ amount: { value, currency: currencies.get(contractId) ?? '' }, date, status });
  }
  return found;
};

export const sumInFlight = (payments: readonly InFlight[]): number => payments.reduce((sum, { amount }) => sum + amount.value, 0);
