/** A form with mistakes in it: each is said at its field, and nothing is sent. */
import { describe, expect, it } from 'vitest';
import type { UserEvent } from '../../src/domain/user-events.js';
import { eachPage } from '../support/each-page.js';
import { contracts, type Endpoint } from '../support/endpoint.js';
import type { PayerPage } from '../support/payer-page.js';
import { late, mishaps, rewriteAnswer, type Mishap } from '../support/wire.js';

const newAccount = (routingNumber: string, accountNumber: string, holderName = 'Bluebird Bakery LLC'): UserEvent[] => [
  { type: 'accountChosen', accountId: 'new' },
  { type: 'holderNameTyped', text: holderName },
  { type: 'routingNumberTyped', text: routingNumber },
  { type: 'accountNumberTyped', text: accountNumber },
];
const other = (text: string): UserEvent[] => [{ type: 'otherAmountTyped', contractId: contracts.pastDue, text }];

describe('a form with a mistake in it', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  eachPage(async (own, itsEndpoint) => {
    page = own;
    endpoint = itsEndpoint;
    await page.openForm();
  });

  const faults = (): string[] => page.in('editing').faults.map(({ field, code }) => `${field} ${code}`);

  it.each<readonly [string, UserEvent[], string]>([
    ['the amount 0', other('0'), 'otherAmount amount-not-positive'],
    ['the amount 1e5', other('1e5'), 'otherAmount amount-not-a-number'],
    ['the amount 12.345', other('12.345'), 'otherAmount amount-too-precise'],
    ['an amount above what is open', other('3,225.01'), 'otherAmount amount-above-open'],
    ['an amount below the lender’s smallest', other('9.99'), 'otherAmount amount-below-min'],
    ['a day that has passed', [{ type: 'dateChosen', date: '2026-11-17' }], 'date date-past'],
    ['a Sunday', [{ type: 'dateChosen', date: '2026-11-22' }], 'date date-closed'],
    ['the routing number 123456789', newAccount('123456789', '400012346789'), 'routingNumber routing-check'],
    ['an account number of three digits', newAccount('011000015', '123'), 'accountNumber account-number-length'],
    ['no holder', newAccount('011000015', '400012346789', ' '), 'holderName holder-missing'],
  ])('says so at the field and sends nothing: %s', async (_name, events, fault) => {
    const before = page.tab.wire.sent.length;
    page.send(...events, { type: 'reviewPressed' });
    await endpoint.clock.quiet();
    expect(faults()).toEqual([fault]);
    expect(page.in('editing').attempts).toBe(1);
    expect(page.tab.wire.sent.slice(before)).toEqual([]);
  });

  it('names the next open day for a Sunday', () => {
    page.send({ type: 'dateChosen', date: '2026-11-22' }, { type: 'reviewPressed' });
    expect(page.in('editing').faults).toMatchObject([{ nextDate: '2026-11-23' }]);
  });

  it('forgets what was wrong with a field as soon as it is touched', () => {
    page.send(...other('0'), { type: 'dateChosen', date: '2026-11-22' }, { type: 'reviewPressed' });
    expect(faults()).toEqual(['otherAmount amount-not-positive', 'date date-closed']);
    page.send(...other('12.00'));
    expect(faults()).toEqual(['date date-closed']);
  });

  it('says what is wrong with a field when it is left, unless it was merely passed by', () => {
    page.send({ type: 'accountChosen', accountId: 'new' }, { type: 'fieldLeft', field: 'routingNumber' });
    expect(faults()).toEqual([]);
    page.send({ type: 'routingNumberTyped', text: '123456789' }, { type: 'fieldLeft', field: 'routingNumber' });
    expect(faults()).toEqual(['routingNumber routing-check']);
    expect(page.in('editing').attempts).toBe(0);
    page.send({ type: 'routingNumberTyped', text: '011000015' }, { type: 'fieldLeft', field: 'routingNumber' });
    expect(faults()).toEqual([]);
  });

  it('is sent once it is corrected', async () => {
    page.send(...other('0'), { type: 'reviewPressed' }, ...other('50'), { type: 'reviewPressed' });
    expect((await page.reach('reviewing')).reviewed.total.value).toBe(5_000);
  });

  it('is found by the endpoint too: the calendar is read again, and the next open day named', async () => {
    await endpoint.world.changeLender({ closedDates: ['2026-11-19'] });
    page.send({ type: 'dateChosen', date: '2026-11-19' }, { type: 'reviewPressed' });
    await endpoint.clock.until(() => page.state.name === 'editing' && page.state.faults.length > 0);
    expect(page.in('editing')).toMatchObject({ attempts: 1, faults: [{ field: 'date', code: 'date-closed', nextDate: '2026-11-20' }] });
    expect(page.tab.wire.count('POST', /preview/)).toBe(1);
    expect(page.portfolio.session?.calendar.closedDates).toContain('2026-11-19');
  });

  it('is kept where the endpoint can’t be reached', async () => {
    page.tab.wire.next('POST', /preview/, () => Promise.reject(new TypeError('fetch failed')));
    page.send(...other('50'), { type: 'reviewPressed' });
    await endpoint.clock.until(() => page.state.name === 'editing');
    expect(page.in('editing')).toMatchObject({ draft: { lines: [{ otherAmount: '50' }] }, fault: { code: 'network' }, attempts: 1 });
  });

  it('leads to the balance as it is now, where that moved before the review', async () => {
    await endpoint.world.post({ contractId: contracts.pastDue, lowerBy: 50_000 });
    page.send({ type: 'reviewPressed' });
    await page.reach('changed');
    await endpoint.clock.until(() => page.in('changed').now !== undefined, 'the new balance');
    expect(page.in('changed')).toMatchObject({
      what: 'balance',
      items: [{ amount: { value: 215_000 } }],
      now: [{ totals: { due: { value: 165_000 } } }],
    });

    page.send({ type: 'reviewPressed' });
    expect((await page.reach('reviewing')).reviewed.total.value).toBe(165_000);
  });
});

