/**
 * One key, two bank accounts, at the same moment: it brings about one of them, and whoever sent the other is told.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BankAccount, BankAccountPage } from '../../../src/api/index.js';
import { refusalOf, type Answer } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { acmeRouting } from './support/portfolio.js';

onBothDatabases('a key of bank accounts', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  const add = (idempotencyKey: string, accountNumber: string): Promise<Answer> =>
    harness.call('/bank-accounts', {
      as: 'beta',
      json: { idempotencyKey, routingNumber: acmeRouting, accountNumber, type: 'checking', holderType: 'business', holderName: 'Beta' },
    });
  const list = async (): Promise<string[]> =>
    BankAccountPage.parse((await harness.call('/bank-accounts', { as: 'beta' })).body).items.map(({ id }) => id);

  const waiting = async (): Promise<number> => {
    const asked = sql<{
      count: number;
    }>`select count(*)::int as count from pg_locks where not granted and relation = 'account_keys'::regclass`;
    return (await asked.execute(harness.store.db)).rows[0]?.count ?? 0;
  };

  /** All of them have found the key unused, and none has written it. SQLite has one writer at a time: there they only come together. */
  const together = async (sends: readonly (() => Promise<Answer>)[]): Promise<readonly Answer[]> => {
    if (dialect === 'sqlite') return Promise.all(sends.map((send) => send()));
    const { answers } = await harness.store.db.transaction().execute(async (trx) => {
      await sql`lock table account_keys in share mode`.execute(trx);
      const sent = sends.map((send) => send());
      // On a slow machine they only come together, as on SQLite; the lock may not be held for longer.
      await vi.waitFor(async () => expect(await waiting()).toBe(sends.length), 2_000).catch(() => undefined);
      return { answers: sent };
    });
    return Promise.all(answers);
  };

  it('sent with two numbers at once adds one account, and the other is refused', async () => {
    const before = await list();
    const key = randomUUID();
    const answers = await together([() => add(key, '7771000001'), () => add(key, '7771000002')]);
    const [accepted, ...others] = answers.filter(({ status }) => status === 201);
    expect(others).toEqual([]);
    expect(answers.filter((answer) => answer !== accepted).map(refusalOf)).toEqual(['422 key-reused']);
    const { id, last4 } = BankAccount.parse(accepted?.body);
    expect((await list()).filter((one) => !before.includes(one))).toEqual([id]);
    // Whichever it was, the key stands for it from now on.
    const again = await add(key, `777100${last4}`);
    expect([again.status, BankAccount.parse(again.body).id]).toEqual([200, id]);
  });

  it('sent with one number at once adds it once, and both are told which it is', async () => {
    const key = randomUUID();
    const answers = await Promise.all([add(key, '7771000003'), add(key, '7771000003')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(new Set(answers.map(({ body }) => BankAccount.parse(body).id)).size).toBe(1);
  });
});
