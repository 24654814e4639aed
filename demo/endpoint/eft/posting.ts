/**
 * Posting a batch: its payments are sent to the bank, and their cash is applied by the lender's method. In one transaction, so that a payment
 * leaves what is in flight exactly when the open amount falls.
 */
import type { PlainDate } from '../../../src/api/index.js';
import { applyPayment, type Application, type CashApplicationSettings } from '../cash-application.js';
import { newVersion } from '../ids.js';
import { slicesOf } from '../store/batch.js';
import { lockContracts, requireNewVersion } from '../store/contracts.js';
import { readOnlyLender } from '../store/lender.js';
import { moveOpen, readOpenCharges } from '../store/open-charges.js';
import { lockSums } from '../store/payer-lists.js';
import type { ContractRow, EftBatchRow } from '../store/schema.js';
import { write, type Trx } from '../store/transactions.js';
import { localTime } from '../zone.js';
import type { EftDeps } from './deps.js';
import { EftRefusal } from './refusal.js';

/** Cash on a contract that this transaction has locked: lowers what is open. The caller replaces the version. */
export const applyCash = async (
  trx: Trx,
  contractId: string,
  payment: { readonly amount: number; readonly postedOn: PlainDate },
  settings: CashApplicationSettings,
): Promise<Application> => {
  const application = applyPayment(await readOpenCharges(trx, contractId), payment, settings);
  const moves = application.applied.map(({ charge, amount }) => ({ invoiceId: charge.invoiceId, chargeId: charge.chargeId, by: -amount }));
  await moveOpen(trx, contractId, moves);
  return application;
};

interface Cash {
  readonly paymentId: string;
  readonly contractId: string;
  readonly amount: number;
  readonly postedOn: PlainDate;
}

const postCash = async (trx: Trx, { paymentId, contractId, amount, postedOn }: Cash, settings: CashApplicationSettings): Promise<void> => {
  const { applied, unapplied } = await applyCash(trx, contractId, { amount, postedOn }, settings);
  await trx
    .insertInto('postings')
    .values({
      payment_id: paymentId,
      contract_id: contractId,
      method: settings.method,
      posted_on: postedOn,
      applied_value: amount - unapplied,
      unapplied_value: unapplied,
      reversed_at: null,
    })
    .execute();
  const rows = applied.map(({ charge, amount: part }) => ({
    payment_id: paymentId,
    contract_id: contractId,
    invoice_id: charge.invoiceId,
    charge_id: charge.chargeId,
    amount_value: part,
  }));
  for (const slice of slicesOf(rows)) await trx.insertInto('cash_applications').values(slice).execute();
};

/** True for whoever posts it; a batch posts once. */
const claimBatch = async (trx: Trx, batchId: string, postedAt: string): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('eft_batches')
    .set({ status: 'posted', posted_at: postedAt })
    .where('id', '=', batchId)
    .where('status', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

interface Posting {
  readonly batchId: string;
  readonly contracts: readonly ContractRow[];
  readonly postedOn: PlainDate;
  readonly now: Date;
  readonly settings: CashApplicationSettings;
}

const postRecords = async (trx: Trx, { random }: EftDeps, { batchId, contracts, postedOn, now, settings }: Posting): Promise<void> => {
  const records = await trx
    .selectFrom('alternate_efts')
    .select(['id', 'payment_id', 'contract_id', 'amount_value'])
    .where('batch_id', '=', batchId)
    .orderBy('contract_id')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  for (const { payment_id: paymentId, contract_id: contractId, amount_value: amount } of records) {
    await postCash(trx, { paymentId, contractId, amount, postedOn }, settings);
  }
  await trx
    .updateTable('payments')
    .set({ status: 'paid', updated_at: now.toISOString() })
    .where('id', 'in', (from) => from.selectFrom('alternate_efts').select('payment_id').where('batch_id', '=', batchId))
    .execute();
  await trx
    .updateTable('alternate_efts')
    .set({ status: 'posted', payments: 0, payments_processed: 1 })
    .where('batch_id', '=', batchId)
    .execute();
  for (const contract of contracts) await requireNewVersion(trx, contract, newVersion(random));
};

/** Posted again it stays as it is. Throws `unknown-batch`. */
export const postBatch = (deps: EftDeps, batchId: string): Promise<EftBatchRow> =>
  write(deps.store, async (trx) => {
    const now = deps.now();
    if (await claimBatch(trx, batchId, now.toISOString())) {
      const { timeZone, cashApplication: settings } = await readOnlyLender(trx);
      const ofBatch = trx.selectFrom('alternate_efts').select('contract_id').where('batch_id', '=', batchId);
      const contracts = await lockContracts(trx, deps.store.dialect, ofBatch);
      await lockSums(trx, deps.store.dialect, ofBatch);
      const postedOn = localTime(now, timeZone).date;
      await postRecords(trx, deps, { batchId, contracts, postedOn, now, settings });
    }
    const batch = await trx.selectFrom('eft_batches').selectAll().where('id', '=', batchId).executeTakeFirst();
    if (batch === undefined) throw new EftRefusal('unknown-batch', 'There is no such batch.');
    return batch;
  });
