/** The back office's desk over HTTP: what is pressed there is what the payer sees. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskView } from '../../../demo/back-office/desk.js';
import type { RecordDetail, RecordPage } from '../../../demo/back-office/records.js';
import type { Settings } from '../../../demo/back-office/settings.js';
import { schedulePayments } from '../../../demo/endpoint/worker.js';
import { endpointPath } from '../../../demo/app.js';
import { buildPortfolio } from '../../../demo/portfolio/build-portfolio.js';
import { Payment, Session } from '../../../src/api/index.js';
import { createDemoInProcess, monday, payDue, type DemoInProcess } from '../demo-in-process.js';
import { createDatabase, onBothDatabases, type TestDatabase } from '../endpoint/support/databases.js';

const payer = 'halvorsen-brothers';
const excavators = '100-0048213-002';

onBothDatabases('the desk', (dialect) => {
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

  const get = async (path: string): Promise<unknown> => (await demo.request(`/back-office/api${path}`)).json();
  const send = async (method: string, path: string, body: unknown): Promise<{ status: number; body: unknown }> => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await demo.request(`/back-office/api${path}`, { method, headers, body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
  };
  const asPayer = async (path: string): Promise<unknown> =>
    (await demo.request(`${endpointPath}${path}`, { headers: { Authorization: `Bearer demo-${payer}` } })).json();
  const desk = async (): Promise<DeskView> => (await get('/desk')) as DeskView;
  const range = { from: '2026-11-23', to: '2026-11-24' };

  it('takes a payment through generation, posting and return, and its payer sees each', async () => {
    const { id } = await payDue(demo.request, payer, excavators);
    demo.setNow(new Date(monday.getTime() + 6_000));
    await schedulePayments(demo.deps);
    expect(await send('POST', '/generations', range)).toEqual({ status: 201, body: { batches: [1], records: 1, failed: 0 } });
    const [batch] = (await desk()).batches;
    expect(batch).toMatchObject({ number: 1, status: 'open', records: 1, total: '$24,630.30', effectiveDate: '2026-11-24' });
    expect(((await get('/alternate-efts')) as RecordPage).items).toMatchObject([{ status: 'batched' }]);

    expect(await send('POST', `/batches/${batch?.id ?? ''}/post`, {})).toEqual({ status: 200, body: { number: 1 } });
    expect((await desk()).batches).toMatchObject([{ status: 'posted' }]);
    expect(Payment.parse(await asPayer(`/payments/${id}`)).status).toBe('paid');

    const [record] = ((await get('/alternate-efts')) as RecordPage).items;
    const path = `/alternate-efts/${record?.id ?? ''}`;
    const { returns } = (await get(path)) as RecordDetail;
    expect(returns[0]).toEqual({ code: 'R01', words: 'There was not enough money in the bank account.' });
    expect(await send('POST', `${path}/return`, { code: 'R01' })).toEqual({ status: 200, body: { isNew: true } });
    expect(Payment.parse(await asPayer(`/payments/${id}`))).toMatchObject({ status: 'returned', statusReason: { code: 'R01' } });
    expect(await get(path)).toMatchObject({
      status: 'returned',
      returns: [],
      reason: 'R01: There was not enough money in the bank account.',
    });
  });

  it('refuses with a sentence what can’t be done, and changes nothing', async () => {
    await payDue(demo.request, payer, excavators);
    const [record] = ((await get('/alternate-efts')) as RecordPage).items;
    expect(await send('POST', `/alternate-efts/${record?.id ?? ''}/return`, { code: 'R01' })).toMatchObject({
      status: 409,
      body: { code: 'not-sent' },
    });
    expect(await send('POST', '/batches/nothing/post', {})).toMatchObject({ status: 409, body: { code: 'unknown-batch' } });
    expect(await send('POST', '/generations', { from: '2026-11-24', to: '2026-11-23' })).toMatchObject({ status: 409 });
    expect(await send('POST', '/generations', { from: 'yesterday', to: '' })).toMatchObject({ status: 400 });
    expect((await desk()).batches).toEqual([]);
  });

  it('takes changes as JSON alone, so that no form of another site can send one', async () => {
    const answer = await demo.request('/back-office/api/generations', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(range),
    });
    expect(answer.status).toBe(400);
  });

  it('switches what the lender allows, and keeps what isn’t on the page', async () => {
    const before = (await get('/settings')) as Settings;
    const changed: Settings = {
      ...before,
      method: 'priority_post',
      windowDays: 7,
      priority: ['late_fee', 'rent'],
      isGroupedWithParent: true,
      bankAccounts: 'existing',
      features: { ...before.features, payments: false, cancel: false },
    };
    expect(await send('PUT', '/settings', changed)).toEqual({ status: 200, body: changed });
    const session = Session.parse(await asPayer('/session'));
    expect(session).toMatchObject({ bankAccounts: 'existing', features: { payments: false, cancel: false, history: true } });
    for (const wrong of [{ method: 'by_mood' }, { windowDays: 0 }, { priority: ['Rent!'] }, { features: {} }]) {
      expect((await send('PUT', '/settings', { ...changed, ...wrong })).status).toBe(400);
    }
    expect(await get('/settings')).toEqual(changed);
  });

  it('has one fault at a time in front of the endpoint, until it is taken away', async () => {
    expect(await get('/faults')).toEqual({ fault: null });
    expect(await send('PUT', '/faults', { fault: 'server-error' })).toEqual({ status: 200, body: { fault: 'server-error' } });
    expect(await send('PUT', '/faults', { fault: 'slow' })).toEqual({ status: 200, body: { fault: 'slow' } });
    expect((await send('PUT', '/faults', { fault: 'flood' })).status).toBe(400);
    expect(await get('/faults')).toEqual({ fault: 'slow' });
    expect(await send('PUT', '/faults', { fault: null })).toEqual({ status: 200, body: { fault: null } });
  });

  it('is no part of the endpoint', async () => {
    for (const path of ['/desk', '/generations', '/settings', '/faults', '/back-office/api/desk']) {
      expect((await demo.request(`${endpointPath}${path}`)).status).toBe(404);
    }
  });
});
