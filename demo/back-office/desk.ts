/**
 * What the back office's page shows beside the records: batches, unapplied cash and the day it is for the lender. Read only.
 */
import type { Kysely } from 'kysely';
import { moneyText } from '../endpoint/money-text.js';
import { readOnlyLender } from '../endpoint/store/lender.js';
import type { Database } from '../endpoint/store/schema.js';
import { localTime } from '../endpoint/zone.js';

export interface BatchLine {
  readonly id: string;
  readonly number: number;
  readonly range: string;
  readonly effectiveDate: string;
  readonly status: 'open' | 'posted';
  readonly records: number;
  /** Formatted, a sum for each currency. */
  readonly total: string;
}

export interface UnappliedLine {
  readonly contractNumber: string;
  readonly amount: string;
}

export interface DeskView {
  /** The lender's day: what a range starts from. */
  readonly today: string;
  /** Newest first. */
  readonly batches: readonly BatchLine[];
  readonly unapplied: readonly UnappliedLine[];
}

const newestBatches = 20;

const readBatches = async (db: Kysely<Database>): Promise<BatchLine[]> => {
  const batches = await db.selectFrom('eft_batches').selectAll().orderBy('number', 'desc').limit(newestBatches).execute();
  if (batches.length === 0) return [];
  const sums = await db
    .selectFrom('alternate_efts')
    .select(({ fn }) => ['batch_id', 'currency', fn.countAll().as('count'), fn.sum('amount_value').as('sum')])
    .where(
      'batch_id',
      'in',
      batches.map(({ id }) => id),
    )
    .groupBy(['batch_id', 'currency'])
    .orderBy('currency')
    .execute();
  return batches.map((batch) => {
    const own = sums.filter(({ batch_id: id }) => id === batch.id);
    return {
      id: batch.id,
      number: batch.number,
      range: batch.from_date === batch.to_date ? batch.from_date : `${batch.from_date} to ${batch.to_date}`,
      effectiveDate: batch.effective_date,
      status: batch.status,
      records: own.reduce((count, line) => count + Number(line.count), 0),
      total: own.map(({ sum, currency }) => moneyText({ value: Number(sum), currency }, 'en-US')).join(' + '),
    };
  });
};

const readUnapplied = async (db: Kysely<Database>): Promise<UnappliedLine[]> => {
  const rows = await db
    .selectFrom('postings')
    .innerJoin('contracts', 'contracts.id', 'postings.contract_id')
    .select(({ fn }) => ['contracts.number', 'contracts.currency', fn.sum('postings.unapplied_value').as('sum')])
    .where('postings.unapplied_value', '>', 0)
    .where('postings.reversed_at', 'is', null)
    .groupBy(['contracts.number', 'contracts.currency'])
    .orderBy('contracts.number')
    .execute();
  return rows.map(({ number, currency, sum }) => ({
    contractNumber: number,
    amount: moneyText({ value: Number(sum), currency }, 'en-US'),
  }));
};

export const readDesk = async (db: Kysely<Database>, now: Date): Promise<DeskView> => {
  const { timeZone } = await readOnlyLender(db);
  return { today: localTime(now, timeZone).date, batches: await readBatches(db), unapplied: await readUnapplied(db) };
};