describe('a review asked for while the saved accounts are still on their way', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  const slowly = (mishap?: Mishap): void => page.tab.wire.next('GET', /^\/bank-accounts/, late(3_000, mishap));
  const press = (...events: UserEvent[]): void => page.send({ type: 'payPressed', contractId: contracts.pastDue }, ...events);
  eachPage((own, itsEndpoint) => {
    page = own;
    endpoint = itsEndpoint;
  });

  it('waits for them, and is of the first that can be paid from', async () => {
    slowly();
    press({ type: 'reviewPressed' });
    expect(page.in('previewing').accounts.status).toBe('loading');
    page.send({ type: 'reviewPressed' });
    const { reviewed } = await page.reach('reviewing');
    expect([reviewed.account.id, reviewed.total.value]).toEqual(['account-checking', 215_000]);
    expect(page.tab.wire.count('POST', /preview/)).toBe(1);
  });

  it('names what is wrong besides at once, and nothing of the accounts', async () => {
    slowly();
    press(...other('0'), { type: 'reviewPressed' });
    expect(page.in('editing').faults).toMatchObject([{ field: 'otherAmount' }]);
    await endpoint.clock.advance(4_000);
    expect(page.in('editing')).toMatchObject({ draft: { accountId: 'account-checking' }, faults: [{ field: 'otherAmount' }] });
  });

  it('is of nothing any more where something is changed meanwhile', async () => {
    slowly();
    press({ type: 'reviewPressed' }, ...other('500'));
    await endpoint.clock.advance(4_000);
    expect(page.in('editing')).toMatchObject({ draft: { accountId: 'account-checking' }, faults: [], attempts: 0 });
    expect(page.tab.wire.count('POST', /preview/)).toBe(0);
  });

  it('ends where they can’t be read, and can be asked for again when they are there', async () => {
    slowly(mishaps.dropBefore);
    press({ type: 'reviewPressed' });
    await endpoint.clock.advance(4_000);
    expect(page.in('editing')).toMatchObject({ accounts: { status: 'failed' }, faults: [{ field: 'account' }], attempts: 1 });
    page.send({ type: 'accountsRetried' });
    await endpoint.clock.quiet();
    expect(page.in('editing')).toMatchObject({ draft: { accountId: 'account-checking' }, faults: [] });
    page.send({ type: 'reviewPressed' });
    await page.reach('reviewing');
  });

  it('asks for a new account where there is none', async () => {
    slowly(rewriteAnswer((text) => JSON.stringify({ ...(JSON.parse(text) as object), items: [] })));
    press({ type: 'reviewPressed' });
    await endpoint.clock.advance(4_000);
    expect(page.in('editing').draft.accountId).toBe('new');
    expect(page.in('editing').faults.map(({ field }) => field)).toEqual(['holderName', 'routingNumber', 'accountNumber']);
  });
});

describe('saved accounts that can’t be read', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  eachPage(async (own, itsEndpoint) => {
    page = own;
    endpoint = itsEndpoint;
    page.tab.wire.next('GET', /^\/bank-accounts/, () => Promise.reject(new TypeError('fetch failed')));
    await page.openForm();
  });

  it('are said to have failed, and are there after another try', async () => {
    expect(page.in('editing').accounts).toEqual({ status: 'failed', fault: { code: 'network' } });
    page.send({ type: 'accountsRetried' });
    await endpoint.clock.quiet();
    expect(page.in('editing')).toMatchObject({ accounts: { status: 'ready' }, draft: { accountId: 'account-checking' } });
  });

  it('don’t keep a new one from being used, which is there on Back', async () => {
    page.send(...newAccount('011000015', '400012346789'), { type: 'reviewPressed' });
    const { reviewed } = await page.reach('reviewing');
    expect(reviewed.account.last4).toBe('6789');
    await endpoint.clock.quiet();
    page.send({ type: 'backPressed' }, { type: 'reviewPressed' });
    expect((await page.reach('reviewing')).reviewed.account.id).toBe(reviewed.account.id);
  });

  it('are not read for ever where their pages never end', async () => {
    const endless = JSON.stringify({ items: [], nextCursor: 'again', asOf: '2026-11-18T15:00:00Z' });
    const headers = { 'content-type': 'application/json' };
    page.tab.wire.always('GET', /^\/bank-accounts/, () => Promise.resolve(new Response(endless, { headers })));
    page.send({ type: 'accountsRetried' });
    await endpoint.clock.quiet();
    expect(page.in('editing').accounts.status).toBe('ready');
    expect(page.tab.wire.count('GET', /^\/bank-accounts/)).toBeLessThan(30);
  });
});
