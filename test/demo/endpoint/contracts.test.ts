/**
 * What a payer sees: contracts, sums, open invoices, page by page.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractPage, InvoicePage } from '../../../src/api/index.js';
import type { PortfolioInput } from '../../../demo/endpoint/portfolio.js';
import { errorsOf, refusalOf, usd } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { invoice, plainContract, testPortfolio, today } from './support/portfolio.js';

const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString().slice(0, 10);

/** Three contracts whose orders by due date, number and open amount all differ, and one with many invoices. */
const sortable = (): PortfolioInput => ({
  ...testPortfolio(),
  contracts: [
    { ...plainContract('one'), number: 'B-2', invoices: [invoice('one-1', '2026-12-01', [['rent', 300]])] },
    { ...plainContract('two'), number: 'a-3', invoices: [invoice('two-1', '2026-10-01', [['rent', 100]])] },
    { ...plainContract('three'), number: 'A_1%', invoices: [invoice('three-1', today, [['rent', 200]])] },
    { ...plainContract('four'), number: 'C-9', invoices: [] },
    { ...plainContract('pesos'), number: 'D-1', currency: 'MXN', invoices: [invoice('pesos-1', '2026-11-01', [['rent', 50]])] },
    {
      ...plainContract('long', ['beta']),
      invoices: Array.from({ length: 450 }, (_, index) => invoice(`long-${index}`, day(450 - index), [['rent', 100 + index]])),
    },
    {
      ...plainContract('partly', ['beta']),
      invoices: [
        {
          ...invoice('partly-1', today, []),
          charges: [
            { id: 'rent', type: 'rent', description: 'Rent', amount: 500, open: 200 },
            { id: 'tax', type: 'sales_tax', description: 'Tax', amount: 50, open: 0 },
          ],
        },
        { ...invoice('partly-2', today, []), charges: [{ id: 'rent', type: 'rent', description: 'Rent', amount: 500, open: 0 }] },
      ],
    },
  ],
});

