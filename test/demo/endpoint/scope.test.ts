/**
 * Who may see what: another payer's id answers exactly as one that doesn't exist, and a page drawn for somebody else does nothing.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentsOf, refusalOf, type Answer } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';

onBothDatabases('an id', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  /** All of an answer but its date. */
  const whole = ({ status, headers, text }: Answer): unknown => ({
    status,
    text,
    headers: [...headers].filter(([name]) => name !== 'date'),
  });

  describe("of another payer's answers as a missing one, byte for byte,", () => {
    it.each([
      ['GET', (id: string) => `/contracts/${id}`],
      ['GET', (id: string) => `/contracts/${id}/invoices`],
    ])('%s a contract (%#)', async (method, path) => {
      const foreign = await harness.call(path('foreign'), { method });
      expect(refusalOf(foreign)).toBe('404 not-found');
      expect(whole(foreign)).toEqual(whole(await harness.call(path('missing'), { method })));
    });

    it('for a payment', async () => {
      const [payment] = paymentsOf(await harness.call.pay(await harness.call.prepare([harness.nextContract()])));
      const foreign = await harness.call(`/payments/${payment?.id}`, { as: 'beta' });
      expect(refusalOf(foreign)).toBe('404 not-found');
      expect(whole(foreign)).toEqual(whole(await harness.call('/payments/pay_missing', { as: 'beta' })));
    });

    it('for a bank account', async () => {
      const foreign = await harness.call('/bank-accounts/beta-checking', { method: 'DELETE' });
      expect(refusalOf(foreign)).toBe('404 not-found');
      expect(whole(foreign)).toEqual(whole(await harness.call('/bank-accounts/missing', { method: 'DELETE' })));
      const kept = await harness.call('/bank-accounts', { as: 'beta' });
      expect(kept.text).toContain('beta-checking');
    });

    it('in the body of a preview and of a payment', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      const withContract = (contractId: string) => ({
        ...request,
        idempotencyKey: randomUUID(),
        items: request.items.map((item) => ({ ...item, contractId })),
      });
      const withAccount = (accountId: string) => ({ ...request, idempotencyKey: randomUUID(), accountId });
      for (const send of [harness.call.preview, harness.call.pay]) {
        expect(whole(await send(withContract('foreign')))).toEqual(whole(await send(withContract('missing'))));
        expect(whole(await send(withAccount('beta-checking')))).toEqual(whole(await send(withAccount('missing'))));
      }
      const answer = await harness.call.pay(withContract('foreign'));
      expect(answer.body).toMatchObject({ errors: [{ pointer: '/items/0/contractId', code: 'unknown-id' }] });
    });

    it('even when the id is no id at all', async () => {
      const missing = whole(await harness.call('/contracts/missing'));
      for (const id of ['%00', "'", '..%2F', 'x'.repeat(65), 'C01', '%F0%9F%92%B8']) {
        expect(whole(await harness.call(`/contracts/${id}`)), id).toEqual(missing);
        expect(refusalOf(await harness.call(`/payments/${id}`)), id).toBe('404 not-found');
        expect(refusalOf(await harness.call(`/bank-accounts/${id}`, { method: 'DELETE' })), id).toBe('404 not-found');
      }
    });
  });
});

onBothDatabases('a page drawn for another payer', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  const drawnForBeta = { 'aspire-pay-payer': 'beta' };

  it('is told so on every call, and who is signed in now', async () => {
    const calls = [
      ['GET', '/session'],
      ['GET', '/contracts'],
      ['GET', '/contracts/c01'],
      ['GET', '/contracts/c01/invoices'],
      ['GET', '/payments'],
      ['GET', '/payments/x'],
      ['GET', `/payments/by-key/${randomUUID()}`],
      ['PUT', `/payments/by-key/${randomUUID()}/void`],
      ['POST', '/payments/preview'],
      ['POST', '/payments/x/cancel'],
      ['GET', '/bank-accounts'],
      ['POST', '/bank-accounts'],
      ['DELETE', '/bank-accounts/acme-checking'],
    ] as const;
    for (const [method, path] of calls) {
      const answer = await harness.call(path, { method, headers: drawnForBeta, ...(method === 'POST' && { json: {} }) });
      expect(refusalOf(answer), `${method} ${path}`).toBe('403 payer-mismatch');
      expect(answer.headers.get('aspire-pay-payer')).toBe('acme');
    }
  });

  it('pays nothing, voids nothing, removes nothing', async () => {
    const request = await harness.call.prepare([harness.nextContract()]);
    const { idempotencyKey: key } = request;
    expect(refusalOf(await harness.call.pay(request, { headers: drawnForBeta }))).toBe('403 payer-mismatch');
    await harness.call(`/payments/by-key/${key}/void`, { method: 'PUT', headers: drawnForBeta });
    await harness.call('/bank-accounts/acme-personal', { method: 'DELETE', headers: drawnForBeta });
    expect(refusalOf(await harness.call(`/payments/by-key/${key}`))).toBe('404 not-found');
    expect((await harness.call('/bank-accounts')).text).toContain('acme-personal');
    expect((await harness.call.pay(request, { headers: { 'aspire-pay-payer': 'acme' } })).status).toBe(201);
  });

  it('sees no replay of the payment either', async () => {
    const request = await harness.call.prepare([harness.nextContract()]);
    await harness.call.pay(request);
    expect(refusalOf(await harness.call.pay(request, { headers: drawnForBeta }))).toBe('403 payer-mismatch');
  });

  it('is named in every answer, refusals included, so that the page can drop what is for another', async () => {
    for (const path of ['/session', '/contracts', '/contracts/missing', '/payments?limit=x', '/bank-accounts']) {
      expect((await harness.call(path)).headers.get('aspire-pay-payer'), path).toBe('acme');
    }
  });
});
