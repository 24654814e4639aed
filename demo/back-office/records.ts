/**
 * Alternate EFT records as the back office lists them: read from the endpoint's store, never written here.
 * A record has no invoice on it, so neither has anything here.
 */
import type { Kysely, SelectQueryBuilder } from 'kysely';
import { returnCodes } from '../endpoint/eft/return-codes.js';
import { moneyText } from '../endpoint/money-text.js';
import type { Database } from '../endpoint/store/schema.js';
import { en } from '../endpoint/words/en.js';

export interface RecordRow {
  id: string;
  reference: string;
  contractNumber: string;
  payerName: string;
  /** Formatted for reading, such as `$9,840.00`. */
  amount: string;
  dueDate: string;
  secCode: string;
  accountReference: string;
  accountLast4: string;
  payments: number;
  paymentsProcessed: number;
  status: string;
  createdAt: string;
}

export interface RecordPage {
  items: RecordRow[];
  /** How many match the filter, and how many there are. */
  matching: number;
  total: number;
  asOf: string;
}

export interface RecordDetail extends RecordRow {
  paymentId: string;
  paymentDate: string;
  expectedDebitDate: string;
  authorization: { text: string; sha256: string; locale: string; acceptedAt: string; authorizedAt: string };
  person: { name: string; email: string };
  /** Why it ended as it did, as its payer reads it; empty where nothing is to be said. */
  reason: string;
  /** With which codes it can come back: none before it was sent. */
  returns: readonly { readonly code: string; readonly words: string }[];
}

const rowColumns = [
  'alternate_efts.id',
  'alternate_efts.payment_reference',
  'alternate_efts.contract_number',
  'alternate_efts.amount_value',
  'alternate_efts.currency',
  'alternate_efts.due_date',
  'alternate_efts.sec_code',
  'alternate_efts.account_reference',
  'alternate_efts.account_last4',
  'alternate_efts.payments',
  'alternate_efts.payments_processed',
  'alternate_efts.status',
  'alternate_efts.created_at',
  'payers.name',
] as const;

type Joined = Pick<Database, 'alternate_efts' | 'payments' | 'payers'>;

const joinRecords = (db: Kysely<Database>): SelectQueryBuilder<Joined, keyof Joined, object> =>
  db
    .selectFrom('alternate_efts')
    .innerJoin('payments', 'payments.id', 'alternate_efts.payment_id')
    .innerJoin('payers', 'payers.id', 'payments.payer_id');

type Row = { name: string } & Omit<Database['alternate_efts'], 'payment_id' | 'contract_id' | 'batch_id'>;

const describeRow = (row: Row): RecordRow => ({
  id: row.id,
  reference: row.payment_reference,
  contractNumber: row.contract_number,
  payerName: row.name,
  amount: moneyText({ value: row.amount_value, currency: row.currency }, 'en-US'),
  dueDate: row.due_date,
  secCode: row.sec_code,
  accountReference: row.account_reference,
  accountLast4: row.account_last4,
  payments: row.payments,
  paymentsProcessed: row.payments_processed,
  status: row.status,
  createdAt: row.created_at,
});

const countRecords = async (db: Kysely<Database>, contractPart = ''): Promise<number> => {
  const { count } = await db
    .selectFrom('alternate_efts')
    .select((expression) => expression.fn.countAll().as('count'))
    .where('contract_number', 'like', `%${contractPart}%`)
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** The newest records first. `contract` is a part of a contract number; what can't stand in one matches nothing. */
export const listRecords = async (db: Kysely<Database>, filter: { contract: string; limit: number }): Promise<RecordPage> => {
  const contractPart = filter.contract.trim();
  const isPlain = /^[A-Za-z0-9./ -]*$/.test(contractPart);
  const rows = isPlain
    ? await joinRecords(db)
        .select(rowColumns)
        .where('alternate_efts.contract_number', 'like', `%${contractPart}%`)
        .orderBy('alternate_efts.created_at', 'desc')
        .orderBy('alternate_efts.id', 'desc')
        .limit(filter.limit)
        .execute()
    : [];
  const matching = isPlain ? await countRecords(db, contractPart) : 0;
  return { items: rows.map(describeRow), matching, total: await countRecords(db), asOf: new Date().toISOString() };
};

/** One record with what was authorized, by whom and when. */
export const findRecord = async (db: Kysely<Database>, id: string): Promise<RecordDetail | undefined> => {
  const row = await joinRecords(db)
    .select([
      ...rowColumns,
      'payments.id as payment_id',
      'payments.date',
      'payments.expected_debit_date',
      'payments.authorization_text',
      'payments.authorization_sha256',
      'payments.authorization_locale',
      'payments.authorization_accepted_at',
      'payments.authorized_at',
      'payments.person_name',
      'payments.person_email',
      'payments.status_reason_code',
      'payments.status_reason_text',
    ])
    .where('alternate_efts.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...describeRow(row),
    paymentId: row.payment_id,
    paymentDate: row.date,
    expectedDebitDate: row.expected_debit_date,
    authorization: {
      text: row.authorization_text,
      sha256: row.authorization_sha256,
      locale: row.authorization_locale,
      acceptedAt: row.authorization_accepted_at,
      authorizedAt: row.authorized_at,
    },
    person: { name: row.person_name, email: row.person_email },
    reason: row.status_reason_code === null ? '' : `${row.status_reason_code}: ${row.status_reason_text ?? ''}`,
    returns: row.status === 'posted' ? returnCodes.map((code) => ({ code, words: en.returned[code] })) : [],
  };
};
