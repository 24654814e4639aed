/**
 * Posting a batch: the payments are sent, and their cash lowers what is open as the lender's method says.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateBatches } from '../../../../demo/endpoint/eft/generation.js';
import { postBatch } from '../../../../demo/endpoint/eft/posting.js';
import { EftRefusal } from '../../../../demo/endpoint/eft/refusal.js';
import { cashApplicationMethods, type CashApplicationSettings } from '../../../../demo/endpoint/cash-application.js';
import { openStore } from '../../../../demo/endpoint/store/open.js';
import { PaymentPage, Preview } from '../../../../src/api/index.js';
import { usd } from '../support/caller.js';
import { onBothDatabases } from '../support/databases.js';
import { createDesk, mixedContract, type Desk } from '../support/desk.js';
import { startHarness, type Harness } from '../support/harness.js';
import { invoice, morning, plainContract, testPortfolio } from '../support/portfolio.js';

const asSeeded: Partial<CashApplicationSettings> = { method: 'balance_forward', windowDays: undefined, groups: {} };
const overpay = { features: { overpay: true } };
const noOverpay = { features: { overpay: false } };

/** What stays open of `mixedContract` after 1,100.00, by charge; the whole is in the contract itself. */
const leftBy = {
  balance_forward: { 'b-1': 92_500, 'b-2': 5_000, 'b-3': 2_500 },
  balance_forward_pro_rated: { 'b-1': 93_023, 'b-2': 4_651, 'b-3': 2_326 },
  priority_post: { 'a-2': 2_500, 'b-1': 90_000, 'b-2': 5_000, 'b-3': 2_500 },
  priority_post_oldest_due_by: { 'b-1': 97_500, 'b-3': 2_500 },
} as const;

