/**
 * What happens in the back office while a payer looks at a contract: cash of another channel is applied as a batch applies it, payments move on.
 * Must not know how a payment is made.
 */
import { randomBytes } from 'node:crypto';
import { applyCash } from '../../../demo/endpoint/eft/posting.js';
import { newVersion } from '../../../demo/endpoint/ids.js';
import { lockContracts, requireNewVersion } from '../../../demo/endpoint/store/contracts.js';
import { readOnlyLender } from '../../../demo/endpoint/store/lender.js';
import type { Store } from '../../../demo/endpoint/store/open.js';
import { write } from '../../../demo/endpoint/store/transactions.js';
import type { PaymentsMove } from './protocol.js';

export interface Posting {
  contractId: string;
  /** Minor units applied by the lender's method; 0 replaces the version alone. */
  lowerBy: number;
}

/** One transaction. Throws where the contract can't take so much. */
export const post = (store: Store, { contractId, lowerBy }: Posting, postedOn: string): Promise<void> =>
  write(store, async (trx) => {
    const [contract] = await lockContracts(trx, store.dialect, [contractId]);
    if (contract === undefined) throw new Error(`There is no contract ${contractId}.`);
    const { cashApplication } = await readOnlyLender(trx);
    const { unapplied } = await applyCash(trx, contractId, { amount: lowerBy, postedOn }, cashApplication);
    if (unapplied > 0) throw new Error(`The contract ${contractId} has not so much open.`);
    await requireNewVersion(trx, contract, newVersion(randomBytes));
  });

/** Every payment comes to a status, as a bank or a back office brings it, and its contract to another version. */
export const movePayments = (store: Store, { status, reason }: PaymentsMove): Promise<void> =>
  write(store, async (trx) => {
    const columns = { status, status_reason_code: reason?.code ?? null, status_reason_text: reason?.text ?? null };
    await trx.updateTable('payments').set(columns).execute();
    await trx.updateTable('alternate_efts').set({ status }).execute();
    const paid = await trx.selectFrom('payments').select('contract_id').distinct().execute();
    for (const { contract_id: id } of paid) {
      const version = randomBytes(12).toString('base64url');
      await trx.updateTable('contracts').set({ version }).where('id', '=', id).execute();
    }
  });
