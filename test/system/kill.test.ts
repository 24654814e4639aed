/**
 * A share of the kills of `npm run test:kill`, and proof that its audit can find what it looks for.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../demo/endpoint/store/open.js';
import { createDatabase, onBothDatabases, type TestDatabase } from '../demo/endpoint/support/databases.js';
import { startHarness, type Harness } from '../demo/endpoint/support/harness.js';
import { audit, noViolations } from './kill/audit.js';
import { newAttempt, note, type Attempt } from './kill/book.js';
import { bundleEndpoint, type Bundle } from '../support/node-bundle.js';
import { runKills, withStore } from './kill/kills.js';

onBothDatabases('case 56: an endpoint killed under load', (dialect) => {
  let bundle: Bundle;
  let database: TestDatabase;
  beforeAll(async () => {
    bundle = await bundleEndpoint();
    database = await createDatabase(dialect);
  });
  afterAll(async () => {
    bundle.remove();
    await database.drop();
  });

  it('has everything it acknowledged, nothing twice, and settles every key', async () => {
    const figures = await runKills({ database, file: bundle.file, times: 3 });
    expect(figures).toMatchObject({ kills: 3, violations: noViolations });
  }, 120_000);
});

/** As a database that forgot: nothing of the payment is left, nor of its key. */
const forget = async ({ db }: Store, key: string): Promise<void> => {
  const payments = db.selectFrom('payments').select('id').where('key', '=', key);
  await db.deleteFrom('alternate_efts').where('payment_id', 'in', payments).execute();
  await db.deleteFrom('payments').where('key', '=', key).execute();
  await db.deleteFrom('payment_keys').where('key', '=', key).execute();
};

describe('the audit of the whole run', () => {
  let bundle: Bundle;
  let database: TestDatabase;
  beforeAll(async () => {
    bundle = await bundleEndpoint();
    database = await createDatabase('sqlite');
  });
  afterAll(async () => {
    bundle.remove();
    await database.drop();
  });

  it('finds a payment that was there after its own kill and was lost at a later one', async () => {
    let lost: string | undefined;
    const loseOne = (): Promise<void> =>
      withStore(database, async (store) => {
        if (lost !== undefined) return;
        lost = (await store.db.selectFrom('payments').select('key').executeTakeFirst())?.key;
        if (lost !== undefined) await forget(store, lost);
      });
    // Up to three kills may come before anything was acknowledged; the loss is planted after the first that had something.
    const { violations, acknowledged } = await runKills({ database, file: bundle.file, times: 3, onKill: loseOne });
    expect(acknowledged).toBeGreaterThan(0);
    expect(violations).toEqual({ ...noViolations, missing: 1 });
  }, 120_000);
});

describe('the audit of the kills', () => {
  let harness: Harness;
  let attempts: Attempt[];
  beforeEach(async () => {
    harness = await startHarness('sqlite');
    attempts = [];
    for (const ids of [['c11', 'c12'], ['c13']]) {
      const request = await harness.call.prepare(ids);
      const attempt = newAttempt(request);
      note(attempt, await harness.call.pay(request));
      attempts.push(attempt);
    }
    const request = await harness.call.prepare(['c14']);
    const attempt = newAttempt(request);
    note(attempt, await harness.call(`/payments/by-key/${request.idempotencyKey}/void`, { method: 'PUT' }));
    attempts.push(attempt);
  });
  afterEach(() => harness.stop());

  const first = (): Attempt => {
    const [attempt] = attempts;
    if (attempt === undefined) throw new Error('there is an attempt');
    return attempt;
  };
  const keyOf = (attempt: Attempt): string => attempt.request.idempotencyKey;

  it('finds nothing where all is well', async () => {
    expect(await audit(harness.store, attempts)).toEqual(noViolations);
  });

  it('finds an acknowledged payment that is gone', async () => {
    await forget(harness.store, attempts[1]?.request.idempotencyKey ?? '');
    expect(await audit(harness.store, attempts)).toEqual({ ...noViolations, missing: 1 });
  });

  it('finds half a payment', async () => {
    await harness.store.db.deleteFrom('alternate_efts').where('contract_id', '=', 'c12').execute();
    expect((await audit(harness.store, attempts)).torn).toBe(2);
  });

  it('finds a version that was paid under two keys', async () => {
    const again = newAttempt({ ...first().request, idempotencyKey: randomUUID() });
    const { db } = harness.store;
    const [key] = await db.selectFrom('payment_keys').selectAll().where('key', '=', keyOf(first())).execute();
    const rows = await db.selectFrom('payments').selectAll().where('key', '=', keyOf(first())).execute();
    if (key === undefined) throw new Error('the key is there');
    await db
      .insertInto('payment_keys')
      .values({ ...key, key: keyOf(again) })
      .execute();
    const copies = rows.map((row) => ({ ...row, key: keyOf(again), id: `${row.id}x`, reference: `${row.reference}x` }));
    await db.insertInto('payments').values(copies).execute();
    expect((await audit(harness.store, [...attempts, again])).twice).toBe(2);
  });

  it('finds answers that contradict each other or the database', async () => {
    first().isVoided = true;
    expect((await audit(harness.store, attempts)).contradicted).toBe(1);
    first().isVoided = false;
    first().accepted.add('AP-OTHE-RREF-EREN');
    expect((await audit(harness.store, attempts)).contradicted).toBe(1);
  });
});
