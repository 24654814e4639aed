/**
 * A payment from the first look to the record the back office receives.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Payment, PaymentDetail, PaymentPage, Preview } from '../../../src/api/index.js';
import { paymentsOf, refusalOf, usd } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { morning } from './support/portfolio.js';

onBothDatabases('a payment', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  const eftsOf = (contractId: string) =>
    harness.store.db.selectFrom('alternate_efts').selectAll().where('contract_id', '=', contractId).execute();

  describe('of what is due on one contract', () => {
    it('is accepted as Pending with a reference and the day it is expected at the bank', async () => {
      const id = harness.nextContract();
      const answer = await harness.call.pay(await harness.call.prepare([id]));
      expect(answer.status).toBe(201);
      expect(answer.headers.get('idempotent-replayed')).toBeNull();
      const [payment, ...others] = paymentsOf(answer);
      expect(others).toEqual([]);
      expect(payment).toMatchObject({
        contractId: id,
        contractNumber: `100-${id}`,
        amount: usd(215_000),
        date: '2026-11-23',
        expectedDebitDate: '2026-11-24',
        status: 'pending',
        cancelable: true,
        account: { label: 'First Prairie Bank ••5566' },
        createdAt: morning.toISOString(),
      });
      expect(payment?.reference).toMatch(/^AP-[A-Z]{4}-[A-Z]{4}-[A-Z]{4}$/);
    });

    it('writes one Alternate EFT on the contract, with no invoice on it', async () => {
      const id = harness.nextContract();
      const [payment] = paymentsOf(await harness.call.pay(await harness.call.prepare([id])));
      const records = await eftsOf(id);
      expect(records).toHaveLength(1);
      expect(records[0]).toMatchObject({
        payment_id: payment?.id,
        payment_reference: payment?.reference,
        contract_number: `100-${id}`,
        amount_value: 215_000,
        currency: 'USD',
        due_date: '2026-11-23',
        sec_code: 'CCD',
        account_reference: 'acme-checking',
        account_last4: '5566',
        payments: 1,
        payments_processed: 0,
        status: 'pending',
      });
      expect(Object.keys(records[0] ?? {}).filter((column) => column.includes('invoice'))).toEqual([]);
    });

    it('goes out as WEB from a personal account', async () => {
      const id = harness.nextContract();
      await harness.call.pay(await harness.call.prepare([id], { accountId: 'acme-personal' }));
      expect((await eftsOf(id)).map(({ sec_code: code }) => code)).toEqual(['WEB']);
    });

    it('keeps what was authorized: text, hash, locale, both clocks and the person', async () => {
      const id = harness.nextContract();
      const plan = await harness.call.plan([id], { locale: 'fr-CA' });
      const { authorization } = Preview.parse((await harness.call.preview(plan)).body);
      const request = await harness.call.prepare([id], { locale: 'fr-CA' });
      const [payment] = paymentsOf(await harness.call.pay(request));
      const row = await harness.store.db.selectFrom('payments').selectAll().where('contract_id', '=', id).executeTakeFirstOrThrow();
      expect(row).toMatchObject({
        authorization_text: authorization.text,
        authorization_sha256: authorization.sha256,
        authorization_locale: 'fr-CA',
        authorization_accepted_at: '2026-11-23T15:00:01.000Z',
        authorized_at: morning.toISOString(),
        person_name: 'Ada Price',
        person_email: 'ada@acme.example',
      });
      expect(createHash('sha256').update(row.authorization_text).digest('hex')).toBe(row.authorization_sha256);
      const receipt = PaymentDetail.parse((await harness.call(`/payments/${payment?.id}`)).body);
      expect(receipt.authorization).toEqual({ text: authorization.text, locale: 'fr-CA', acceptedAt: '2026-11-23T15:00:01.000Z' });
    });

    it("is accepted whatever the payer's clock says", async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      request.authorization.acceptedAt = '1999-01-01T00:00:00Z';
      expect((await harness.call.pay(request)).status).toBe(201);
    });

    it('shows in flight on the contract, which has a new version and the same open amount', async () => {
      const id = harness.nextContract();
      const before = await harness.call.contract(id);
      const [payment] = paymentsOf(await harness.call.pay(await harness.call.prepare([id])));
      const after = await harness.call.contract(id);
      expect(after.version).not.toBe(before.version);
      expect(after.totals).toEqual(before.totals);
      expect(after.inFlight).toEqual([{ paymentId: payment?.id, amount: usd(215_000), date: '2026-11-23', status: 'pending' }]);
    });
  });

  describe('of several contracts', () => {
    it('makes one payment and one record per contract, in the order sent', async () => {
      const ids = [harness.nextContract(), harness.nextContract(), harness.nextContract()].reverse();
      const payments = paymentsOf(await harness.call.pay(await harness.call.prepare(ids)));
      expect(payments.map(({ contractId }) => contractId)).toEqual(ids);
      expect(new Set(payments.map(({ reference }) => reference)).size).toBe(3);
      for (const id of ids) expect(await eftsOf(id)).toHaveLength(1);
    });

    it('is all or nothing: one stale contract leaves the others unpaid and the key free', async () => {
      const ids = [harness.nextContract(), harness.nextContract()] as const;
      const request = await harness.call.prepare(ids);
      await harness.call.pay(await harness.call.prepare([ids[1]]));
      const answer = await harness.call.pay(request);
      expect(refusalOf(answer)).toBe('409 contract-changed');
      expect(await eftsOf(ids[0])).toEqual([]);
      expect((await harness.call.contract(ids[0])).inFlight).toEqual([]);
      expect(refusalOf(await harness.call(`/payments/by-key/${request.idempotencyKey}`))).toBe('404 not-found');
    });
  });

  describe('in the history', () => {
    it('lists newest first, page by page', async () => {
      const own = await startHarness(dialect);
      try {
        for (let minute = 0; minute < 5; minute += 1) {
          own.setClock(`2026-11-23T15:0${minute}:00Z`);
          await own.call.pay(await own.call.prepare([own.nextContract()]));
        }
        const seen: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const page: PaymentPage = PaymentPage.parse((await own.call(`/payments?limit=2${cursor && `&cursor=${cursor}`}`)).body);
          expect(page.items.length).toBeLessThanOrEqual(2);
          seen.push(...page.items.map(({ createdAt }) => createdAt));
          cursor = page.nextCursor;
        }
        expect(seen).toHaveLength(5);
        expect(seen).toEqual([...seen].sort().reverse());
      } finally {
        await own.stop();
      }
    });

    it("never shows another payer's payment, not even to the contract's guarantor", async () => {
      const request = await harness.call.prepare(['shared']);
      const [payment] = paymentsOf(await harness.call.pay(request));
      const page = PaymentPage.parse((await harness.call('/payments', { as: 'guarantor' })).body);
      expect(page.items).toEqual([]);
      expect(refusalOf(await harness.call(`/payments/${payment?.id}`, { as: 'guarantor' }))).toBe('404 not-found');
      const [inFlight] = (await harness.call.contract('shared', 'guarantor')).inFlight;
      expect(inFlight).toEqual({ amount: usd(215_000), date: '2026-11-23', status: 'pending' });
    });

    it('shows one payment as it is now', async () => {
      const [payment] = paymentsOf(await harness.call.pay(await harness.call.prepare([harness.nextContract()])));
      await harness.store.db
        .updateTable('payments')
        .set({ status: 'returned', status_reason_code: 'R01', status_reason_text: 'Not enough funds' })
        .where('id', '=', payment?.id ?? '')
        .execute();
      const shown = Payment.parse((await harness.call(`/payments/${payment?.id}`)).body);
      expect(shown).toMatchObject({ status: 'returned', statusReason: { code: 'R01', text: 'Not enough funds' } });
    });
  });
});
