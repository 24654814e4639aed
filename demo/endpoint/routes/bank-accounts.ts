/**
 * Bank accounts: listed, added, removed. The one place where an account number arrives.
 */
import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import { Id, type BankAccountPage } from '../../../src/api/index.js';
import { addAccount } from '../bank-account.js';
import type { EndpointDeps } from '../deps.js';
import { addressOf } from '../middleware/address.js';
import { readJson } from '../middleware/body.js';
import { samePayer, type EndpointEnv } from '../middleware/who.js';
import { notFound, ProblemError } from '../problems.js';
import { requireRate } from '../rate-limits.js';
import { lockAccount, isAccountInUse, listAccounts, removeAccount, toBankAccount } from '../store/accounts.js';
import { readCursor, writeCursor } from '../store/cursor.js';
import type { LenderSettings } from '../store/lender.js';
import { write } from '../store/transactions.js';
import { cutToLimit } from './pages.js';
import { readLimit } from './query.js';

const AccountCursor = z.tuple([z.string(), Id]);

export const bankAccountRoutes = (deps: EndpointDeps): Hono<EndpointEnv> => {
  const { store, authorizationKey } = deps;

  const requireOffered = (c: Context<EndpointEnv>): LenderSettings => {
    const settings = c.get('settings');
    if (!settings.features.payments) throw new ProblemError('payments-off', 'Payments are not offered at the moment.');
    if (settings.bankAccounts === 'none') throw new ProblemError('forbidden', 'Bank accounts are not kept here.');
    return settings;
  };

  const limit = (c: Context<EndpointEnv>): Promise<void> =>
    requireRate(deps, [
      { name: 'bank-accounts-by-payer', subject: c.get('who').payerId },
      { name: 'bank-accounts-by-address', subject: addressOf(c, deps.trustedProxies) },
    ]);

  const routes = new Hono<EndpointEnv>();
  routes
    .use(samePayer)
    .get('/', async (c) => {
      requireOffered(c);
      const { payerId } = c.get('who');
      const limit = readLimit(c, { usual: 50, most: 50 });
      const listName = `bank-accounts/${payerId}`;
      const cursor = c.req.query('cursor');
      const position = cursor === undefined ? undefined : readCursor(authorizationKey, listName, AccountCursor, cursor);
      const after = position && { createdAt: position[0], id: position[1] };
      const { items, hasMore } = cutToLimit(await listAccounts(store.db, payerId, { after, limit: limit + 1 }), limit);
      const last = items.at(-1);
      const nextCursor = hasMore && last ? writeCursor(authorizationKey, listName, [last.created_at, last.id]) : null;
      const page: BankAccountPage = { items: items.map(toBankAccount), nextCursor, asOf: deps.now().toISOString() };
      return c.json(page);
    })
    .post('/', async (c) => {
      const body = await readJson(c);
      const settings = requireOffered(c);
      const { account, isNew } = await addAccount(deps, { who: c.get('who'), settings, body, limit: () => limit(c) });
      return c.json(account, isNew ? 201 : 200);
    })
    .delete('/:id', async (c) => {
      requireOffered(c);
      const id = c.req.param('id');
      const { payerId } = c.get('who');
      if (!Id.safeParse(id).success) throw notFound();
      await write(store, async (trx) => {
        if (!(await lockAccount(trx, store.dialect, payerId, id))) throw notFound();
        if (await isAccountInUse(trx, id)) {
          throw new ProblemError('account-in-use', 'A payment from this account is under way. Remove it afterwards.');
        }
        await removeAccount(trx, id, deps.now().toISOString());
      });
      return c.body(null, 204);
    });
  return routes;
};
