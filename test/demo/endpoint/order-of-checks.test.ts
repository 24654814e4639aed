/**
 * The order in which a payment is refused, and the authorization that binds it to what was reviewed.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { errorsOf, refusalOf, usd } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { morning } from './support/portfolio.js';

onBothDatabases('a payment', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterEach(() => {
    harness.setClock(morning);
  });
  afterAll(() => harness.stop());

  describe('its checks', () => {
    it('come one after another: key, who, payments off, form, ids, version, authorization, terms', async () => {
      const id = harness.nextContract();
      const request = await harness.call.prepare([id]);
      const [item] = request.items;
      if (item === undefined) throw new Error('a plan has an item');
      const wrongTerms = { ...request, date: '2026-11-29' };
      const staleItem = { ...item, contractVersion: 'old' };
      const stale = { ...wrongTerms, items: [staleItem] };
      const unknown = { ...stale, accountId: 'nobody' };
      const malformed = { ...unknown, items: [staleItem, staleItem] };
      const other = { headers: { 'aspire-pay-payer': 'beta' } };
      const noKey = { headers: { 'idempotency-key': '', 'aspire-pay-payer': 'beta' } };
      expect(refusalOf(await harness.call.pay(malformed, noKey))).toBe('400 invalid');
      expect(refusalOf(await harness.call.pay(malformed, other))).toBe('403 payer-mismatch');
      await harness.withLender({ features: { payments: false } }, { features: { payments: true } }, async () => {
        expect(refusalOf(await harness.call.pay(malformed))).toBe('403 payments-off');
      });
      expect(errorsOf(await harness.call.pay(malformed))).toEqual(['/items/1/contractId duplicate']);
      expect(errorsOf(await harness.call.pay(unknown))).toEqual(['/accountId unknown-id']);
      expect(refusalOf(await harness.call.pay(stale))).toBe('409 contract-changed');
      expect(refusalOf(await harness.call.pay(wrongTerms))).toBe('409 preview-changed');
      expect((await harness.call.pay(request)).status).toBe(201);
    });

    it('name every stale contract', async () => {
      const ids = [harness.nextContract(), harness.nextContract(), harness.nextContract()] as const;
      const request = await harness.call.prepare(ids);
      await harness.call.pay(await harness.call.prepare([ids[0], ids[2]]));
      expect(errorsOf(await harness.call.pay(request))).toEqual(['/items/0/contractVersion stale', '/items/2/contractVersion stale']);
    });

    it('still hold at the payment when they changed after the review', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      await harness.withLender({ features: { partial: false } }, { features: { partial: true } }, async () => {
        expect((await harness.call.pay(request)).status).toBe(201);
      });
      const partial = await harness.call.prepare([harness.nextContract()], { amount: usd(1_000) });
      await harness.withLender({ features: { partial: false } }, { features: { partial: true } }, async () => {
        expect(errorsOf(await harness.call.pay(partial))).toEqual(['/items/0/amount below-due']);
      });
    });
  });

  describe('its authorization', () => {
    it('binds items, amounts, date, account, locale, text and payer: any other is preview-changed', async () => {
      const ids = [harness.nextContract(), harness.nextContract()] as const;
      const request = await harness.call.prepare(ids);
      const [first, second] = request.items;
      if (first === undefined || second === undefined) throw new Error('a plan has its items');
      const changes = [
        { items: [second, first] },
        { items: [first] },
        { items: [{ ...first, amount: usd(first.amount.value + 1) }, second] },
        { date: '2026-11-24' },
        { date: '9999-12-31' },
        { date: '0000-01-01' },
        { accountId: 'acme-personal' },
        { locale: 'en-GB' },
        { authorization: { ...request.authorization, sha256: '0'.repeat(64) } },
        { authorization: { ...request.authorization, id: `${request.authorization.id.slice(0, -1)}_` } },
        { authorization: { ...request.authorization, id: 'made-up' } },
        { authorization: { ...request.authorization, id: request.authorization.id.replace(/\.[^.]+\./, '.zzzzzzzz.') } },
      ];
      for (const change of changes) {
        const answer = await harness.call.pay({ ...request, ...change, idempotencyKey: randomUUID() });
        expect(refusalOf(answer), JSON.stringify(change)).toBe('409 preview-changed');
      }
      expect((await harness.call.pay(request)).status).toBe(201);
    });

    it('case 60: ends with the review, and at the cut-off between review and press', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      harness.setClock('2026-11-23T15:30:00Z');
      expect(refusalOf(await harness.call.pay(request))).toBe('409 preview-changed');
      harness.setClock('2026-11-23T15:29:59Z');
      expect((await harness.call.pay(request)).status).toBe(201);
      harness.setClock('2026-11-23T21:59:00Z');
      const late = await harness.call.prepare([harness.nextContract()]);
      harness.setClock('2026-11-23T22:00:00Z');
      expect(refusalOf(await harness.call.pay(late))).toBe('409 preview-changed');
    });

    it('ends when the text it speaks of is no longer true', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      await harness.store.db.updateTable('lenders').set({ support_phone: '1-800-555-0199' }).execute();
      expect(refusalOf(await harness.call.pay(request))).toBe('409 preview-changed');
    });
  });
});
