/**
 * What a payment's ids lead to, as the database gives it: whole numbers stay what they are, or nothing is read at all.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSubmitted, type Submitted } from '../../../../demo/endpoint/store/submitted.js';
import { readSnapshot } from '../../../../demo/endpoint/store/transactions.js';
import { onBothDatabases } from '../support/databases.js';
import { startHarness, type Harness } from '../support/harness.js';

onBothDatabases('what is submitted', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  const read = (contractIds: readonly string[]): Promise<Submitted> =>
    readSnapshot(harness.store, (trx) =>
      readSubmitted(trx, dialect, { lenderId: 'northern', payerId: 'acme', contractIds, accountId: 'acme-checking' }),
    );
  /** As text: no number of JavaScript is that large. */
  const send = (id: string, contractId: string, amount: string): Promise<unknown> =>
    sql`insert into elsewhere_in_flight values (${id}, ${contractId}, ${sql.raw(amount)}, '2026-11-23', 'pending')`.execute(
      harness.store.db,
    );

  it('is the contracts in id order with what is under way on each, and the account without its number', async () => {
    await send('wire', 'c02', '9007199254740991');
    const { contracts, account, inFlight, settings } = await read(['c02', 'c01', 'nowhere']);
    expect(contracts.map(({ id }) => id)).toEqual(['c01', 'c02']);
    expect([...inFlight]).toMatchObject([
      ['c01', []],
      ['c02', [{ amount: { value: Number.MAX_SAFE_INTEGER } }]],
    ]);
    expect(account).toMatchObject({ id: 'acme-checking', last4: '5566' });
    expect(Object.keys(account ?? {})).not.toContain('sealed');
    expect(settings.lender.id).toBe('northern');
  });

  it('is nothing where an amount is too large to be exact', async () => {
    await send('large', 'c03', '9007199254740993');
    await expect(read(['c03'])).rejects.toThrow(new RangeError('an amount from the database is too large to be exact'));
    await sql`update contracts set open_value = ${sql.raw('9007199254740993')} where id = 'c04'`.execute(harness.store.db);
    await expect(read(['c04'])).rejects.toThrow(RangeError);
  });
});
