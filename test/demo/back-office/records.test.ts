/** The back office sees each payment as one Alternate EFT record, without an invoice, with the proof of its authorization. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RecordDetail, RecordPage } from '../../../demo/back-office/records.js';
import { schedulePayments } from '../../../demo/endpoint/worker.js';
import { buildPortfolio } from '../../../demo/portfolio/build-portfolio.js';
import { createDemoInProcess, monday, payDue, type DemoInProcess } from '../demo-in-process.js';
import { createDatabase, onBothDatabases, type TestDatabase } from '../endpoint/support/databases.js';

const excavators = '100-0048213-002';
const loader = '100-0048213-004';

onBothDatabases('the back office', (dialect) => {
  let database: TestDatabase;
  let demo: DemoInProcess;

  beforeEach(async () => {
    database = await createDatabase(dialect);
    demo = await createDemoInProcess(buildPortfolio('2026-11-23'), database);
  });
  afterEach(async () => {
    await demo.close();
    await database.drop();
  });

  const list = async (query = ''): Promise<RecordPage> =>
    (await (await demo.request(`/back-office/api/alternate-efts${query}`)).json()) as RecordPage;

  const openFirst = async (): Promise<RecordDetail> => {
    const [first] = (await list()).items;
    return (await (await demo.request(`/back-office/api/alternate-efts/${first?.id ?? ''}`)).json()) as RecordDetail;
  };

  it('is empty before anybody paid', async () => {
    expect(await list()).toMatchObject({ items: [], matching: 0, total: 0 });
  });

  it('shows a payment of two past due invoices and more as one record for the contract', async () => {
    const payment = await payDue(demo.request, 'halvorsen-brothers', excavators);
    const { items, total } = await list();
    expect(total).toBe(1);
    expect(items).toEqual([
      {
        id: expect.any(String) as string,
        reference: payment.reference,
        contractNumber: excavators,
        payerName: 'Halvorsen Brothers Excavating & Site Development, LLC',
        amount: '$24,630.30',
        dueDate: payment.date,
        secCode: 'CCD',
        accountReference: 'acct-halvorsen-checking',
        accountLast4: '4417',
        payments: expect.any(Number) as number,
        paymentsProcessed: expect.any(Number) as number,
        status: 'pending',
        createdAt: monday.toISOString(),
      },
    ]);
  });

  it('carries no invoice, neither in the list nor in the detail', async () => {
    await payDue(demo.request, 'halvorsen-brothers', excavators);
    const shown = [...Object.keys((await list()).items[0] ?? {}), ...Object.keys(await openFirst())];
    expect(shown.filter((name) => /invoice/i.test(name))).toEqual([]);
    expect(shown.length).toBeGreaterThan(10);
  });

  it('shows what was authorized, its hash, its language, when and by whom', async () => {
    const payment = await payDue(demo.request, 'halvorsen-brothers', excavators);
    const { authorization, person, paymentId } = await openFirst();
    expect(authorization.text).toContain('$24,630.30');
    expect(authorization.sha256).toBe(createHash('sha256').update(authorization.text).digest('hex'));
    expect(authorization).toMatchObject({ locale: 'en-US', authorizedAt: monday.toISOString() });
    expect(person).toEqual({ name: 'Dana Halvorsen', email: 'payables@halvorsen-excavating.example' });
    expect(paymentId).toBe(payment.id);
  });

  it('says WEB for a personal account', async () => {
    await payDue(demo.request, 'erik-halvorsen', loader);
    expect((await list()).items.map(({ secCode, payerName }) => [secCode, payerName])).toEqual([['WEB', 'Erik J. Halvorsen']]);
  });

  it('lists the newest first, narrows to a part of a contract number and still counts all', async () => {
    await payDue(demo.request, 'halvorsen-brothers', excavators);
    demo.setNow(new Date(monday.getTime() + 60_000));
    await payDue(demo.request, 'halvorsen-brothers', loader);
    const numbers = async (query: string): Promise<string[]> => (await list(query)).items.map(({ contractNumber }) => contractNumber);
    expect(await numbers('')).toEqual([loader, excavators]);
    expect(await numbers('?contract=13-002')).toEqual([excavators]);
    expect(await list('?contract=13-002')).toMatchObject({ matching: 1, total: 2 });
    expect(await numbers('?limit=1')).toEqual([loader]);
    expect(await list('?limit=1')).toMatchObject({ matching: 2, total: 2 });
  });

  it('takes a wildcard in the filter for what it is: no part of a contract number', async () => {
    await payDue(demo.request, 'halvorsen-brothers', excavators);
    expect(await list('?contract=%25')).toMatchObject({ items: [], matching: 0, total: 1 });
    expect(await list('?contract=_')).toMatchObject({ items: [], matching: 0, total: 1 });
  });

  it('shows the record as scheduled once the worker has seen it', async () => {
    await payDue(demo.request, 'halvorsen-brothers', excavators);
    demo.setNow(new Date(monday.getTime() + 6_000));
    await schedulePayments(demo.deps);
    expect((await list()).items.map(({ status }) => status)).toEqual(['scheduled']);
  });

  it('knows no record by an id that isn’t one', async () => {
    expect((await demo.request('/back-office/api/alternate-efts/nothing')).status).toBe(404);
  });

  it('answers under this machine’s own names only, so that no other page can read it', async () => {
    for (const path of ['/back-office/', '/back-office/api/alternate-efts', '/demo/payers', '/documents/INV-2026-101680']) {
      expect((await demo.request(`http://rebound.example:8080${path}`)).status).toBe(421);
      expect((await demo.request(`http://localhost:8080${path}`)).status).toBe(200);
    }
  });
});
