/**
 * EFT Generation: which records a batch takes, on which day they reach the bank, and what became of those that came too late.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EftRefusal } from '../../../../demo/endpoint/eft/refusal.js';
import { onBothDatabases } from '../support/databases.js';
import { createDesk, type Desk } from '../support/desk.js';
import { startHarness, type Harness } from '../support/harness.js';

onBothDatabases('EFT generation', (dialect) => {
  let harness: Harness;
  let desk: Desk;
  beforeEach(async () => {
    harness = await startHarness(dialect);
    desk = createDesk(harness);
  });
  afterEach(() => harness.stop());

  it('takes the scheduled records due in the range into one batch, and nothing is paid yet', async () => {
    const { id } = await desk.pay('c11');
    await desk.pay('c12', { date: '2026-11-25' });
    await desk.work();
    await desk.pay('c13');
    const before = await harness.call.contract('c11');
    const { batches, records, failed } = await desk.generate('2026-11-23', '2026-11-24');
    expect([records, failed]).toEqual([1, 0]);
    expect(batches).toMatchObject([
      { number: 1, from_date: '2026-11-23', to_date: '2026-11-24', effective_date: '2026-11-24', status: 'open', posted_at: null },
    ]);
    expect(await desk.record(id)).toMatchObject({ status: 'batched', batch_id: batches[0]?.id, payments: 1, payments_processed: 0 });
    expect(await harness.call.contract('c11')).toEqual({ ...before, invoices: expect.anything() as unknown });
    expect((await desk.payment(id)).status).toBe('scheduled');
  });

  it('takes a record once, however often it runs', async () => {
    await desk.pay('c11');
    await desk.work();
    expect((await desk.generate()).records).toBe(1);
    expect(await desk.generate()).toMatchObject({ batches: [], records: 0 });
    await desk.pay('c12');
    await desk.work();
    expect((await desk.generate()).batches.map(({ number }) => number)).toEqual([2]);
  });

  it('takes each record once when two run at the same time', async () => {
    for (const id of ['c11', 'c12', 'c13', 'c14']) await desk.pay(id);
    await desk.work();
    const both = await Promise.all([desk.generate(), desk.generate()]);
    expect(both.map(({ records }) => records).sort()).toEqual([0, 4]);
  });

  it.each([
    ['the next business day', '2026-11-23', '2026-11-24'],
    ['not Thanksgiving: the day after', '2026-11-25', '2026-11-27'],
    ['not the weekend', '2026-11-27', '2026-11-30'],
    ['not the lender’s own closed day, nor Christmas, nor the weekend after', '2026-12-23', '2026-12-28'],
  ])('sends a record of its day to the bank on %s', async (_, due, effective) => {
    const { id, expectedDebitDate } = await desk.pay('c11', { date: due });
    await desk.work();
    harness.setClock(`${due}T23:30:00Z`);
    expect((await desk.generate(due, due)).batches).toMatchObject([{ effective_date: effective }]);
    expect(expectedDebitDate).toBe(effective);
    expect((await desk.payment(id)).expectedDebitDate).toBe(effective);
  });

  it('makes a batch for each day of the bank, and debits nobody before the day they authorized', async () => {
    await desk.pay('c11');
    await desk.pay('c12', { date: '2026-11-25' });
    await desk.work();
    const { batches, records } = await desk.generate('2026-11-23', '2026-12-31');
    expect(records).toBe(2);
    expect(batches.map(({ number, effective_date: date }) => [number, date])).toEqual([
      [1, '2026-11-24'],
      [2, '2026-11-27'],
    ]);
  });

  it('that runs late tells the payer the day that holds now', async () => {
    const { id, expectedDebitDate } = await desk.pay('c11');
    expect(expectedDebitDate).toBe('2026-11-24');
    await desk.work();
    harness.setClock('2026-11-25T18:00:00Z');
    await desk.generate('2026-11-01', '2026-11-25');
    expect((await desk.payment(id)).expectedDebitDate).toBe('2026-11-27');
  });

  it('refuses a range that ends before it begins', async () => {
    await expect(async () => desk.generate('2026-11-24', '2026-11-23')).rejects.toThrow(EftRefusal);
  });

  describe('of a record that has not arrived', () => {
    it('waits while it may still arrive', async () => {
      const { id } = await desk.pay('c11');
      harness.setClock('2026-11-23T22:00:30Z');
      expect(await desk.generate()).toMatchObject({ records: 0, failed: 0 });
      expect((await desk.payment(id)).status).toBe('pending');
    });

    it('fails the payment with a reason in its payer’s language, frees the amount and raises the version', async () => {
      const { id } = await desk.pay('c11', { locale: 'fr-CA' });
      const later = await desk.pay('c12', { date: '2026-11-25' });
      const { version } = await harness.call.contract('c11');
      harness.setClock('2026-11-23T22:02:00Z');
      expect(await desk.generate('2026-11-20', '2026-11-27')).toMatchObject({ batches: [], records: 0, failed: 1 });
      expect(await desk.payment(id)).toMatchObject({
        status: 'failed',
        cancelable: false,
        statusReason: { code: 'not-recorded', text: expect.stringContaining('Rien n’a été débité') as string },
      });
      expect(await desk.record(id)).toMatchObject({ status: 'failed', payments: 0, batch_id: null });
      const contract = await harness.call.contract('c11');
      expect(contract.inFlight).toEqual([]);
      expect(contract.version).not.toBe(version);
      expect((await desk.payment(later.id)).status).toBe('pending');
      await desk.work();
      expect((await desk.payment(id)).status).toBe('failed');
    });
  });
});
