/**
 * What happens to a contract in the back office while a payer looks at it: a posting lowers what is open and replaces the version.
 * Must not know payments.
 */
import { randomBytes } from 'node:crypto';
import type { Store } from '../../../demo/endpoint/store/open.js';
import { write, type Trx } from '../../../demo/endpoint/store/transactions.js';

export interface Posting {
  contractId: string;
  /** Minor units taken off the oldest open invoice; 0 replaces the version alone. */
  lowerBy: number;
}

const lowerOldestCharge = async (trx: Trx, { contractId, lowerBy }: Posting): Promise<void> => {
  const invoice = await trx
    .selectFrom('invoices')
    .selectAll()
    .where('contract_id', '=', contractId)
    .where('open_value', '>', 0)
    .orderBy('due_date')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const charge = await trx
    .selectFrom('charges')
    .selectAll()
    .where('contract_id', '=', contractId)
    .where('invoice_id', '=', invoice.id)
    .where('open_value', '>=', lowerBy)
    .orderBy('position')
    .executeTakeFirstOrThrow();
  const left = invoice.open_value - lowerBy;
  await trx
    .updateTable('charges')
    .set({ open_value: charge.open_value - lowerBy })
    .where('contract_id', '=', contractId)
    .where('invoice_id', '=', invoice.id)
    .where('id', '=', charge.id)
    .execute();
  await trx.updateTable('invoices').set({ open_value: left }).where('contract_id', '=', contractId).where('id', '=', invoice.id).execute();
  await trx
    .updateTable('contracts')
    .set((column) => ({ open_value: column('open_value', '-', lowerBy) }))
    .where('id', '=', contractId)
    .execute();
};

/** One transaction, as a back office posts. Throws where the contract has no charge that large. */
export const post = (store: Store, posting: Posting): Promise<void> =>
  write(store, async (trx) => {
    if (posting.lowerBy > 0) await lowerOldestCharge(trx, posting);
    const version = randomBytes(12).toString('base64url');
    const { numUpdatedRows } = await trx.updateTable('contracts').set({ version }).where('id', '=', posting.contractId).executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`There is no contract ${posting.contractId}.`);
  });
