/** A payer looks after their bank accounts: sees them, and removes one, against the real endpoint. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserEvent } from '../../src/domain/user-events.js';
import { eachPage } from '../support/each-page.js';
import { accounts, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { PayerPage } from '../support/payer-page.js';
import { mishaps } from '../support/wire.js';

const typed: readonly UserEvent[] = [
  { type: 'holderNameTyped', text: 'Bluebird Bakery LLC' },
  { type: 'routingNumberTyped', text: '083914061' },
  { type: 'accountNumberTyped', text: '83125740961357' },
];

describe('the bank accounts of a payer', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  eachPage(async (own, itsEndpoint) => {
    page = own;
    endpoint = itsEndpoint;
    await page.seeAccounts();
  });

  const ids = (): string[] => page.bankAccounts.accounts.map(({ id }) => id);
  const remove = async (accountId: string = accounts.checking): Promise<void> => {
    page.send({ type: 'removeAccountPressed', accountId }, { type: 'removalConfirmed' });
    await endpoint.clock.quiet();
  };
  const stored = async (): Promise<string[]> =>
    (await endpoint.world.rows()).bank_accounts.filter(({ removed_at }) => removed_at === null).map(({ id }) => id);

  it('are a view of their own where accounts are kept', () => {
    expect(page.portal.views).toContain('bank-accounts');
    expect(page.bankAccounts).toMatchObject({
      status: 'ready',
      accounts: [
        { id: accounts.checking, last4: '6789', status: 'usable', holderName: 'Bluebird Bakery LLC' },
        { id: accounts.savings, last4: '1234', type: 'savings', holderType: 'consumer', holderName: 'Rosa Lind' },
      ],
    });
    expect(page.said).toContain('2 bank accounts loaded.');
  });

  it.each([
    ['payments are off', { features: { payments: false } }],
    ['the lender keeps none', { bankAccounts: 'none' }],
  ] as const)('are no view where %s, and leave the screen when that comes about', async (_why, change) => {
    page.send({ type: 'addAccountPressed' }, ...typed);
    await endpoint.world.changeLender(change);
    page.send({ type: 'refreshPressed' });
    await endpoint.clock.quiet();
    expect(page.portal.views).not.toContain('bank-accounts');
    expect(page.portal.view).toBe('contracts');
    expect(page.portal.bankAccounts).toBeUndefined();
    await endpoint.world.changeLender({ features: { payments: true }, bankAccounts: 'any' });
    page.send({ type: 'refreshPressed' });
    await endpoint.clock.quiet();
    await page.seeAccounts();
    expect(page.bankAccounts.form).toBeUndefined();
  });

  it('are kept up while they are looked at, and not asked for when they are not', async () => {
    await endpoint.world.changeLender({ bankAccounts: 'existing' });
    const other = new PayerPage(endpoint);
    await other.see();
    await other.seeAccounts();
    other.send({ type: 'addAccountPressed' }, ...typed, { type: 'saveAccountPressed' });
    await endpoint.clock.until(() => other.bankAccounts.news !== undefined, 'the account of the other tab');
    other.disconnect();
    await endpoint.clock.until(() => page.bankAccounts.accounts.length === 3, 'the poll');
    expect(page.bankAccounts.accounts.find(({ last4 }) => last4 === '1357')).toMatchObject({ status: 'unverified' });

    page.send({ type: 'viewChosen', view: 'contracts' });
    await endpoint.clock.quiet();
    const before = page.tab.wire.count('GET', /^\/bank-accounts/);
    await endpoint.clock.advance(120_000);
    expect(page.tab.wire.count('GET', /^\/bank-accounts/)).toBe(before);
  });

  it('stay on screen, marked as old, where a refresh fails, and are fresh again after the next', async () => {
    page.tab.wire.next('GET', /^\/bank-accounts/, mishaps.dropBefore);
    page.send({ type: 'refreshPressed' });
    await endpoint.clock.quiet();
    expect(page.bankAccounts).toMatchObject({ status: 'ready', isStale: true, fault: { code: 'network' } });
    expect(ids()).toHaveLength(2);
    expect(page.said).toContain('The bank accounts could not be refreshed.');
    page.send({ type: 'refreshPressed' });
    await endpoint.clock.quiet();
    expect(page.bankAccounts.isStale).toBe(false);
    expect(page.bankAccounts.fault).toBeUndefined();
  });

  it('offer no change offline, and are read again when the connection is back', async () => {
    page.tab.setOnline(false);
    expect(page.bankAccounts.isOffline).toBe(true);
    const before = page.tab.wire.count('GET', /^\/bank-accounts/);
    page.tab.setOnline(true);
    await endpoint.clock.quiet();
    expect(page.bankAccounts.isOffline).toBe(false);
    expect(page.tab.wire.count('GET', /^\/bank-accounts/)).toBe(before + 1);
  });

  describe('when one is removed', () => {
    it('is asked for first, and stays where the payer keeps it', async () => {
      page.send({ type: 'removeAccountPressed', accountId: accounts.savings });
      expect(page.bankAccounts.removal).toEqual({ accountId: accounts.savings, step: 'asked' });
      page.send({ type: 'removalDismissed' });
      await endpoint.clock.quiet();
      expect(page.bankAccounts.removal).toBeUndefined();
      expect(page.tab.wire.count('DELETE', /./)).toBe(0);
    });

    it('is gone, and no longer offered when paying', async () => {
      await remove(accounts.savings);
      expect(ids()).toEqual([accounts.checking]);
      expect(page.bankAccounts.news).toMatchObject({ kind: 'removed', account: { id: accounts.savings } });
      expect(page.said.at(-1)).toBe('The bank account was removed.');
      expect(await stored()).not.toContain(accounts.savings);
      page.send({ type: 'viewChosen', view: 'contracts' });
      await page.openForm();
      const offered = page.in('editing').accounts;
      expect(offered.status === 'ready' && offered.accounts.map(({ id }) => id)).toEqual([accounts.checking]);
    });

    it('stays while a payment from it is under way, and why is said', async () => {
      page.send({ type: 'viewChosen', view: 'contracts' });
      await page.review();
      page.authorize();
      await page.reach('accepted');
      page.send({ type: 'donePressed' });
      await page.seeAccounts();
      await endpoint.clock.quiet();
      await remove();
      expect(page.bankAccounts.removal).toEqual({ accountId: accounts.checking, step: 'in-use' });
      expect(ids()).toContain(accounts.checking);
      expect(page.said.at(-1)).toBe('The bank account is kept: a payment from it is under way.');
      page.send({ type: 'removalDismissed' });
      expect(page.bankAccounts.removal).toBeUndefined();
    });

    it('is gone, too, where somebody had removed it before', async () => {
      const other = new PayerPage(endpoint);
      await other.see();
      await other.seeAccounts();
      other.send({ type: 'removeAccountPressed', accountId: accounts.savings }, { type: 'removalConfirmed' });
      await endpoint.clock.until(() => other.bankAccounts.news !== undefined, 'the removal in the other tab');
      other.disconnect();
      await remove(accounts.savings);
      expect(page.bankAccounts.news).toMatchObject({ kind: 'removed', account: { id: accounts.savings } });
      expect(ids()).toEqual([accounts.checking]);
    });

    it('is looked up again where the answer got lost: it is gone', async () => {
      page.tab.wire.next('DELETE', /^\/bank-accounts/, mishaps.dropAfter);
      await remove(accounts.savings);
      expect(page.bankAccounts.news).toMatchObject({ kind: 'removed' });
      expect(ids()).toEqual([accounts.checking]);
    });

    it('is looked up again where the request got lost: it is still there, and can be tried again', async () => {
      page.tab.wire.next('DELETE', /^\/bank-accounts/, mishaps.dropBefore);
      await remove(accounts.savings);
      expect(page.bankAccounts.removal).toEqual({ accountId: accounts.savings, step: 'failed', fault: { code: 'network' } });
      expect(page.said.at(-1)).toBe('The bank account was not removed.');
      page.send({ type: 'removalConfirmed' });
      await endpoint.clock.quiet();
      expect(ids()).toEqual([accounts.checking]);
    });

    it('is sent once, however often it is confirmed', async () => {
      page.send({ type: 'removeAccountPressed', accountId: accounts.savings });
      page.send({ type: 'removalConfirmed' }, { type: 'removalConfirmed' }, { type: 'removalDismissed' });
      expect(page.bankAccounts.removal?.step).toBe('sending');
      await endpoint.clock.quiet();
      expect(page.tab.wire.count('DELETE', /./)).toBe(1);
    });
  });
});

describe('more bank accounts than a page holds', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  beforeEach(async () => {
    endpoint = await startEndpoint();
    const [row] = await endpoint.db.selectFrom('bank_accounts').selectAll().where('id', '=', accounts.savings).execute();
    if (!row) throw new Error('There is no account to copy.');
    const copies = Array.from({ length: 19 }, (_, index) => ({
      ...row,
      id: `copy-${index}`,
      sameness: `copy-${index}`,
      created_at: new Date(endpoint.clock.now() + index).toISOString(),
    }));
    await endpoint.db.insertInto('bank_accounts').values(copies).execute();
    page = new PayerPage(endpoint);
    await page.see();
    await page.seeAccounts();
  });
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });

  it('are turned page by page, and the last page gives way when its only account is removed', async () => {
    expect(page.bankAccounts).toMatchObject({ offset: 0, hasNext: true });
    expect(page.bankAccounts.accounts).toHaveLength(20);
    page.send({ type: 'accountsTurned', to: 'next' });
    await endpoint.clock.quiet();
    expect(page.bankAccounts).toMatchObject({ offset: 20, hasNext: false, accounts: [{ id: 'copy-18' }] });
    page.send({ type: 'removeAccountPressed', accountId: 'copy-18' }, { type: 'removalConfirmed' });
    await endpoint.clock.quiet();
    expect(page.bankAccounts).toMatchObject({ offset: 0, hasNext: false, news: { kind: 'removed' } });
    expect(page.bankAccounts.accounts).toHaveLength(20);
  });

  it('stay on the page they are on where the next one fails', async () => {
    page.tab.wire.next('GET', /^\/bank-accounts/, mishaps.dropBefore);
    page.send({ type: 'accountsTurned', to: 'next' });
    await endpoint.clock.quiet();
    expect(page.bankAccounts).toMatchObject({ offset: 0, isStale: true });
    page.send({ type: 'accountsTurned', to: 'next' });
    await endpoint.clock.quiet();
    expect(page.bankAccounts).toMatchObject({ offset: 20, isStale: false });
  });
});

describe('bank accounts that can’t be read', () => {
  it('are said to have failed, and are there after another try', async () => {
    const endpoint = await startEndpoint();
    const page = new PayerPage(endpoint);
    try {
      await page.see();
      page.tab.wire.next('GET', /^\/bank-accounts/, mishaps.dropBefore);
      await page.seeAccounts();
      expect(page.bankAccounts).toMatchObject({ status: 'failed', fault: { code: 'network' } });
      expect(page.events.at(-1)).toMatchObject({ name: 'aspire-pay-error', detail: { code: 'network' } });
      page.send({ type: 'accountsRetried' });
      await endpoint.clock.quiet();
      expect(page.bankAccounts.accounts).toHaveLength(2);
    } finally {
      page.disconnect();
      await endpoint.stop();
    }
  });
});
