/**
 * Account numbers at rest: sealed for one account under one key, and a key that is not the one is told at once.
 */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { checkSealingKey } from '../../../demo/endpoint/sealing-check.js';
import { sealNumbers, unsealNumbers, UnsealError } from '../../../demo/endpoint/sealing.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness } from './support/harness.js';

const key = randomBytes(32);
const numbers = { routingNumber: '083914061', accountNumber: '483920175566' };
const seal = (): string => sealNumbers(key, (bytes) => randomBytes(bytes), 'acct_1', numbers);

it('a sealed number opens with its key for its account, and never looks the same twice', () => {
  const sealed = seal();
  expect(unsealNumbers(key, 'acct_1', sealed)).toEqual(numbers);
  expect(seal()).not.toBe(sealed);
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('4839');
});

it.each([
  ['another key', () => unsealNumbers(randomBytes(32), 'acct_1', seal())],
  ['a key that is too short', () => unsealNumbers(key.subarray(0, 16), 'acct_1', seal())],
  ['another account', () => unsealNumbers(key, 'acct_2', seal())],
  ['a text that was cut', () => unsealNumbers(key, 'acct_1', seal().slice(0, 20))],
  ['a text that was changed', () => unsealNumbers(key, 'acct_1', Buffer.from(seal(), 'base64').fill(0, 30).toString('base64'))],
  ['nothing', () => unsealNumbers(key, 'acct_1', '')],
])('with %s it does not open, and the reason says nothing of what is in it', (_case, open) => {
  expect(open).toThrow(UnsealError);
  expect(open).toThrow(/^The numbers of account acct_\d can't be opened/);
});

onBothDatabases('the sealing key', (dialect) => {
  const wrong = /The sealing key is not the one this database was sealed with/;

  it('of the first start is the only one a database takes', async () => {
    const harness = await startHarness(dialect);
    const { store } = harness;
    await store.db.deleteFrom('bank_accounts').execute();
    await checkSealingKey(store, key);
    await checkSealingKey(store, key);
    await expect(checkSealingKey(store, randomBytes(32))).rejects.toThrow(wrong);
    await harness.stop();
  });

  it('of a database that holds accounts and no check yet is tried on one of them', async () => {
    const harness = await startHarness(dialect);
    const { store, deps } = harness;
    await expect(checkSealingKey(store, randomBytes(32))).rejects.toThrow(wrong);
    expect(await store.db.selectFrom('sealing_checks').selectAll().execute()).toEqual([]);
    await checkSealingKey(store, deps.sealingKey);
    await expect(checkSealingKey(store, randomBytes(32))).rejects.toThrow(wrong);
    await harness.stop();
  });
});
