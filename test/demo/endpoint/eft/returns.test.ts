/**
 * A debit comes back: the payer reads why, and what its application covered is open again, exactly.
 */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { returnCodes } from '../../../../demo/endpoint/eft/return-codes.js';
import { cashApplicationMethods } from '../../../../demo/endpoint/cash-application.js';
import { returnPayment } from '../../../../demo/endpoint/eft/returns.js';
import { languageFor } from '../../../../demo/endpoint/words/index.js';
import { PaymentDetail } from '../../../../src/api/index.js';
import { usd } from '../support/caller.js';
import { onBothDatabases } from '../support/databases.js';
import { createDesk, mixedContract, type Desk } from '../support/desk.js';
import { startHarness, type Harness } from '../support/harness.js';
import { morning, testPortfolio } from '../support/portfolio.js';

onBothDatabases('a returned payment', (dialect) => {
  let harness: Harness;
  let desk: Desk;
  let taken = 0;
  beforeAll(async () => {
    const contracts = Array.from({ length: 20 }, (_, index) => mixedContract(`m${index + 1}`));
    harness = await startHarness(dialect, { ...testPortfolio(), contracts });
    desk = createDesk(harness);
  });
  beforeEach(() => {
    harness.setClock(morning);
  });
  afterAll(() => harness.stop());

  const nextMixed = (): string => {
    taken += 1;
    return `m${taken}`;
  };

  it.each(cashApplicationMethods)('opens again exactly what it had covered by %s', async (method) => {
    await harness.withLender({ cashApplication: { method } }, { cashApplication: { method: 'balance_forward' } }, async () => {
      const id = nextMixed();
      const open = await desk.open(id);
      const before = await harness.call.contract(id);
      const payment = await desk.pay(id, { amount: usd(110_000) });
      await desk.sendAll();
      const posted = await harness.call.contract(id);
      harness.setClock('2026-11-25T15:00:00Z');
      expect(await desk.comeBack(payment.id, 'R01')).toBe(true);

      expect(await desk.open(id)).toEqual(open);
      const after = await harness.call.contract(id);
      expect(after.totals.open).toEqual(before.totals.open);
      expect(after.inFlight).toEqual([]);
      expect(after.payable).toBe(true);
      expect(after.version).not.toBe(posted.version);
      expect(await desk.payment(payment.id)).toMatchObject({
        status: 'returned',
        cancelable: false,
        statusReason: { code: 'R01', text: 'There was not enough money in the bank account.' },
        updatedAt: '2026-11-25T15:00:00.000Z',
      });
      expect(await desk.record(payment.id)).toMatchObject({ status: 'returned', payments: 0, payments_processed: 1 });
    });
  });

  it('takes its own application back and leaves a later payment’s where it is', async () => {
    const id = nextMixed();
    const first = await desk.pay(id, { amount: usd(102_500) });
    await desk.sendAll();
    await desk.pay(id, { amount: usd(30_000) });
    await desk.sendAll();
    await desk.comeBack(first.id, 'R02');
    expect(await desk.open(id)).toEqual({
      [`${id}-a-1`]: 100_000,
      [`${id}-a-2`]: 2_500,
      [`${id}-b-1`]: 70_000,
      [`${id}-b-2`]: 5_000,
      [`${id}-b-3`]: 2_500,
    });
  });

  it('of a contract paid whole makes it payable again', async () => {
    const id = nextMixed();
    const payment = await desk.pay(id, { amount: usd(210_000) });
    await desk.sendAll();
    expect((await harness.call.contract(id)).payable).toBe(false);
    await desk.comeBack(payment.id, 'R01');
    expect(await harness.call.contract(id)).toMatchObject({ payable: true, totals: { pastDue: usd(102_500), open: usd(210_000) } });
  });

  it('takes its unapplied cash back too', async () => {
    await harness.withLender({ features: { overpay: true } }, { features: { overpay: false } }, async () => {
      const payment = await desk.pay(nextMixed(), { amount: usd(212_000) });
      await desk.sendAll();
      await desk.comeBack(payment.id, 'R01');
      const posting = await harness.store.db
        .selectFrom('postings')
        .selectAll()
        .where('payment_id', '=', payment.id)
        .executeTakeFirstOrThrow();
      expect(posting).toMatchObject({ unapplied_value: 2_000, reversed_at: morning.toISOString() });
    });
  });

  it('comes back once: a second return changes neither the reason nor what is open', async () => {
    const id = nextMixed();
    const payment = await desk.pay(id, { amount: usd(110_000) });
    await desk.sendAll();
    const returns = await Promise.all([desk.comeBack(payment.id, 'R01'), desk.comeBack(payment.id, 'R01')]);
    expect([...returns].sort()).toEqual([false, true]);
    const { version } = await harness.call.contract(id);
    expect(await desk.comeBack(payment.id, 'R16')).toBe(false);
    expect((await desk.payment(payment.id)).statusReason?.code).toBe('R01');
    const contract = await harness.call.contract(id);
    expect(contract.version).toBe(version);
    expect(contract.totals.open).toEqual(usd(210_000));
  });

  it('is refused for what was not sent, for an unknown record and an unknown code', async () => {
    const payment = await desk.pay(nextMixed(), { amount: usd(1_000) });
    await expect(desk.comeBack(payment.id, 'R01')).rejects.toThrow('sent to the bank');
    await desk.work();
    await desk.generate();
    await expect(desk.comeBack(payment.id, 'R01')).rejects.toThrow('sent to the bank');
    await desk.sendAll();
    await expect(desk.comeBack(payment.id, 'R99')).rejects.toThrow('return code');
    await expect(returnPayment(harness.deps, 'eft_unknown', 'R01')).rejects.toThrow('no such record');
    expect((await desk.payment(payment.id)).status).not.toBe('returned');
  });

  it.each(['en-US', 'fr-CA', 'es-US', 'ar'])('says why in the language it was authorized in: %s', async (locale) => {
    const payment = await desk.pay(nextMixed(), { amount: usd(1_000), locale });
    await desk.sendAll();
    await desk.comeBack(payment.id, 'R03');
    const receipt = PaymentDetail.parse((await harness.call(`/payments/${payment.id}`)).body);
    expect(receipt).toMatchObject({ status: 'returned', statusReason: { code: 'R03', text: languageFor(locale).words.returned.R03 } });
    expect(new Set(returnCodes.map((code) => languageFor(locale).words.returned[code])).size).toBe(returnCodes.length);
  });
});
