/**
 * Tells at the start whether the sealing key is the one this database was sealed with. With another one new numbers would be sealed beside
 * old ones that nobody can open, and the same account would no longer be known as the same.
 */
import { checkOfKey, unsealNumbers } from './sealing.js';
import type { Store } from './store/open.js';
import { write, type Trx } from './store/transactions.js';

const wrongKey = (): Error =>
  new Error(
    'The sealing key is not the one this database was sealed with. Give the earlier key back in ASPIRE_PAY_SEALING_KEY or keys.json; a new key needs every account number sealed anew.',
  );

/** Of a database that is older than the check. */
const requireOpening = async (trx: Trx, key: Uint8Array): Promise<void> => {
  const account = await trx
    .selectFrom('bank_accounts')
    .select(['id', 'sealed'])
    .where('sealed', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (account?.sealed === undefined || account.sealed === null) return;
  try {
    unsealNumbers(key, account.id, account.sealed);
  } catch {
    throw wrongKey();
  }
};

/** Throws where the key is another one; a database that has seen none yet remembers this one. */
export const checkSealingKey = (store: Store, key: Uint8Array): Promise<void> =>
  write(store, async (trx) => {
    const mac = checkOfKey(key);
    const known = await trx.selectFrom('sealing_checks').select('mac').executeTakeFirst();
    if (known?.mac === mac) return;
    if (known !== undefined) throw wrongKey();
    await requireOpening(trx, key);
    await trx
      .insertInto('sealing_checks')
      .values({ id: 1, mac })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    // Of two that start at once with two keys, only one can be right.
    const kept = await trx.selectFrom('sealing_checks').select('mac').executeTakeFirst();
    if (kept?.mac !== mac) throw wrongKey();
  });
