/**
 * Bank accounts: added once however often they are sent, kept without a readable number, removed when nothing is under way on them.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BankAccount, BankAccountPage } from '../../../src/api/index.js';
import { createEndpoint } from '../../../demo/endpoint/app.js';
import { unsealNumbers } from '../../../demo/endpoint/sealing.js';
import { errorsOf, paymentsOf, refusalOf, type Answer } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { acmeNumber, acmeRouting } from './support/portfolio.js';

const newAccount = (accountNumber: string, changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  routingNumber: acmeRouting,
  accountNumber,
  type: 'checking',
  holderType: 'business',
  holderName: 'New Co',
  ...changes,
});

onBothDatabases('a bank account', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  const list = async (as = 'acme'): Promise<BankAccount[]> =>
    BankAccountPage.parse((await harness.call('/bank-accounts', { as })).body).items;
  const add = (body: unknown, as = 'beta'): Promise<Answer> => harness.call('/bank-accounts', { json: body, as });

  it('is listed by label and last four, in the order of the file', async () => {
    const accounts = await list();
    expect(accounts.map(({ id, label, last4, status }) => [id, label, last4, status])).toEqual([
      ['acme-checking', 'First Prairie Bank ••5566', '5566', 'usable'],
      ['acme-personal', 'Savings ••1239', '1239', 'usable'],
      ['acme-unverified', 'Checking ••7766', '7766', 'unverified'],
    ]);
    expect(accounts[2]?.help).toContain('Northern Test Finance');
    expect(accounts.every(({ holderName }) => holderName !== undefined && holderName !== '')).toBe(true);
  });

  it('is listed page by page', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer = await harness.call(`/bank-accounts?limit=2${cursor && `&cursor=${cursor}`}`);
      const page: BankAccountPage = BankAccountPage.parse(answer.body);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual((await list()).map(({ id }) => id));
  });

  it('is added, usable at once, and never shows its number', async () => {
    const answer = await add(newAccount('1234567890123'));
    expect(answer.status, answer.text).toBe(201);
    expect(BankAccount.parse(answer.body)).toMatchObject({ label: 'Checking ••0123', last4: '0123', status: 'usable', currency: 'USD' });
    expect(answer.text).not.toMatch(/1234567890123|08391406/);
    expect((await list('beta')).map(({ last4 }) => last4)).toContain('0123');
  });

  it('can be paid from right after', async () => {
    const { id } = BankAccount.parse((await add(newAccount('700100200300'), 'acme')).body);
    const request = await harness.call.prepare([harness.nextContract()], { accountId: id });
    expect(paymentsOf(await harness.call.pay(request))[0]?.account).toEqual({ label: 'Checking ••0300' });
  });

  describe('sent again', () => {
    it('with its key is the same account', async () => {
      const body = newAccount('22223333');
      const first = await add(body);
      const again = await add({ ...body, idempotencyKey: body.idempotencyKey.toUpperCase() });
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(again.body).toEqual(first.body);
    });

    it('under a new key, whatever the other fields say, is the same account', async () => {
      const first = await add(newAccount('33334444'));
      const again = await add(newAccount('33334444', { type: 'savings', holderName: 'Somebody' }));
      expect(again.status).toBe(200);
      expect(again.body).toEqual(first.body);
    });

    it('by its key with another number is refused', async () => {
      const body = newAccount('44445555');
      await add(body);
      expect(refusalOf(await add({ ...body, accountNumber: '44445556' }))).toBe('422 key-reused');
    });

    it('by another payer is an account of its own', async () => {
      const number = '55556666';
      const [mine, yours] = [await add(newAccount(number), 'acme'), await add(newAccount(number), 'beta')];
      expect([mine.status, yours.status]).toEqual([201, 201]);
      expect(BankAccount.parse(mine.body).id).not.toBe(BankAccount.parse(yours.body).id);
    });

    it('twenty times at once is one account', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => add(newAccount('66667777'))));
      expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
      expect(new Set(answers.map(({ body }) => BankAccount.parse(body).id)).size).toBe(1);
    });
  });

  describe('is refused', () => {
    it.each([
      ['a routing number with a wrong check digit', { routingNumber: '123456789' }, '/routingNumber check-digit'],
      ['a routing number of zeros', { routingNumber: '000000000' }, '/routingNumber check-digit'],
      ['a routing number of eight digits', { routingNumber: '08391406' }, '/routingNumber invalid'],
      ['an account number of three digits', { accountNumber: '123' }, '/accountNumber invalid'],
      ['an account number of eighteen digits', { accountNumber: '1'.repeat(18) }, '/accountNumber invalid'],
      ['letters in the account number', { accountNumber: '12a456' }, '/accountNumber invalid'],
      ['no holder name', { holderName: '' }, '/holderName invalid'],
      ['a holder name no database keeps', { holderName: 'New\0Co' }, '/holderName invalid'],
      ['a holder type nobody knows', { holderType: 'charity' }, '/holderType invalid'],
      ['no key', { idempotencyKey: undefined }, '/idempotencyKey required'],
      ['a token beside the numbers', { token: 'tok' }, '/routingNumber not-allowed, /accountNumber not-allowed'],
      ['a token nobody can read', { token: 'tok', routingNumber: undefined, accountNumber: undefined }, '/token unknown-token'],
    ])('with %s', async (_case, changes, errors) => {
      const answer = await add(newAccount('8877665544', changes));
      expect(refusalOf(answer)).toBe('422 invalid');
      expect(errorsOf(answer).join(', ')).toBe(errors);
      expect(answer.text).not.toContain('8877665544');
    });

    it('where the lender keeps none', async () => {
      await harness.withLender({ bankAccounts: 'none' }, { bankAccounts: 'any' }, async () => {
        expect(refusalOf(await harness.call('/bank-accounts'))).toBe('403 forbidden');
        expect(refusalOf(await add(newAccount('9000900090')))).toBe('403 forbidden');
      });
    });
  });

  it('is taken unverified, with help, where the lender allows only those it knows', async () => {
    await harness.withLender({ bankAccounts: 'existing' }, { bankAccounts: 'any' }, async () => {
      const known = await add({ ...newAccount(acmeNumber) }, 'acme');
      expect(known.status).toBe(200);
      expect(BankAccount.parse(known.body).id).toBe('acme-checking');
      const unknown = await add(newAccount('9000900091'), 'acme');
      expect(unknown.status).toBe(201);
      expect(BankAccount.parse(unknown.body)).toMatchObject({ status: 'unverified' });
      expect(BankAccount.parse(unknown.body).help).toContain('https://northern.example/accounts');
      const { id } = BankAccount.parse(unknown.body);
      const answer = await harness.call.preview(await harness.call.plan(['c01'], { accountId: id }));
      expect(refusalOf(answer)).toBe('422 account-not-usable');
    });
  });

  it('from a hosted field is the account behind its token', async () => {
    const numbers = { routingNumber: acmeRouting, accountNumber: '3141592653', bankName: 'Plains Bank' };
    const { app } = createEndpoint({
      ...harness.deps,
      resolveBankToken: (token) => Promise.resolve(token === 'tok-1' ? numbers : undefined),
    });
    const { routingNumber: _routing, accountNumber: _account, ...rest } = newAccount('0000');
    const answer = await app.request('/bank-accounts', {
      method: 'POST',
      headers: { authorization: 'Bearer demo-beta', 'content-type': 'application/json' },
      body: JSON.stringify({ ...rest, token: 'tok-1' }),
    });
    expect(answer.status).toBe(201);
    expect(BankAccount.parse(await answer.json())).toMatchObject({ label: 'Plains Bank ••2653', bankName: 'Plains Bank' });
  });

  describe('removed', () => {
    const remove = (id: string, as = 'beta') => harness.call(`/bank-accounts/${id}`, { method: 'DELETE', as });

    it('is gone, a second time it is not found, and its number is not kept', async () => {
      const body = newAccount('1010101010');
      const { id } = BankAccount.parse((await add(body)).body);
      expect((await remove(id)).status).toBe(204);
      expect(refusalOf(await remove(id))).toBe('404 not-found');
      expect((await list('beta')).map((account) => account.id)).not.toContain(id);
      const row = await harness.store.db.selectFrom('bank_accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      expect(row.sealed).toBeNull();
      // A late copy of the request that added it does not bring it back; the payer may.
      expect(refusalOf(await add(body))).toBe('404 not-found');
      expect((await add(newAccount('1010101010'))).status).toBe(201);
    });

    it('is refused while a payment is under way on it', async () => {
      const { id } = BankAccount.parse((await add(newAccount('2020202020'), 'acme')).body);
      const [payment] = paymentsOf(await harness.call.pay(await harness.call.prepare([harness.nextContract()], { accountId: id })));
      expect(refusalOf(await remove(id, 'acme'))).toBe('409 account-in-use');
      const become = (status: string) =>
        harness.store.db
          .updateTable('payments')
          .set({ status })
          .where('id', '=', payment?.id ?? '')
          .execute();
      await become('pending_cancel');
      expect(refusalOf(await remove(id, 'acme'))).toBe('409 account-in-use');
      await become('paid');
      expect((await remove(id, 'acme')).status).toBe(204);
      const plan = { ...(await harness.call.plan(['c01'])), accountId: id };
      expect(errorsOf(await harness.call.preview(plan))).toEqual(['/accountId unknown-id']);
      expect((await harness.call(`/payments/${payment?.id}`)).status).toBe(200);
    });
  });

  describe('at rest', () => {
    it('is sealed, and opens only with its key and its id', async () => {
      const row = await harness.store.db
        .selectFrom('bank_accounts')
        .selectAll()
        .where('id', '=', 'acme-checking')
        .executeTakeFirstOrThrow();
      const sealed = row.sealed ?? '';
      expect(unsealNumbers(harness.deps.sealingKey, row.id, sealed)).toEqual({ routingNumber: acmeRouting, accountNumber: acmeNumber });
      expect(() => unsealNumbers(harness.deps.sealingKey, 'acme-personal', sealed)).toThrow();
      expect(() => unsealNumbers(harness.deps.authorizationKey, row.id, sealed)).toThrow();
    });

    it('leaves no run of its digits in the database, its journal, the keys or the log', async () => {
      const canary = '864209753186';
      await add(newAccount(canary), 'acme');
      await harness.call('/bank-accounts', { raw: `{"accountNumber":"${canary}",`, headers: { 'content-type': 'application/json' } });
      const kept: string[] = [JSON.stringify(harness.log)];
      if (dialect === 'sqlite') {
        for (const name of readdirSync(harness.database.dataFolder)) {
          kept.push(readFileSync(join(harness.database.dataFolder, name), 'latin1'));
        }
      } else {
        for (const table of ['bank_accounts', 'account_keys', 'payments', 'alternate_efts', 'payment_keys'] as const) {
          kept.push(JSON.stringify(await harness.store.db.selectFrom(table).selectAll().execute()));
        }
      }
      for (const number of [canary, acmeNumber]) {
        for (let start = 0; start + 8 <= number.length; start += 1) {
          const run = number.slice(start, start + 8);
          for (const text of kept) expect(text.includes(run), run).toBe(false);
        }
      }
    });
  });
});
