/**
 * A share of the kills of `npm run test:kill`, and proof that its audit can find what it looks for.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, onBothDatabases, type TestDatabase } from '../demo/endpoint/support/databases.js';
import { startHarness, type Harness } from '../demo/endpoint/support/harness.js';
import { audit, noViolations } from './kill/audit.js';
import { newAttempt, note, type Attempt } from './kill/book.js';
import { bundleEndpoint, type Bundle } from '../support/node-bundle.js';
import { runKills } from './kill/kills.js';

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
    const { db } = harness.store;
    await db.deleteFrom('alternate_efts').where('contract_id', '=', 'c13').execute();
    await db.deleteFrom('payments').where('contract_id', '=', 'c13').execute();
    await db
      .deleteFrom('payment_keys')
      .where('key', '=', attempts[1]?.request.idempotencyKey ?? '')
      .execute();
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
