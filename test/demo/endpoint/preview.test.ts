/**
 * The review before the payment: every check, the text to agree to, warnings that never block.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Preview } from '../../../src/api/index.js';
import { errorsOf, refusalOf, usd, type PaymentPlan } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { morning } from './support/portfolio.js';

onBothDatabases('a preview', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  const previewOf = async (ids: readonly string[], plan: PaymentPlan = {}): Promise<Preview> => {
    const answer = await harness.call.preview(await harness.call.plan(ids, plan));
    expect(answer.status, answer.text).toBe(200);
    return Preview.parse(answer.body);
  };

  it('gives the expected debit date, the text and its hash, and writes nothing', async () => {
    const id = harness.nextContract();
    const before = await harness.call.contract(id);
    const preview = await previewOf([id]);
    expect(preview.expectedDebitDate).toBe('2026-11-24');
    expect(createHash('sha256').update(preview.authorization.text, 'utf8').digest('hex')).toBe(preview.authorization.sha256);
    expect(preview.warnings).toEqual([]);
    expect(await harness.call.contract(id)).toEqual({ ...before });
    expect(await harness.store.db.selectFrom('payment_keys').selectAll().execute()).toEqual([]);
  });

  it('holds for half an hour, and never beyond the cut-off', async () => {
    const id = harness.nextContract();
    expect((await previewOf([id])).authorization.expiresAt).toBe('2026-11-23T15:30:00.000Z');
    harness.setClock('2026-11-23T21:45:00Z');
    expect((await previewOf([id])).authorization.expiresAt).toBe('2026-11-23T22:00:00.000Z');
    harness.setClock('2026-11-23T22:00:00Z');
    expect((await previewOf([id])).authorization.expiresAt).toBe('2026-11-23T22:30:00.000Z');
    harness.setClock(morning);
  });

  describe('its text', () => {
    it.each([
      ['en-US', ['$2,150.00', 'November 23, 2026', 'single', 'revoke']],
      ['en-CA', ['US$2,150.00', 'November 23, 2026', 'single', 'revoke']],
      ['fr-CA', ['2 150,00', '23 novembre 2026', 'un seul débit', 'révoquer']],
      ['es-US', ['$2,150.00', '23 de noviembre de 2026', 'un único débito', 'revocar']],
      ['ar', ['خصم إلكتروني واحد', 'إلغاء هذا التفويض', 'نوفمبر']],
      ['de-DE', ['$2,150.00', 'November 23, 2026', 'single']],
      ['xx-broken-locale-x', ['$2,150.00']],
    ])('in %s names the amount, the date, a single payment and how to revoke it', async (locale, phrases) => {
      const { text } = (await previewOf([harness.nextContract()], { locale })).authorization;
      const plain = text.replace(/[\u00a0\u202f]/g, ' ');
      for (const phrase of phrases) expect(plain).toContain(phrase);
    });

    it.each(['en-US', 'fr-CA', 'es-US', 'ar'])(
      'in %s names who authorizes, the lender and how to reach it, each contract and the account',
      async (locale) => {
        const ids = [harness.nextContract(), harness.nextContract()];
        const { text } = (await previewOf(ids, { locale })).authorization;
        for (const fact of ['Ada Price', 'Acme Digging LLC', 'Northern Test Finance', '1-800-555-0100', 'First Prairie Bank', '5566']) {
          expect(text).toContain(fact);
        }
        for (const id of ids) expect(text).toContain(`100-${id}`);
        expect(text).not.toMatch(/483920175566|08391406/);
      },
    );
  });

  describe('its warnings', () => {
    const warningsOf = async (id: string, plan: PaymentPlan = {}): Promise<string[]> =>
      (await previewOf([id], plan)).warnings.map(({ code, contractId }) => `${contractId} ${code}`);

    it('speak of a payment in flight, from here or elsewhere, and of one that looks the same', async () => {
      const id = harness.nextContract();
      await harness.call.pay(await harness.call.prepare([id], { amount: usd(107_500) }));
      expect(await warningsOf(id, { amount: usd(5_000) })).toEqual([`${id} in-flight`]);
      expect(await warningsOf(id, { amount: usd(107_500) })).toEqual([`${id} in-flight`, `${id} look-alike`]);
      expect(await warningsOf('elsewhere', { amount: usd(107_500) })).toEqual(['elsewhere in-flight', 'elsewhere look-alike']);
    });

    it('speak of a look-alike that was sent to the bank this week, not of one that came back', async () => {
      const id = harness.nextContract();
      await harness.call.pay(await harness.call.prepare([id], { amount: usd(5_000) }));
      const become = (status: string) => harness.store.db.updateTable('payments').set({ status }).where('contract_id', '=', id).execute();
      await become('paid');
      expect(await warningsOf(id, { amount: usd(5_000) })).toEqual([`${id} look-alike`]);
      expect(await warningsOf(id, { amount: usd(5_001) })).toEqual([]);
      harness.setClock('2026-12-01T15:00:00Z');
      expect(await warningsOf(id, { amount: usd(5_000) })).toEqual([]);
      harness.setClock(morning);
      await become('returned');
      expect(await warningsOf(id, { amount: usd(5_000) })).toEqual([]);
    });

    it('speak of autopay, in the language of the payer', async () => {
      expect(await warningsOf('autopay')).toEqual(['autopay autopay']);
      const { warnings } = await previewOf(['autopay'], { locale: 'fr-CA' });
      expect(warnings[0]?.text).toContain('paiement automatique');
      expect(warnings[0]?.text).toContain('1er décembre 2026');
    });
  });

  describe('its estimate', () => {
    it('is the application by the method of the lender, to the cent', async () => {
      const id = harness.nextContract();
      const [estimate] = (await previewOf([id], { amount: usd(200_000) })).estimate ?? [];
      expect(estimate).toEqual({
        contractId: id,
        method: 'balance_forward',
        applied: [
          { invoiceId: `${id}-a`, chargeId: `${id}-a-1`, amount: usd(100_000) },
          { invoiceId: `${id}-a`, chargeId: `${id}-a-2`, amount: usd(5_000) },
          { invoiceId: `${id}-a`, chargeId: `${id}-a-3`, amount: usd(2_500) },
          { invoiceId: `${id}-b`, chargeId: `${id}-b-1`, amount: usd(92_500) },
        ],
        unapplied: usd(0),
      });
    });

    it('counts payments in flight first', async () => {
      const [estimate] = (await previewOf(['elsewhere'], { amount: usd(5_000) })).estimate ?? [];
      expect(estimate?.applied).toEqual([{ invoiceId: 'elsewhere-b', chargeId: 'elsewhere-b-1', amount: usd(5_000) }]);
    });

    it('leaves unapplied what falls outside the window', async () => {
      const id = harness.nextContract();
      const window = { cashApplication: { method: 'priority_post', windowDays: 7 } } as const;
      const back = { cashApplication: { method: 'balance_forward', windowDays: undefined } } as const;
      await harness.withLender(window, back, async () => {
        const [estimate] = (await previewOf([id], { amount: usd(230_000) })).estimate ?? [];
        expect(estimate).toMatchObject({ method: 'priority_post', unapplied: usd(15_000) });
      });
    });

    it('stays away where the lender gives none', async () => {
      await harness.withLender({ features: { estimate: false } }, { features: { estimate: true } }, async () => {
        expect(await previewOf([harness.nextContract()])).not.toHaveProperty('estimate');
      });
    });
  });

  it('refuses what the payment would refuse, with the same problems', async () => {
    const id = harness.nextContract();
    const plan = await harness.call.plan([id]);
    const [item] = plan.items;
    if (item === undefined) throw new Error('a plan has an item');
    const refuse = async (request: object): Promise<string> => {
      const answer = await harness.call('/payments/preview', { json: request });
      return `${refusalOf(answer)}: ${errorsOf(answer).join(', ')}`;
    };
    expect(await refuse({ ...plan, items: [{ ...item, contractVersion: 'old' }] })).toBe(
      '409 contract-changed: /items/0/contractVersion stale',
    );
    expect(await refuse({ ...plan, items: [item, item] })).toBe('422 invalid: /items/1/contractId duplicate');
    expect(await refuse({ ...plan, accountId: 'nobody' })).toBe('422 invalid: /accountId unknown-id');
    expect(await refuse({ ...plan, accountId: 'acme-unverified' })).toBe('422 account-not-usable: /accountId unverified');
    expect(await refuse({ ...plan, date: '2026-11-22' })).toBe('422 invalid: /date past');
    expect(await refuse({})).toBe('422 invalid: /items required, /date required, /accountId required, /locale required');
  });
});
