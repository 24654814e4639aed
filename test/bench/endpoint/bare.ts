/**
 * What the endpoint is held against: routes that write the rows of a payment in one durable transaction, and read a page, over the same
 * HTTP, driver and database, without one rule of ours: no key looked up, no version, no authorization, no terms, no schema.
 */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Store } from '../../../demo/endpoint/store/open.js';

interface BarePayment {
  readonly contractId: string;
  readonly amount: number;
  readonly text: string;
}

const lenderId = 'northline';

export const bareRoutes = ({ db }: Store, payerId: string, accountId: string): Hono => {
  const routes = new Hono();
  routes.post('/pay', async (c) => {
    const { contractId, amount, text } = await c.req.json<BarePayment>();
    const key = randomUUID();
    const id = `pay_${randomUUID()}`;
    const now = new Date().toISOString();
    const date = now.slice(0, 10);
    const common = { contract_id: contractId, contract_number: contractId, amount_value: amount, currency: 'USD', created_at: now };
    await db.transaction().execute(async (trx) => {
      const keyRow = { lender_id: lenderId, payer_id: payerId, key, created_at: now };
      await trx
        .insertInto('payment_keys')
        .values({ ...keyRow, state: 'accepted', body_hash: key })
        .execute();
      await trx.updateTable('contracts').set({ version: key }).where('id', '=', contractId).execute();
      const authorization = { authorization_text: text, authorization_sha256: key, authorization_locale: 'en-US' };
      const told = { authorization_accepted_at: now, authorized_at: now, person_name: 'A', person_email: 'a@a.example' };
      const state = {
        status: 'pending',
        status_reason_code: null,
        status_reason_text: null,
        updated_at: now,
        date,
        expected_debit_date: date,
      };
      const payment = {
        ...common,
        ...keyRow,
        ...authorization,
        ...told,
        ...state,
        id,
        position: 0,
        account_id: accountId,
        account_label: '',
      };
      await trx
        .insertInto('payments')
        .values({ ...payment, reference: key })
        .execute();
      const debit = { sec_code: 'CCD' as const, account_reference: accountId, account_last4: '0000', payments: 1, payments_processed: 0 };
      const record = { ...common, ...debit, id: `eft_${key}`, payment_id: id, payment_reference: key, due_date: date };
      await trx
        .insertInto('alternate_efts')
        .values({ ...record, status: 'pending', batch_id: null })
        .execute();
    });
    return c.json({ id }, 201);
  });
  routes.get('/contracts', async (c) => {
    const contracts = await db
      .selectFrom('contract_payers as listed')
      .innerJoin('contracts', 'contracts.id', 'listed.contract_id')
      .selectAll('contracts')
      .where('listed.payer_id', '=', payerId)
      .where('listed.status', '=', 'open')
      .orderBy('listed.due_order')
      .orderBy('listed.contract_id')
      .limit(20)
      .execute();
    const ids = contracts.map(({ id }) => id);
    const invoices = await db.selectFrom('invoices').selectAll().where('contract_id', 'in', ids).execute();
    const charges = await db.selectFrom('charges').selectAll().where('contract_id', 'in', ids).execute();
    return c.json({ contracts, invoices, charges });
  });
  return routes;
};
