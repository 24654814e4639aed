/**
 * The idempotency key: one payment, or one tombstone, for ever.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorsOf, paymentsOf, refusalOf, usd } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { morning } from './support/portfolio.js';

onBothDatabases('a key', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  const paymentCount = async (key: string): Promise<number> =>
    (await harness.store.db.selectFrom('payments').select('id').where('key', '=', key).execute()).length;

  describe('sent again', () => {
    it('with the same values gives the same payments and makes none', async () => {
      const request = await harness.call.prepare([harness.nextContract(), harness.nextContract()]);
      const first = await harness.call.pay(request);
      const again = await harness.call.pay(request);
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(again.body).toEqual(first.body);
      expect(await paymentCount(request.idempotencyKey)).toBe(2);
    });

    it('is the same whatever its white space, its order of names and the case of its key', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      await harness.call.pay(request);
      const upper = request.idempotencyKey.toUpperCase();
      const turned = Object.fromEntries(Object.entries({ ...request, idempotencyKey: upper }).reverse());
      const answer = await harness.call('/payments', {
        raw: JSON.stringify(turned, null, 4),
        headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': upper },
      });
      expect(answer.status, answer.text).toBe(200);
      expect(answer.body).toMatchObject({ key: request.idempotencyKey });
    });

    it('with other values is refused, and the first payment stands', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      await harness.call.pay(request);
      const changes = [
        { date: '2026-11-24' },
        { locale: 'fr-CA' },
        { items: request.items.map((item) => ({ ...item, amount: usd(1_000) })) },
      ];
      for (const change of changes) expect(refusalOf(await harness.call.pay({ ...request, ...change }))).toBe('422 key-reused');
      expect(await paymentCount(request.idempotencyKey)).toBe(1);
    });

    it('case 62: shows the payments as they are now', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      await harness.call.pay(request);
      const { idempotencyKey: key } = request;
      await harness.store.db.updateTable('payments').set({ status: 'canceled' }).where('key', '=', key).execute();
      expect(paymentsOf(await harness.call.pay(request)).map(({ status }) => status)).toEqual(['canceled']);
      expect(paymentsOf(await harness.call(`/payments/by-key/${key}`)).map(({ status }) => status)).toEqual(['canceled']);
    });

    it('is answered before any other check: with payments off, the day over, the contract changed and the account gone', async () => {
      const id = harness.nextContract();
      const request = await harness.call.prepare([id], { accountId: 'acme-personal' });
      const first = await harness.call.pay(request);
      harness.setClock('2026-12-26T03:00:00Z');
      await harness.store.db.updateTable('bank_accounts').set({ status: 'rejected' }).where('id', '=', 'acme-personal').execute();
      await harness.store.db.updateTable('contracts').set({ version: 'another' }).where('id', '=', id).execute();
      await harness.withLender(
        { features: { payments: false, payAll: false } },
        { features: { payments: true, payAll: true } },
        async () => {
          const again = await harness.call.pay(request);
          expect(again.status).toBe(200);
          // The day is over, so that alone has changed.
          const [payment] = paymentsOf(first);
          expect(paymentsOf(again)).toEqual([{ ...payment, cancelable: false }]);
        },
      );
      await harness.store.db.updateTable('bank_accounts').set({ status: 'usable' }).where('id', '=', 'acme-personal').execute();
      harness.setClock(morning);
    });
  });

  describe('of a refused request', () => {
    it('stays free: the corrected request may use it', async () => {
      const id = harness.nextContract();
      const request = await harness.call.prepare([id]);
      const stale = { ...request, items: request.items.map((item) => ({ ...item, contractVersion: 'old' })) };
      expect(refusalOf(await harness.call.pay(stale))).toBe('409 contract-changed');
      expect(await harness.store.db.selectFrom('payment_keys').selectAll().where('key', '=', request.idempotencyKey).execute()).toEqual([]);
      expect((await harness.call.pay(request)).status).toBe(201);
    });
  });

  describe('in header and body', () => {
    it.each([
      ['no header', undefined],
      ['a header that is no UUID', '"not-a-uuid"'],
      ['another key in the header', `"${randomUUID()}"`],
      ['half a quote', '"'],
    ])('is refused as 400 with %s', async (_case, header) => {
      const request = await harness.call.prepare(['c60']);
      const answer = await harness.call('/payments', { json: request, headers: header === undefined ? {} : { 'idempotency-key': header } });
      expect(refusalOf(answer)).toBe('400 invalid');
    });

    it('is refused as 400 when the body has none, or is no object', async () => {
      const headers = { 'idempotency-key': randomUUID() };
      for (const json of [{}, [], null, 'text', 7, { idempotencyKey: 5 }]) {
        expect(refusalOf(await harness.call('/payments', { json, headers })), JSON.stringify(json)).toBe('400 invalid');
      }
    });

    it('is taken with and without the quotes of a structured string', async () => {
      for (const quote of ['"', '']) {
        const request = await harness.call.prepare([harness.nextContract()]);
        const headers = { 'idempotency-key': `${quote}${request.idempotencyKey}${quote}` };
        expect((await harness.call.pay(request, { headers })).status).toBe(201);
      }
    });

    it('is refused where a name stands twice, even with the same value', async () => {
      const request = await harness.call.prepare(['c60']);
      const text = JSON.stringify(request);
      const twice = `${text.slice(0, -1)},"d\\u0061te":"${request.date}"}`;
      const headers = { 'content-type': 'application/json', 'idempotency-key': request.idempotencyKey };
      const answer = await harness.call('/payments', { raw: twice, headers });
      expect(refusalOf(answer)).toBe('422 invalid');
      expect(errorsOf(answer)).toEqual([' duplicate-name']);
      expect(await paymentCount(request.idempotencyKey)).toBe(0);
    });
  });

  describe('asked for', () => {
    it('is 404 when it was not seen so far, which leaves it free', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      expect(refusalOf(await harness.call(`/payments/by-key/${request.idempotencyKey}`))).toBe('404 not-found');
      expect((await harness.call.pay(request)).status).toBe(201);
      const found = await harness.call(`/payments/by-key/${request.idempotencyKey.toUpperCase()}`);
      expect(found.status).toBe(200);
      expect(paymentsOf(found)).toHaveLength(1);
    });

    it('is 400 when it is no UUID', async () => {
      expect(refusalOf(await harness.call('/payments/by-key/abc'))).toBe('400 invalid');
      expect(refusalOf(await harness.call('/payments/by-key/abc/void', { method: 'PUT' }))).toBe('400 invalid');
    });
  });

  describe('voided', () => {
    const voidKey = (key: string, as = 'acme') => harness.call(`/payments/by-key/${key}/void`, { method: 'PUT', as });

    it('case 6: before the payment arrives, stops it for ever', async () => {
      const id = harness.nextContract();
      const request = await harness.call.prepare([id]);
      const { idempotencyKey: key } = request;
      expect((await voidKey(key)).status).toBe(204);
      expect((await voidKey(key.toUpperCase())).status).toBe(204);
      expect(refusalOf(await harness.call.pay(request))).toBe('410 voided');
      expect(refusalOf(await harness.call.pay({ ...request, locale: 'fr-CA' }))).toBe('410 voided');
      expect(refusalOf(await harness.call(`/payments/by-key/${key}`))).toBe('410 voided');
      expect((await harness.call.contract(id)).inFlight).toEqual([]);
    });

    it('after the payment was accepted, gives the payment', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      const made = await harness.call.pay(request);
      const answer = await voidKey(request.idempotencyKey);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(made.body);
      expect((await harness.call.pay(request)).status).toBe(200);
    });

    it('by another payer, is another key', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      expect((await voidKey(request.idempotencyKey, 'beta')).status).toBe(204);
      expect((await harness.call.pay(request)).status).toBe(201);
      expect(refusalOf(await harness.call(`/payments/by-key/${request.idempotencyKey}`, { as: 'beta' }))).toBe('410 voided');
    });
  });

  it('is asked for, voided and shown in the history with payments off; accounts, previews and new payments are not', async () => {
    const request = await harness.call.prepare([harness.nextContract()]);
    const [payment] = paymentsOf(await harness.call.pay(request));
    const other = await harness.call.prepare([harness.nextContract()]);
    await harness.withLender({ features: { payments: false } }, { features: { payments: true } }, async () => {
      expect((await harness.call(`/payments/by-key/${request.idempotencyKey}`)).status).toBe(200);
      expect((await harness.call(`/payments/by-key/${randomUUID()}/void`, { method: 'PUT' })).status).toBe(204);
      expect((await harness.call('/payments')).status).toBe(200);
      expect((await harness.call(`/payments/${payment?.id}`)).status).toBe(200);
      expect(refusalOf(await harness.call.pay(other))).toBe('403 payments-off');
      expect(refusalOf(await harness.call.preview(other))).toBe('403 payments-off');
      expect(refusalOf(await harness.call('/bank-accounts'))).toBe('403 payments-off');
      expect((await harness.call('/contracts')).status).toBe(200);
    });
    expect((await harness.call.pay(other)).status).toBe(201);
  });

  it('is kept while the history is not offered; the receipt still answers', async () => {
    const [payment] = paymentsOf(await harness.call.pay(await harness.call.prepare([harness.nextContract()])));
    await harness.withLender({ features: { history: false } }, { features: { history: true } }, async () => {
      expect(refusalOf(await harness.call('/payments'))).toBe('403 forbidden');
      expect((await harness.call(`/payments/${payment?.id}`)).status).toBe(200);
    });
  });
});