onBothDatabases('the list of contracts', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect, sortable());
  });
  afterAll(() => harness.stop());

  const list = async (query: string, as = 'acme'): Promise<ContractPage> => {
    const answer = await harness.call(`/contracts${query}`, { as });
    expect(answer.status, answer.text).toBe(200);
    return ContractPage.parse(answer.body);
  };
  const ids = async (query: string, as = 'acme'): Promise<string[]> => (await list(query, as)).items.map(({ id }) => id);

  it('comes oldest due date first, or by number, or most open first', async () => {
    expect(await ids('')).toEqual(['two', 'pesos', 'three', 'one', 'four']);
    expect(await ids('?sort=dueDate')).toEqual(['two', 'pesos', 'three', 'one', 'four']);
    expect(await ids('?sort=number')).toEqual(['three', 'one', 'four', 'pesos', 'two']);
    expect(await ids('?sort=open')).toEqual(['one', 'three', 'two', 'pesos', 'four']);
  });

  it.each(['dueDate', 'number', 'open'])('by %s, page by page, is the same list with nothing twice and nothing left out', async (sort) => {
    const whole = await ids(`?sort=${sort}`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ContractPage = await list(`?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
      expect(page.total).toBe(5);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole);
  });

  it('counts and sums the whole result per currency, not the page', async () => {
    const page = await list('?limit=1');
    expect(page.total).toBe(5);
    expect(page.totals).toEqual([
      { pastDue: { value: 50, currency: 'MXN' }, due: { value: 50, currency: 'MXN' }, open: { value: 50, currency: 'MXN' } },
      { pastDue: usd(100), due: usd(300), open: usd(600) },
    ]);
    expect(page.nextCursor).not.toBeNull();
  });

  it('finds contracts by a part of their number or of an open invoice, in any case, wildcards meaning themselves', async () => {
    expect(await ids('?q=b-2')).toEqual(['one']);
    expect(await ids('?q=INV-TWO')).toEqual(['two']);
    expect(await ids('?q=%25')).toEqual(['three']);
    expect(await ids('?q=_')).toEqual(['three']);
    expect(await ids("?q='")).toEqual([]);
    expect(await ids('?q=%5C')).toEqual([]);
    const none = await list('?q=nothing-like-it');
    expect(none).toMatchObject({ items: [], total: 0, totals: [], nextCursor: null });
    expect(await ids('?q=inv-partly-2', 'beta')).toEqual([]);
  });

  it('holds each contract to its payer', async () => {
    expect(await ids('', 'beta')).toEqual(['long', 'partly']);
    expect(await ids('', 'guarantor')).toEqual([]);
  });

  it.each([
    ['?status=all', '?status unknown-value'],
    ['?status=', '?status unknown-value'],
    ['?sort=name', '?sort unknown-value'],
    ['?limit=0', '?limit invalid'],
    ['?limit=-1', '?limit invalid'],
    ['?limit=ten', '?limit invalid'],
    ['?limit=1.5', '?limit invalid'],
    ['?limit=', '?limit invalid'],
    ['?cursor=', '?cursor unknown-cursor'],
    ['?cursor=AAAA', '?cursor unknown-cursor'],
    ['?q=%00', '?q invalid'],
    [`?q=${'x'.repeat(101)}`, '?q too-long'],
  ])('refuses %s', async (query, error) => {
    const answer = await harness.call(`/contracts${query}`);
    expect(refusalOf(answer)).toBe('422 invalid');
    expect(errorsOf(answer)).toEqual([error]);
  });

  it('refuses a cursor of another list, another payer, or one that was tampered with', async () => {
    const { nextCursor } = await list('?limit=1');
    const cursor = nextCursor ?? '';
    const flipped = `${cursor.slice(0, -2)}${cursor.endsWith('A') ? 'B' : 'A'}${cursor.slice(-1)}`;
    for (const [query, as] of [
      [`?sort=number&cursor=${cursor}`, 'acme'],
      [`?q=a&cursor=${cursor}`, 'acme'],
      [`?cursor=${cursor}`, 'beta'],
      [`?cursor=${flipped}`, 'acme'],
    ] as const) {
      expect(refusalOf(await harness.call(`/contracts${query}`, { as }))).toBe('422 invalid');
    }
  });

  it('lowers a limit that is too large', async () => {
    expect((await list('?limit=9999')).items).toHaveLength(5);
    const page = InvoicePage.parse((await harness.call('/contracts/long/invoices?limit=9999', { as: 'beta' })).body);
    expect(page.items).toHaveLength(200);
  });

  describe('and the invoices of one', () => {
    it('ride along, ten of them, and go on from there by the cursor', async () => {
      const contract = await harness.call.contract('long', 'beta');
      expect(contract.invoices.items).toHaveLength(10);
      const seen = [...contract.invoices.items];
      let cursor = contract.invoices.nextCursor;
      while (cursor !== null) {
        const page: InvoicePage = InvoicePage.parse(
          (await harness.call(`/contracts/long/invoices?limit=99&cursor=${cursor}`, { as: 'beta' })).body,
        );
        seen.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(seen).toHaveLength(450);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(450);
      const dates = seen.map(({ dueDate }) => dueDate);
      expect(dates).toEqual([...dates].sort());
      expect(contract.totals.open.value).toBe(seen.reduce((sum, { open }) => sum + open.value, 0));
    });

    it('are only what is open, each the sum of its charges', async () => {
      const page = InvoicePage.parse((await harness.call('/contracts/partly/invoices', { as: 'beta' })).body);
      expect(page.items).toHaveLength(1);
      expect(page.items[0]).toMatchObject({
        number: 'INV-partly-1',
        status: 'due',
        amount: usd(550),
        open: usd(200),
        charges: [{ id: 'rent', type: 'rent', description: 'Rent', open: usd(200) }],
      });
      expect(page.nextCursor).toBeNull();
    });

    it('are asked for with limits and cursors of their own', async () => {
      expect(errorsOf(await harness.call('/contracts/two/invoices?limit=none'))).toEqual(['?limit invalid']);
      expect(errorsOf(await harness.call('/contracts/two/invoices?cursor=x'))).toEqual(['?cursor unknown-cursor']);
      expect(refusalOf(await harness.call('/contracts/unknown/invoices'))).toBe('404 not-found');
    });
  });
});

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

  it('moves from due to past due when the day in the time zone of the lender ends', async () => {
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
    const wide = (index: number) =>
      invoice(
        `wide-${index}`,
        day(index + 1),
        Array.from({ length: 400 }, () => ['rent', 100] as const),
      );
    const own = await startHarness(dialect, {
      ...testPortfolio(),
      contracts: Array.from({ length: 5 }, (_, index) => ({
        ...plainContract(`w${index}`),
        invoices: Array.from({ length: 60 }, (_unused, place) => wide(place)),
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
      expect(all).toHaveLength(60);
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
