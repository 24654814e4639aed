/**
 * A debit that the bank sent back: the payment says why in the payer's words, and exactly the application it made is undone.
 */
import { newVersion } from '../ids.js';
import { lockContracts, requireNewVersion } from '../store/contracts.js';
import { moveOpen } from '../store/open-charges.js';
import { write, type Trx } from '../store/transactions.js';
import { languageFor } from '../words/index.js';
import type { EftDeps } from './deps.js';
import { EftRefusal } from './refusal.js';
import { isReturnCode, type ReturnCode } from './return-codes.js';

const readRecord = (trx: Trx, recordId: string) =>
  trx
    .selectFrom('alternate_efts')
    .innerJoin('payments', 'payments.id', 'alternate_efts.payment_id')
    .select(['payments.id', 'payments.contract_id', 'payments.status', 'payments.authorization_locale as locale'])
    .where('alternate_efts.id', '=', recordId)
    .executeTakeFirst();

type Returned = NonNullable<Awaited<ReturnType<typeof readRecord>>>;

const reverseApplication = async (trx: Trx, { id, contract_id: contractId }: Returned, reversedAt: string): Promise<void> => {
  await trx.updateTable('postings').set({ reversed_at: reversedAt }).where('payment_id', '=', id).execute();
  const applied = await trx.selectFrom('cash_applications').selectAll().where('payment_id', '=', id).execute();
  const moves = applied.map((part) => ({ invoiceId: part.invoice_id, chargeId: part.charge_id, by: part.amount_value }));
  await moveOpen(trx, contractId, moves);
};

const markReturned = async (
  trx: Trx,
  recordId: string,
  { payment, code, at }: { payment: Returned; code: ReturnCode; at: string },
): Promise<void> => {
  const change = {
    status: 'returned',
    status_reason_code: code,
    status_reason_text: languageFor(payment.locale).words.returned[code],
    updated_at: at,
  };
  await trx.updateTable('payments').set(change).where('id', '=', payment.id).execute();
  await trx.updateTable('alternate_efts').set({ status: 'returned' }).where('id', '=', recordId).execute();
};

/**
 * Returned again it stays as it was the first time: false then. Throws `unknown-record`, `unknown-return-code`, and `not-sent` for what
 * no posted batch holds.
 */
export const returnPayment = (deps: EftDeps, recordId: string, code: string): Promise<boolean> => {
  if (!isReturnCode(code)) throw new EftRefusal('unknown-return-code', 'This return code is not known.');
  return write(deps.store, async (trx) => {
    const known = await readRecord(trx, recordId);
    const [contract] = known ? await lockContracts(trx, deps.store.dialect, [known.contract_id]) : [];
    // Read again under the lock: of two returns, the second finds the first one's.
    const payment = await readRecord(trx, recordId);
    if (contract === undefined || payment === undefined) throw new EftRefusal('unknown-record', 'There is no such record.');
    if (payment.status === 'returned') return false;
    if (payment.status !== 'paid') throw new EftRefusal('not-sent', 'Only a payment that was sent to the bank can come back.');
    const at = deps.now().toISOString();
    await reverseApplication(trx, payment, at);
    await markReturned(trx, recordId, { payment, code, at });
    await requireNewVersion(trx, contract, newVersion(deps.random));
    return true;
  });
};
