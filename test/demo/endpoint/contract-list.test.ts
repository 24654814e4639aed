/**
 * The list of contracts: sorted, searched, counted, page by page; and the invoices of one.
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
