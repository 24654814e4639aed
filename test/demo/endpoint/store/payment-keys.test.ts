/**
 * The claim of a key at the database itself: ours, somebody's, or not to be had now.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimKey, inProgress } from '../../../../demo/endpoint/store/payment-keys.js';
import { write, type Trx } from '../../../../demo/endpoint/store/transactions.js';
import { startHarness, type Harness } from '../support/harness.js';

describe('a claim', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness('sqlite');
  });
  afterAll(() => harness.stop());

  const scope = { lenderId: 'northern', payerId: 'acme', key: '5f0c6a0e-3f0e-4c57-9f5b-0a1b2c3d4e5f' };
  const claim = (bodyHash: string) => ({ state: 'accepted', bodyHash, createdAt: '2026-11-23T15:00:00.000Z' }) as const;

  it('is ours when nobody had it, and shows whoever was there first', async () => {
    expect(await write(harness.store, (trx) => claimKey(trx, scope, claim('first')))).toBeUndefined();
    expect(await write(harness.store, (trx) => claimKey(trx, scope, claim('second')))).toEqual({
      lender_id: 'northern',
      payer_id: 'acme',
      key: scope.key,
      state: 'accepted',
      body_hash: 'first',
      created_at: '2026-11-23T15:00:00.000Z',
    });
  });

  it('is each payer’s and each lender’s own', async () => {
    for (const other of [{ payerId: 'beta' }, { lenderId: 'southern' }]) {
      expect(await write(harness.store, (trx) => claimKey(trx, { ...scope, ...other }, claim('other')))).toBeUndefined();
    }
  });

  /** The database's own refusal of the very next statement, as PostgreSQL gives it. */
  const failing = (trx: Trx, failure: Error): Trx =>
    trx.withPlugin({
      transformQuery: () => {
        throw failure;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });

  it('that waited too long for its holder is in progress, and says when to come back', async () => {
    const lockTimeout = Object.assign(new Error('canceling statement due to lock timeout'), {
      code: '55P03',
      where: 'while inserting index tuple (0,2) in relation "payment_keys"',
    });
    await expect(write(harness.store, (trx) => claimKey(failing(trx, lockTimeout), scope, claim('late')))).rejects.toEqual(inProgress());
    expect(inProgress()).toMatchObject({
      problem: 'in-progress',
      status: 409,
      message: 'This payment is being worked on. Ask again in a moment.',
      retryAfterSeconds: 1,
    });
  });

  it('that fails in any other way fails that way: nobody is told that somebody holds it', async () => {
    const defect = new Error('no such table');
    await expect(write(harness.store, (trx) => claimKey(failing(trx, defect), scope, claim('late')))).rejects.toBe(defect);
  });
});
