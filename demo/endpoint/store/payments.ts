/**
 * Payments as rows and as the API shows them: by key, by id, newest first.
 */
import type { Kysely } from 'kysely';
import type { Payment, PaymentDetail } from '../../../src/api/index.js';
import type { Database, PaymentRow } from './schema.js';

export const toPayment = (row: PaymentRow): Payment => ({
  id: row.id,
  contractId: row.contract_id,
  contractNumber: row.contract_number,
  amount: { value: row.amount_value, currency: row.currency },
  date: row.date,
  expectedDebitDate: row.expected_debit_date,
  status: row.status,
  ...(row.status_reason_code !== null && { statusReason: { code: row.status_reason_code, text: row.status_reason_text ?? '' } }),
  account: { label: row.account_label },
  reference: row.reference,
  cancelable: false,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const toPaymentDetail = (row: PaymentRow): PaymentDetail => ({
  ...toPayment(row),
  authorization: { text: row.authorization_text, locale: row.authorization_locale, acceptedAt: row.authorization_accepted_at },
});

/** Whose key it is: the same key of another payer is another key. */
export interface KeyScope {
  readonly lenderId: string;
  readonly payerId: string;
  readonly key: string;
}

/** In the order of the request's items. */
export const paymentsOf = (db: Kysely<Database>, { lenderId, payerId, key }: KeyScope): Promise<PaymentRow[]> =>
  db
    .selectFrom('payments')
    .selectAll()
    .where('lender_id', '=', lenderId)
    .where('payer_id', '=', payerId)
    .where('key', '=', key)
    .orderBy('position')
    .execute();

export const findPayment = (db: Kysely<Database>, payerId: string, id: string): Promise<PaymentRow | undefined> =>
  db.selectFrom('payments').selectAll().where('id', '=', id).where('payer_id', '=', payerId).executeTakeFirst();

export interface PaymentPosition {
  readonly createdAt: string;
  readonly id: string;
}

/** Newest first. */
export const listPayments = (
  db: Kysely<Database>,
  payerId: string,
  { after, limit }: { readonly after: PaymentPosition | undefined; readonly limit: number },
): Promise<PaymentRow[]> => {
  const query = db
    .selectFrom('payments')
    .selectAll()
    .where('payer_id', '=', payerId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (after === undefined) return query.execute();
  return query.where((where) => where(where.refTuple('created_at', 'id'), '<', where.tuple(after.createdAt, after.id))).execute();
};
