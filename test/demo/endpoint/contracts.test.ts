/**
 * One contract as its payer sees it: sums, what is in flight, whether it can be paid and why not.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ContractPage, InvoicePage } from '../../../src/api/index.js';
import { usd } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { invoice, plainContract, testPortfolio, today } from './support/portfolio.js';

onBothDatabases('a contract', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  it('shows past due within due within open, and when the next is due', async () => {
    const contract = await harness.call.contract('c01');
    expect(contract).toMatchObject({
      number: '100-c01',
      status: 'open',
      totals: { pastDue: usd(107_500), due: usd(215_000), open: usd(322_500) },
      nextDueDate: '2026-12-23',
      inFlight: [],
      payable: true,
    });
    expect(contract.invoices.items.map(({ status }) => status)).toEqual(['past_due', 'due', 'open']);
    expect(contract).not.toHaveProperty('notPayableReason');
  });

  it('case 58: moves from due to past due when the day in the time zone of the lender ends', async () => {
    harness.setClock('2026-11-24T05:59:59Z');
    expect((await harness.call.contract('c01')).totals.pastDue).toEqual(usd(107_500));
    harness.setClock('2026-11-24T06:00:00Z');
    expect((await harness.call.contract('c01')).totals).toEqual({ pastDue: usd(215_000), due: usd(215_000), open: usd(322_500) });
    harness.setClock('2026-11-23T15:00:00Z');
  });

  it('counts a credit against what is open', async () => {
    const contract = await harness.call.contract('credit');
    expect(contract.totals).toEqual({ pastDue: usd(0), due: usd(30_000), open: usd(30_000) });
    expect(contract.invoices.items[0]?.charges.map(({ open }) => open.value)).toEqual([50_000, -20_000]);
  });

  it('says why it cannot be paid', async () => {
    for (const [id, reason] of [
      ['read-only', 'In dispute. Call us.'],
      ['closed', 'This contract is closed.'],
      ['nothing', 'Nothing is open on this contract.'],
      ['taken', 'Payments for all that is open are already under way.'],
    ] as const) {
      expect(await harness.call.contract(id)).toMatchObject({ payable: false, notPayableReason: reason });
    }
  });

  it('can be paid ahead where the lender takes more than is open', async () => {
    await harness.withLender({ features: { overpay: true } }, { features: { overpay: false } }, async () => {
      expect((await harness.call.contract('nothing')).payable).toBe(true);
      expect((await harness.call.contract('taken')).payable).toBe(true);
      expect((await harness.call.contract('closed')).payable).toBe(false);
    });
  });

  it('shows payments from another channel in flight, without an id', async () => {
    expect((await harness.call.contract('elsewhere')).inFlight).toEqual([{ amount: usd(107_500), date: today, status: 'scheduled' }]);
  });

  it('shows autopay and, behind the switch, what is closed', async () => {
    expect((await harness.call.contract('autopay')).autopay).toEqual({ nextDate: '2026-12-01' });
    const closed = ContractPage.parse((await harness.call('/contracts?status=closed')).body);
    expect(closed.items.map(({ id }) => id)).toEqual(['closed']);
    expect(closed.total).toBe(1);
  });

  it('shows a problem with its data as a named line that cannot be paid', async () => {
    await harness.store.db.updateTable('contracts').set({ problem: 'Its invoices are being corrected.' }).where('id', '=', 'c02').execute();
    expect(await harness.call.contract('c02')).toMatchObject({ payable: false, problem: 'Its invoices are being corrected.' });
  });

  it('keeps an answer under its limit: what does not fit goes to the next page', async () => {
    const wide = (id: string, place: number) =>
      invoice(
        id,
        `2026-01-${String((place % 28) + 1).padStart(2, '0')}`,
        Array.from({ length: 400 }, () => ['rent', 100] as const),
      );
    const own = await startHarness(dialect, {
      ...testPortfolio(),
      contracts: [40, 11, 11, 11, 11].map((length, index) => ({
        ...plainContract(`w${index}`),
        invoices: Array.from({ length }, (_, place) => wide(`w${index}-${place}`, place)),
      })),
    });
    try {
      const all: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const answer = await own.call(`/contracts/w0/invoices?limit=200${cursor && `&cursor=${cursor}`}`);
        expect(Buffer.byteLength(answer.text)).toBeLessThan(1_048_576);
        const page: InvoicePage = InvoicePage.parse(answer.body);
        all.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(all).toHaveLength(40);
      const list = await own.call('/contracts');
      expect(Buffer.byteLength(list.text)).toBeLessThan(1_048_576);
      const { items, nextCursor } = ContractPage.parse(list.body);
      const rest = nextCursor === null ? [] : ContractPage.parse((await own.call(`/contracts?cursor=${nextCursor}`)).body).items;
      expect([...items, ...rest].map(({ id }) => id)).toEqual(['w0', 'w1', 'w2', 'w3', 'w4']);
    } finally {
      await own.stop();
    }
  });
});