onBothDatabases('a posted batch', (dialect) => {
  let harness: Harness;
  let desk: Desk;
  let taken = 0;
  beforeAll(async () => {
    const mixed = Array.from({ length: 20 }, (_, index) => mixedContract(`m${index + 1}`));
    const portfolio = testPortfolio();
    harness = await startHarness(dialect, { ...portfolio, contracts: [...portfolio.contracts, ...mixed, plainContract('window')] });
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
  const ofCharges = (id: string, open: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(open).map(([charge, value]) => [`${id}-${charge}`, value]));
  const posting = (paymentId: string) =>
    harness.store.db.selectFrom('postings').selectAll().where('payment_id', '=', paymentId).executeTakeFirstOrThrow();

  describe.each(cashApplicationMethods)('by %s', (method) => {
    it('lowers the open amounts as the method and the estimate said, in the same moment the payment leaves what is in flight', async () => {
      await harness.withLender({ cashApplication: { ...asSeeded, method } }, { cashApplication: asSeeded }, async () => {
        const id = nextMixed();
        const before = await harness.call.contract(id);
        const plan = await harness.call.plan([id], { amount: usd(110_000) });
        const { estimate } = Preview.parse((await harness.call.preview(plan)).body);
        const payment = await desk.pay(id, { amount: usd(110_000) });
        const all = await desk.open(id);
        await desk.sendAll();

        const left = await desk.open(id);
        expect(left).toEqual(ofCharges(id, leftBy[method]));
        const estimated = (estimate?.[0]?.applied ?? []).map(({ chargeId, amount }) => [chargeId ?? '', amount.value] as const);
        const fallen = Object.entries(all).map(([charge, open]) => [charge, open - (left[charge] ?? 0)] as const);
        expect(fallen.filter(([, by]) => by > 0).sort()).toEqual([...estimated].sort());

        const after = await harness.call.contract(id);
        expect(after.inFlight).toEqual([]);
        expect(after.totals.open).toEqual(usd(before.totals.open.value - 110_000));
        expect(after.version).not.toBe(before.version);
        expect(await desk.payment(payment.id)).toMatchObject({ status: 'paid', cancelable: false });
        expect(await desk.record(payment.id)).toMatchObject({ status: 'posted', payments: 0, payments_processed: 1 });
        expect(await posting(payment.id)).toMatchObject({ method, applied_value: 110_000, unapplied_value: 0, posted_on: '2026-11-23' });
      });
    });
  });

  it('lets sales tax share with rent where they are grouped', async () => {
    await harness.withLender(
      { cashApplication: { ...asSeeded, groups: { sales_tax: 'rent' } } },
      { cashApplication: asSeeded },
      async () => {
        const id = nextMixed();
        await desk.pay(id, { amount: usd(155_000) });
        await desk.sendAll();
        // 52,500 for rent and tax of the second invoice: half of each.
        expect(await desk.open(id)).toEqual(ofCharges(id, { 'b-1': 50_000, 'b-2': 2_500, 'b-3': 2_500 }));
      },
    );
  });

  it('covers a contract whole: it has nothing open, and can no longer be paid', async () => {
    const id = nextMixed();
    await desk.pay(id, { amount: usd(210_000) });
    await desk.sendAll();
    const contract = await harness.call.contract(id);
    expect(contract).toMatchObject({ payable: false, totals: { pastDue: usd(0), due: usd(0), open: usd(0) } });
    expect(contract.invoices.items).toEqual([]);
    expect(contract.nextDueDate).toBeUndefined();
  });

  it('keeps what is left over as unapplied cash', async () => {
    await harness.withLender(overpay, noOverpay, async () => {
      const id = nextMixed();
      const payment = await desk.pay(id, { amount: usd(212_345) });
      await desk.sendAll();
      expect(await desk.open(id)).toEqual({});
      expect((await harness.call.contract(id)).totals.open).toEqual(usd(0));
      expect(await posting(payment.id)).toMatchObject({ applied_value: 210_000, unapplied_value: 2_345 });
    });
  });

  it('applies nothing to what is due after the window: that stays open, and the cash unapplied', async () => {
    await harness.withLender({ cashApplication: { ...asSeeded, windowDays: 7 } }, { cashApplication: asSeeded }, async () => {
      const payment = await desk.pay('window', { amount: usd(250_000) });
      await desk.sendAll();
      expect(await desk.open('window')).toEqual({ 'window-c-1': 100_000, 'window-c-2': 5_000, 'window-c-3': 2_500 });
      expect(await posting(payment.id)).toMatchObject({ applied_value: 215_000, unapplied_value: 35_000 });
    });
  });

  it('posts several payments of one contract one after another', async () => {
    const id = nextMixed();
    await desk.pay(id, { amount: usd(102_500) });
    await desk.pay(id, { amount: usd(50_000) });
    await desk.sendAll();
    expect(await desk.open(id)).toEqual(ofCharges(id, { 'b-1': 50_000, 'b-2': 5_000, 'b-3': 2_500 }));
    expect((await harness.call.contract(id)).inFlight).toEqual([]);
  });

  it('shows in the history as paid, newest first', async () => {
    const payment = await desk.pay(nextMixed(), { amount: usd(1_000) });
    await desk.sendAll();
    const { items } = PaymentPage.parse((await harness.call('/payments?limit=100')).body);
    expect(items.find(({ id }) => id === payment.id)).toMatchObject({ status: 'paid', cancelable: false });
  });

  it('makes what a payer saw before stale', async () => {
    const id = nextMixed();
    await desk.pay(id, { amount: usd(1_000) });
    const request = await harness.call.prepare([id], { amount: usd(2_000) });
    await desk.sendAll();
    const answer = await harness.call.pay(request);
    expect([answer.status, answer.text.includes('contract-changed')]).toEqual([409, true]);
  });

  it('posts once, also when two post it at the same time', async () => {
    const id = nextMixed();
    const payment = await desk.pay(id, { amount: usd(50_000) });
    await desk.work();
    const { batches } = await generateBatches(harness.deps, { from: '2026-11-23', to: '2026-11-23' });
    const [batch] = batches;
    const store = await openStore({ dataFolder: harness.database.dataFolder, databaseUrl: harness.database.databaseUrl });
    const second = { ...harness.deps, store };
    const posts = dialect === 'postgres' ? [harness.deps, second, harness.deps] : [harness.deps, harness.deps];
    await Promise.all(posts.map((deps) => postBatch(deps, batch?.id ?? '')));
    await store.close();
    harness.setClock('2026-11-24T15:00:00Z');
    expect(await postBatch(harness.deps, batch?.id ?? '')).toMatchObject({ status: 'posted', posted_at: morning.toISOString() });
    expect((await harness.call.contract(id)).totals.open).toEqual(usd(160_000));
    expect(await posting(payment.id)).toMatchObject({ applied_value: 50_000 });
  });

  it('is not there to be posted by an id that isn’t one', async () => {
    await expect(postBatch(harness.deps, 'batch_unknown')).rejects.toThrow(EftRefusal);
  });

  it('and payments that come at the same time never lose a cent, nor wait for each other for ever', async () => {
    const ids = [nextMixed(), nextMixed(), nextMixed()];
    for (const id of ids) await desk.pay(id, { amount: usd(10_000) });
    await desk.work();
    const { batches } = await generateBatches(harness.deps, { from: '2026-11-23', to: '2026-11-23' });
    const pays = await harness.call.prepare([...ids].reverse(), { amount: usd(1_000) });
    const [, answer] = await Promise.all([postBatch(harness.deps, batches[0]?.id ?? ''), harness.call.pay(pays)]);
    expect([201, 409]).toContain(answer.status);
    for (const id of ids) {
      const contract = await harness.call.contract(id);
      expect(contract.totals.open).toEqual(usd(200_000));
      expect(contract.inFlight.map(({ amount }) => amount.value)).toEqual(answer.status === 201 ? [1_000] : []);
    }
  });
});

describe('a contract with more open charges than a statement has room for', () => {
  it('is covered whole by one payment, and owed again when that comes back', async () => {
    const count = 7_000;
    const days = Array.from({ length: count }, (_, index) => new Date(Date.UTC(2020, 0, 1 + (index % 2_000))).toISOString().slice(0, 10));
    const long = {
      ...plainContract('long'),
      invoices: days.map((date, index) => invoice(`long-${index}`, date, [['rent', 30]])),
    };
    const harness = await startHarness('sqlite', { ...testPortfolio(), contracts: [long] });
    const desk = createDesk(harness);
    const payment = await desk.pay('long', { amount: usd(count * 30) });
    await desk.sendAll();
    expect((await harness.call.contract('long')).totals.open).toEqual(usd(0));
    const { applied } = await harness.store.db
      .selectFrom('cash_applications')
      .select(({ fn }) => fn.countAll<number>().as('applied'))
      .executeTakeFirstOrThrow();
    expect(applied).toBe(count);
    await desk.comeBack(payment.id, 'R01');
    expect((await harness.call.contract('long')).totals.open).toEqual(usd(count * 30));
    await harness.stop();
  });
});
