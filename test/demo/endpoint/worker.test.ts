/**
 * Pending turns to Scheduled after its seconds, once, whoever looks.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { schedulePayments, startScheduleWorker } from '../../../demo/endpoint/worker.js';
import { openStore } from '../../../demo/endpoint/store/open.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';

onBothDatabases('a pending payment', (dialect) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness(dialect);
  });
  afterEach(() => harness.stop());

  const statuses = async (): Promise<string[]> => {
    const rows = await harness.store.db
      .selectFrom('payments')
      .innerJoin('alternate_efts', 'alternate_efts.payment_id', 'payments.id')
      .select(['payments.status', 'alternate_efts.status as record', 'payments.updated_at'])
      .orderBy('payments.created_at')
      .execute();
    return rows.map(({ status, record, updated_at: at }) => `${status} ${record} ${at}`);
  };

  it('is scheduled when its seconds are over, not a millisecond before, and the contract keeps its version', async () => {
    await harness.call.pay(await harness.call.prepare(['c11']));
    const { version } = await harness.call.contract('c11');
    harness.setClock('2026-11-23T15:00:04.999Z');
    expect(await schedulePayments(harness.deps)).toBe(0);
    harness.setClock('2026-11-23T15:00:05.000Z');
    expect(await schedulePayments(harness.deps)).toBe(1);
    expect(await statuses()).toEqual(['scheduled scheduled 2026-11-23T15:00:05.000Z']);
    expect((await harness.call.contract('c11')).version).toBe(version);
    expect((await harness.call.contract('c11')).inFlight[0]?.status).toBe('scheduled');
    harness.setClock('2026-11-23T15:00:09Z');
    expect(await schedulePayments(harness.deps)).toBe(0);
  });

  it('is left alone once it has gone on', async () => {
    for (const [id, status] of [
      ['c11', 'pending_cancel'],
      ['c12', 'canceled'],
      ['c13', 'paid'],
    ] as const) {
      await harness.call.pay(await harness.call.prepare([id]));
      await harness.store.db.updateTable('payments').set({ status }).where('contract_id', '=', id).execute();
    }
    harness.setClock('2026-11-23T16:00:00Z');
    expect(await schedulePayments(harness.deps)).toBe(0);
    expect((await statuses()).map((line) => line.split(' ')[0]).sort()).toEqual(['canceled', 'paid', 'pending_cancel']);
  });

  it('is scheduled once when two look at the same time', async () => {
    await harness.call.pay(await harness.call.prepare(['c11', 'c12', 'c13']));
    harness.setClock('2026-11-23T15:01:00Z');
    const store = await openStore({ dataFolder: harness.database.dataFolder, databaseUrl: harness.database.databaseUrl });
    const looks =
      dialect === 'postgres'
        ? await Promise.all([schedulePayments(harness.deps), schedulePayments({ ...harness.deps, store })])
        : [await schedulePayments(harness.deps), await schedulePayments({ ...harness.deps, store })];
    expect([...looks].sort()).toEqual([0, 3]);
    await store.close();
  });

  it('is found by the worker, which lives through a failing look and stops when told', async () => {
    await harness.call.pay(await harness.call.prepare(['c11']));
    harness.setClock('2026-11-23T15:01:00Z');
    let looks = 0;
    const now = (): Date => {
      looks += 1;
      if (looks === 1) throw new Error('the clock stands still');
      return harness.deps.now();
    };
    const worker = startScheduleWorker({ ...harness.deps, now }, 20);
    await vi.waitFor(async () => {
      expect((await statuses())[0]).toMatch(/^scheduled/);
    }, 5_000);
    await worker.stop();
    expect(harness.log.filter(({ event }) => event === 'schedule-failed')).toHaveLength(1);
    const looksWhenStopped = looks;
    await new Promise((waited) => setTimeout(waited, 100));
    expect(looks).toBe(looksWhenStopped);
  });
});
