/**
 * EFT Generation: takes the Alternate EFT records due in a range into batches, one for each day on which they reach the bank.
 * Moves no money: what is open and in flight stays until a batch is posted.
 */
import type { SelectQueryBuilder } from 'kysely';
import type { PlainDate } from '../../../src/api/index.js';
import { expectedDebitDate } from '../calendar.js';
import { newId } from '../ids.js';
import { slicesOf } from '../store/batch.js';
import { lockContracts } from '../store/contracts.js';
import { readOnlyLender } from '../store/lender.js';
import type { AlternateEftRow, ContractRow, Database, EftBatchRow } from '../store/schema.js';
import { write, type Trx } from '../store/transactions.js';
import { languageFor } from '../words/index.js';
import { localTime } from '../zone.js';
import type { EftDeps } from './deps.js';
import { EftRefusal } from './refusal.js';
import { failUnrecorded } from './unrecorded.js';

export interface DueDateRange {
  /** First and last due date, both included. */
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface Generated {
  /** By effective date; none where no record is due in the range. */
  readonly batches: readonly EftBatchRow[];
  /** How many records they hold. */
  readonly records: number;
  /** How many payments failed because their record hadn't arrived in time. */
  readonly failed: number;
}

type Taken = Pick<AlternateEftRow, 'id' | 'payment_id' | 'contract_id' | 'due_date'>;

const dueRecords = (trx: Trx, range: DueDateRange): SelectQueryBuilder<Database, 'alternate_efts', object> =>
  trx
    .selectFrom('alternate_efts')
    .where('status', '=', 'scheduled')
    .where('batch_id', 'is', null)
    .where('due_date', '>=', range.from)
    .where('due_date', '<=', range.to);

/**
 * All contracts a generation can be about, locked at once: in two rounds it would meet a payment of several that locks in the order of
 * ids, as everybody does. Those with a payment whose record hasn't arrived, and those with a record that is due.
 */
const lockConcerned = async (trx: Trx, { store }: EftDeps, range: DueDateRange): Promise<ReadonlyMap<string, ContractRow>> => {
  const pending = trx.selectFrom('payments').select('contract_id').where('status', '=', 'pending').where('date', '<=', range.to);
  const locked = await lockContracts(trx, store.dialect, pending.union(dueRecords(trx, range).select('contract_id')));
  return new Map(locked.map((contract) => [contract.id, contract]));
};

/** Only records of contracts locked before they are read: a cancellation under way comes before or after, never in the middle. */
const takeDue = async (trx: Trx, range: DueDateRange, locked: ReadonlyMap<string, unknown>): Promise<Taken[]> => {
  const records = await dueRecords(trx, range)
    .select(['id', 'payment_id', 'contract_id', 'due_date'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return records.filter((record) => locked.has(record.contract_id));
};

const groupByEffectiveDate = (records: readonly Taken[], effectiveDateOf: (dueDate: PlainDate) => PlainDate): [PlainDate, Taken[]][] => {
  const groups = new Map<PlainDate, Taken[]>();
  for (const record of records) {
    const date = effectiveDateOf(record.due_date);
    groups.set(date, [...(groups.get(date) ?? []), record]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** Who asked to cancel and wasn't confirmed in time is told why the payment goes on. */
const tellLateCancels = async (trx: Trx, batchId: string): Promise<void> => {
  const late = await trx
    .selectFrom('payments')
    .innerJoin('alternate_efts', 'alternate_efts.payment_id', 'payments.id')
    .select(['payments.id', 'payments.authorization_locale as locale'])
    .where('alternate_efts.batch_id', '=', batchId)
    .where('payments.status', '=', 'pending_cancel')
    .execute();
  for (const { id, locale } of late) {
    const text = languageFor(locale).words.tooLateToCancel;
    await trx
      .updateTable('payments')
      .set({ status_reason_code: 'too-late-to-cancel', status_reason_text: text })
      .where('id', '=', id)
      .execute();
  }
};

const fillBatch = async (trx: Trx, batch: EftBatchRow, records: readonly Taken[]): Promise<void> => {
  await trx.insertInto('eft_batches').values(batch).execute();
  for (const slice of slicesOf(records)) {
    const ids = slice.map(({ id }) => id);
    await trx.updateTable('alternate_efts').set({ batch_id: batch.id, status: 'batched' }).where('id', 'in', ids).execute();
  }
  // A batch made late reaches the bank later than was expected: the payer sees the day that holds now.
  await trx
    .updateTable('payments')
    .set({ expected_debit_date: batch.effective_date })
    .where('expected_debit_date', '<>', batch.effective_date)
    .where('id', 'in', (from) => from.selectFrom('alternate_efts').select('payment_id').where('batch_id', '=', batch.id))
    .execute();
  await tellLateCancels(trx, batch.id);
};

/** Batch numbers count up, so one generation runs at a time. */
const lockLender = async (trx: Trx, { store }: EftDeps, lenderId: string): Promise<number> => {
  const lender = trx.selectFrom('lenders').select('id').where('id', '=', lenderId);
  await (store.dialect === 'postgres' ? lender.forUpdate() : lender).execute();
  const last = await trx
    .selectFrom('eft_batches')
    .select('number')
    .where('lender_id', '=', lenderId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.number ?? 0;
};

/** Run twice for a range, it takes each record once. Throws `bad-range` where the range ends before it begins. */
export const generateBatches = (deps: EftDeps, range: DueDateRange): Promise<Generated> => {
  if (range.to < range.from) throw new EftRefusal('bad-range', 'The last due date lies before the first.');
  return write(deps.store, async (trx) => {
    const settings = await readOnlyLender(trx);
    const lenderId = settings.lender.id;
    const lastNumber = await lockLender(trx, deps, lenderId);
    const now = deps.now();
    const today = localTime(now, settings.timeZone).date;
    const locked = await lockConcerned(trx, deps, range);
    const failed = await failUnrecorded(trx, deps, { settings, upTo: range.to, now, locked });
    const records = await takeDue(trx, range, locked);
    // It runs at the end of the day, and never debits before the day that was authorized.
    const effectiveDateOf = (dueDate: PlainDate): PlainDate => expectedDebitDate(settings, dueDate > today ? dueDate : today);
    const batches: EftBatchRow[] = [];
    for (const [effectiveDate, taken] of groupByEffectiveDate(records, effectiveDateOf)) {
      const batch: EftBatchRow = {
        id: newId(deps.random, 'batch'),
        lender_id: lenderId,
        number: lastNumber + batches.length + 1,
        from_date: range.from,
        to_date: range.to,
        effective_date: effectiveDate,
        status: 'open',
        created_at: now.toISOString(),
        posted_at: null,
      };
      await fillBatch(trx, batch, taken);
      batches.push(batch);
    }
    return { batches, records: records.length, failed };
  });
};
