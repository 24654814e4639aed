/** The account number a payer types: used once, forgotten soon, and never anywhere it could be read. */
import { describe, expect, it } from 'vitest';
import { searchFor } from '../support/digit-search.js';
import { eachPage } from '../support/each-page.js';
import type { Endpoint } from '../support/endpoint.js';
import type { PayerPage } from '../support/payer-page.js';
import { late, mishaps } from '../support/wire.js';

/** No part of it stands in the portfolio. */
const canary = '83125740961357';
const routing = '083914061';

const findDigits = searchFor(canary);

describe('an account number', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  eachPage(async (own, itsEndpoint) => {
    page = own;
    endpoint = itsEndpoint;
    await page.openForm();
    page.send(
      { type: 'accountChosen', accountId: 'new' },
      { type: 'holderNameTyped', text: 'Bluebird Bakery LLC' },
      { type: 'routingNumberTyped', text: routing },
      { type: 'accountNumberTyped', text: canary },
    );
  });

  const mask = (): string => page.in('editing').draft.newAccount.accountNumberMask;
  const leave = (): void => page.send({ type: 'fieldLeft', field: 'accountNumber' });
  const isForgotten = (): boolean => {
    page.send({ type: 'reviewPressed' });
    return page.in('editing').faults.some(({ code }) => code === 'account-number-missing');
  };

  it('is masked to its last four when the field is left', () => {
    expect(mask()).toBe('');
    leave();
    expect(mask()).toBe('•••• 1357');
    page.send({ type: 'accountNumberTyped', text: '123' });
    leave();
    expect(mask()).toBe('••••');
  });

  it('leaves the page in one request only, and no run of five of its digits is shown, told, said or stored', async () => {
    leave();
    page.send({ type: 'reviewPressed' });
    await page.reach('reviewing');
    await endpoint.clock.advance(500);
    page.send({ type: 'authorizationTicked', isOn: true });
    page.authorize();
    await page.reach('accepted');

    const carriers = page.tab.wire.sent.filter(({ path, body, headers }) =>
      [path, body, ...headers].some((part) => findDigits(String(part)) !== undefined),
    );
    expect(carriers.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /bank-accounts']);
    const everything = page.everything();
    expect(findDigits(everything)).toBeUndefined();
    expect(everything).toContain('1357');
    const rows = JSON.stringify(await endpoint.world.rows());
    expect(findDigits(rows)).toBeUndefined();
  });

  it('is nowhere either while the payment is being checked', async () => {
    page.send({ type: 'reviewPressed' });
    await page.reach('reviewing');
    await endpoint.clock.advance(500);
    page.send({ type: 'authorizationTicked', isOn: true });
    page.tab.wire.always('POST', /^\/payments$/, () => Promise.reject(new TypeError('fetch failed')));
    page.authorize();
    await page.reach('checking');
    const everything = page.everything();
    expect(everything).toContain('aspire-pay:');
    expect(findDigits(everything)).toBeUndefined();
  });

  it('is a saved account from the review on: nothing of it is asked for again on Back', async () => {
    page.send({ type: 'reviewPressed' });
    const { reviewed } = await page.reach('reviewing');
    page.send({ type: 'backPressed' });
    expect(page.in('editing').draft).toMatchObject({
      accountId: reviewed.account.id,
      newAccount: { routingNumber: '', accountNumberMask: '' },
    });
    page.send({ type: 'reviewPressed' });
    await page.reach('reviewing');
    expect(page.tab.wire.count('POST', /^\/bank-accounts$/)).toBe(1);
  });

  it('is added once where the first try got lost on its way back', async () => {
    page.tab.wire.next('POST', /^\/bank-accounts$/, async (deliver) => {
      await deliver();
      throw new TypeError('fetch failed');
    });
    page.send({ type: 'reviewPressed' });
    await endpoint.clock.until(() => page.state.name === 'editing');
    page.send({ type: 'reviewPressed' });
    await page.reach('reviewing');
    expect((await endpoint.world.rows()).bank_accounts.filter(({ last4 }) => last4 === '1357')).toHaveLength(1);
  });

  it('keeps its place where the balance moved before the review: it is not asked for again', async () => {
    await endpoint.world.post({ contractId: 'contract-past-due', lowerBy: 1_000 });
    page.send({ type: 'reviewPressed' });
    await page.reach('changed');
    await endpoint.clock.until(() => page.in('changed').now !== undefined);
    page.send({ type: 'reviewPressed' });
    expect((await page.reach('reviewing')).reviewed.account.last4).toBe('1357');
    expect(page.tab.wire.count('POST', /^\/bank-accounts$/)).toBe(1);
  });

  it('that is not verified yet can’t be paid from, stays in the list, and the lender’s help is shown', async () => {
    await endpoint.world.changeLender({ bankAccounts: 'existing' });
    page.send({ type: 'reviewPressed' });
    await endpoint.clock.until(() => page.state.name === 'editing' && page.state.faults.length > 0);
    const { faults, accounts, draft } = page.in('editing');
    expect(faults).toMatchObject([{ field: 'account', code: 'account-not-usable' }]);
    expect(faults[0]?.detail).toBeTruthy();
    expect(accounts).toMatchObject({ status: 'ready' });
    expect(accounts.status === 'ready' && accounts.accounts.find(({ id }) => id === draft.accountId)?.status).toBe('unverified');
    expect(page.tab.wire.count('POST', /preview/)).toBe(0);
  });

  it('is forgotten after ten idle minutes, and typing starts them anew', async () => {
    leave();
    await endpoint.clock.advance(599_000);
    page.send({ type: 'accountNumberTyped', text: canary });
    leave();
    await endpoint.clock.advance(599_000);
    expect(mask()).toBe('•••• 1357');
    await endpoint.clock.advance(1_000);
    expect(mask()).toBe('');
    // Told apart from a mask: it leaves the field, too, where the caret still stands in it.
    expect(page.in('editing').draft.newAccount.isForgotten).toBe(true);
    expect(isForgotten()).toBe(true);
    page.send({ type: 'accountNumberTyped', text: '1' });
    expect(page.in('editing').draft.newAccount.isForgotten).toBe(false);
  });

  it('leaves no mask behind where it was forgotten while a review was asked for in vain', async () => {
    page.tab.wire.next('POST', /^\/bank-accounts$/, late(2_000, mishaps.dropBefore));
    page.send({ type: 'reviewPressed' });
    page.portal.forgetDigits();
    await endpoint.clock.until(() => page.state.name === 'editing', 'the form');
    expect(mask()).toBe('');
  });

  it('is forgotten when the page is left, and the rest of the form stays', () => {
    leave();
    page.portal.forgetDigits();
    expect(mask()).toBe('');
    expect(page.in('editing').draft.newAccount).toMatchObject({ holderName: 'Bluebird Bakery LLC', routingNumber: routing });
    expect(isForgotten()).toBe(true);
  });

  it('is forgotten when the form is closed', async () => {
    page.send({ type: 'backPressed' });
    await page.openForm();
    page.send(
      { type: 'accountChosen', accountId: 'new' },
      { type: 'holderNameTyped', text: 'B' },
      { type: 'routingNumberTyped', text: routing },
    );
    expect(isForgotten()).toBe(true);
  });

  it('is forgotten when the element leaves the page', async () => {
    page.disconnect();
    await page.see();
    await page.openForm();
    page.send(
      { type: 'accountChosen', accountId: 'new' },
      { type: 'holderNameTyped', text: 'B' },
      { type: 'routingNumberTyped', text: routing },
    );
    expect(isForgotten()).toBe(true);
  });
});
