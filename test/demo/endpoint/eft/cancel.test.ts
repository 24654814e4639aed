/**
 * A payer cancels: before the batch the record is neutralised, after it nothing changes; who asks twice gets one answer.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmCancels } from '../../../../demo/endpoint/worker.js';
import { Payment } from '../../../../src/api/index.js';
import { paymentsOf, refusalOf, usd, type Answer } from '../support/caller.js';
import { onBothDatabases } from '../support/databases.js';
import { createDesk, type Desk } from '../support/desk.js';
import { startHarness, type Harness } from '../support/harness.js';
import { morning } from '../support/portfolio.js';

onBothDatabases('a cancellation', (dialect) => {
  let harness: Harness;
  let desk: Desk;
  beforeAll(async () => {
    harness = await startHarness(dialect);
    desk = createDesk(harness);
  });
  beforeEach(() => {
    harness.setClock(morning);
  });
  afterAll(() => harness.stop());

  const cancel = (id: string, as = 'acme'): Promise<Answer> => harness.call(`/payments/${id}/cancel`, { method: 'POST', as });

  it('of a pending payment is asked for at once, and confirmed by the worker: the record is neutralised and the amount is free', async () => {
    const contractId = harness.nextContract();
    const { id, cancelable } = await desk.pay(contractId);
    expect(cancelable).toBe(true);
    const paid = await harness.call.contract(contractId);

    const answer = await cancel(id);
    expect(answer.status).toBe(200);
    expect(Payment.parse(answer.body)).toMatchObject({ id, status: 'pending_cancel', cancelable: false });
    const asked = await harness.call.contract(contractId);
    expect(asked.version).not.toBe(paid.version);
    expect(asked.inFlight).toMatchObject([{ paymentId: id, status: 'pending_cancel' }]);

    await desk.work();
    expect(await desk.payment(id)).toMatchObject({ status: 'canceled', cancelable: false });
    expect(await desk.record(id)).toMatchObject({ status: 'canceled', payments: 0, payments_processed: 0, batch_id: null });
    const canceled = await harness.call.contract(contractId);
    expect(canceled.version).not.toBe(asked.version);
    expect(canceled).toMatchObject({ inFlight: [], payable: true, totals: paid.totals });
  });

  it('of a scheduled payment goes the same way, and no batch takes the record any more', async () => {
    const { id } = await desk.pay(harness.nextContract());
    await desk.work();
    expect(await desk.payment(id)).toMatchObject({ status: 'scheduled', cancelable: true });
    expect((await cancel(id)).status).toBe(200);
    await desk.work();
    expect((await desk.generate()).records).toBe(0);
    expect(await desk.payment(id)).toMatchObject({ status: 'canceled' });
  });

  it('can be repeated, before and after it is confirmed, and changes nothing more', async () => {
    const contractId = harness.nextContract();
    const { id } = await desk.pay(contractId);
    const first = await cancel(id);
    const { version } = await harness.call.contract(contractId);
    harness.setClock('2026-11-23T15:00:02Z');
    expect((await cancel(id)).body).toEqual(first.body);
    // Also past the cut-off: what was asked for in time stays asked for.
    harness.setClock('2026-11-23T23:00:00Z');
    expect((await cancel(id)).body).toEqual(first.body);
    expect((await harness.call.contract(contractId)).version).toBe(version);
    await desk.work();
    const confirmed = await cancel(id);
    expect(confirmed.status).toBe(200);
    expect(Payment.parse(confirmed.body).status).toBe('canceled');
  });

  it('is not confirmed before its time, nor twice', async () => {
    const { id } = await desk.pay(harness.nextContract());
    await cancel(id);
    harness.setClock('2026-11-23T15:00:04.999Z');
    expect(await confirmCancels(harness.deps)).toBe(0);
    harness.setClock('2026-11-23T15:00:05Z');
    expect(await confirmCancels(harness.deps)).toBe(1);
    expect(await confirmCancels(harness.deps)).toBe(0);
  });

  it('is too late from the cut-off of the payment’s date, and nothing changes', async () => {
    const contractId = harness.nextContract();
    const { id } = await desk.pay(contractId);
    const { version } = await harness.call.contract(contractId);
    harness.setClock('2026-11-23T21:59:59.999Z');
    expect((await desk.payment(id)).cancelable).toBe(true);
    harness.setClock('2026-11-23T22:00:00Z');
    expect((await desk.payment(id)).cancelable).toBe(false);
    expect(refusalOf(await cancel(id))).toBe('409 too-late-to-cancel');
    expect((await desk.payment(id)).status).toBe('pending');
    expect((await harness.call.contract(contractId)).version).toBe(version);
  });

  it('of a payment dated later is in time until the cut-off of that day', async () => {
    const { id } = await desk.pay(harness.nextContract(), { date: '2026-11-25' });
    harness.setClock('2026-11-25T21:59:59Z');
    expect((await cancel(id)).status).toBe(200);
  });

  it('is too late once a batch holds the record, before that batch is posted and after', async () => {
    await desk.sendAll();
    const { id } = await desk.pay(harness.nextContract());
    await desk.work();
    const generated = await desk.generate();
    expect(generated.records).toBe(1);
    expect(await desk.payment(id)).toMatchObject({ status: 'scheduled', cancelable: false });
    expect(refusalOf(await cancel(id))).toBe('409 too-late-to-cancel');
    await desk.post(generated);
    expect(refusalOf(await cancel(id))).toBe('409 too-late-to-cancel');
    expect((await desk.payment(id)).status).toBe('paid');
  });

  it('that a batch overtakes ends as Paid, and the payer is told why, in their language', async () => {
    const { id } = await desk.pay(harness.nextContract(), { locale: 'es-US' });
    await desk.work();
    await cancel(id);
    const generated = await desk.generate();
    expect(await desk.payment(id)).toMatchObject({
      status: 'pending_cancel',
      statusReason: { code: 'too-late-to-cancel', text: expect.stringContaining('tarde') as string },
    });
    expect(refusalOf(await cancel(id))).toBe('409 too-late-to-cancel');
    await desk.work();
    expect((await desk.payment(id)).status).toBe('pending_cancel');
    await desk.post(generated);
    expect(await desk.payment(id)).toMatchObject({ status: 'paid', statusReason: { code: 'too-late-to-cancel' } });
  });

  it('is nobody else’s: another payer, even of the same contract, learns nothing', async () => {
    const [payment] = paymentsOf(await harness.call.pay(await harness.call.prepare(['shared'], { amount: usd(107_500) })));
    const id = payment?.id ?? '';
    expect(refusalOf(await cancel(id, 'guarantor'))).toBe('404 not-found');
    expect(refusalOf(await cancel('pay_unknown'))).toBe('404 not-found');
    expect(refusalOf(await cancel('not%20an%20id'))).toBe('404 not-found');
    expect((await desk.payment(id)).status).toBe('pending');
  });

  it('shows a replay as it is now', async () => {
    const request = await harness.call.prepare([harness.nextContract()]);
    const [payment] = paymentsOf(await harness.call.pay(request));
    await cancel(payment?.id ?? '');
    const replay = await harness.call.pay(request);
    expect([replay.status, replay.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    expect(paymentsOf(replay)).toMatchObject([{ status: 'pending_cancel', cancelable: false }]);
  });

  describe('where the lender does not offer it', () => {
    it('is 403 whoever asks, and no payment says it can be canceled', async () => {
      await harness.withLender({ features: { cancel: false } }, { features: { cancel: true } }, async () => {
        const { id, cancelable } = await desk.pay(harness.nextContract());
        expect(cancelable).toBe(false);
        expect(refusalOf(await cancel(id))).toBe('403 forbidden');
        expect(refusalOf(await cancel('unknown'))).toBe('403 forbidden');
        expect((await desk.payment(id)).status).toBe('pending');
      });
    });
  });

  it('and a batch that come at once: one of the two wins, and the payer is told which', async () => {
    await desk.sendAll();
    for (let round = 0; round < 8; round += 1) {
      const { id } = await desk.pay(harness.nextContract());
      await desk.work();
      const [answer, generated] = await Promise.all([cancel(id), desk.generate()]);
      await desk.work();
      const { status } = await desk.payment(id);
      const outcome = [answer.status, generated.records, status].join(' ');
      expect(['200 0 canceled', '200 1 pending_cancel', '409 1 scheduled']).toContain(outcome);
    }
  });
});
