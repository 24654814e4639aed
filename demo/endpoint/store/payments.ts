/**
 * Payments as rows and as the API shows them: by key, by id, newest first.
 */
import type { Kysely } from 'kysely';
import type { Payment, PaymentDetail } from '../../../src/api/index.js';
import { isCancelable, type CancelSettings } from '../cancelable.js';
import type { AlternateEftRow, Database, PaymentRow } from './schema.js';

/** A payment and whether a batch holds its record. */
export type RecordedPayment = PaymentRow & Pick<AlternateEftRow, 'batch_id'>;

export interface PaymentView {
  readonly settings: CancelSettings;
  readonly now: Date;
}

export const toPayment = (row: RecordedPayment, { settings, now }: PaymentView): Payment => ({
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
  cancelable: isCancelable(row, settings, now),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const toPaymentDetail = (row: RecordedPayment, view: PaymentView): PaymentDetail => ({
  ...toPayment(row, view),
  authorization: { text: row.authorization_text, locale: row.authorization_locale, acceptedAt: row.authorization_accepted_at },
});

const selectPayments = (db: Kysely<Database>) =>
  db
    .selectFrom('payments')
    .innerJoin('alternate_efts', 'alternate_efts.payment_id', 'payments.id')
    .selectAll('payments')
    .select('alternate_efts.batch_id');

/** Whose key it is: the same key of another payer is another key. */
export interface KeyScope {
  readonly lenderId: string;
  readonly payerId: string;
  readonly key: string;
}

/** In the order of the request's items. */
export const paymentsOf = (db: Kysely<Database>, { lenderId, payerId, key }: KeyScope): Promise<RecordedPayment[]> =>
  selectPayments(db)
    .where('payments.lender_id', '=', lenderId)
    .where('payments.payer_id', '=', payerId)
    .where('payments.key', '=', key)
    .orderBy('payments.position')
    .execute();

export const findPayment = (db: Kysely<Database>, payerId: string, id: string): Promise<RecordedPayment | undefined> =>
  selectPayments(db).where('payments.id', '=', id).where('payments.payer_id', '=', payerId).executeTakeFirst();

export interface PaymentPosition {
  readonly createdAt: string;
  readonly id: string;
}

/** Newest first. */
export const listPayments = (
  db: Kysely<Database>,
  payerId: string,
  { after, limit }: { readonly after: PaymentPosition | undefined; readonly limit: number },
): Promise<RecordedPayment[]> => {
  const query = selectPayments(db)
    .where('payments.payer_id', '=', payerId)
    .orderBy('payments.created_at', 'desc')
    .orderBy('payments.id', 'desc')
    .limit(limit);
  if (after === undefined) return query.execute();
  return query
    .where((where) => where(where.refTuple('payments.created_at', 'payments.id'), '<', where.tuple(after.createdAt, after.id)))
    .execute();
};
