/**
 * The parts of the journeys come when somebody is about to set out on them: what is known without them, and what is gone on with when
 * they come.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { here } from '../../src/journeys/script.js';
import { contracts, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { createBrowser, type Browser } from '../support/environment.js';
import { PayerPage } from '../support/payer-page.js';

describe('a part that comes later', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  let browser: Browser;
  beforeEach(async () => {
    browser = createBrowser();
    endpoint = await startEndpoint();
    page = new PayerPage(endpoint, { browser, hasParts: false });
  });
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });

  /** Pays in another tab of the same browser, and leaves it before the end is known. */
  const payElsewhere = async (): Promise<void> => {
    const other = new PayerPage(endpoint, { browser });
    await other.see();
    await other.review();
    other.tab.wire.always('POST', /^\/payments$/, (deliver) => deliver().then(() => Promise.reject(new TypeError('the line was cut'))));
    other.tab.wire.always('GET', /by-key/, () => Promise.resolve(new Response(null, { status: 503 })));
    other.authorize();
    await other.reach('checking');
    other.disconnect();
  };

  it('is not needed for the list, and nothing is begun without it', async () => {
    await page.see();
    expect(page.portfolio.contracts.length).toBeGreaterThan(0);
    page.send({ type: 'payPressed', contractId: contracts.pastDue }, { type: 'registerPressed' }, { type: 'donePressed' });
    expect([page.state.name, page.portal.signIn.name]).toEqual(['idle', 'offered']);
    page.portal.equip({ paying: here.paying });
    await page.openForm();
    expect(page.in('editing').draft.lines[0]?.contract.id).toBe(contracts.pastDue);
  });

  it('goes on with a payment whose end isn’t known; until it does, the contract is marked', async () => {
    await payElsewhere();
    await page.see();
    expect(page.portfolio.checking.map(({ contracts: [contract] }) => contract?.id)).toEqual([contracts.pastDue]);
    expect(page.state.name).toBe('idle');
    page.portal.equip({ paying: here.paying });
    const { payments } = await page.reach('accepted');
    expect(payments.map(({ contractId }) => contractId)).toEqual([contracts.pastDue]);
    expect([page.portfolio.checking, await endpoint.payments()]).toEqual([[], ['pending']]);
  });

  it('takes nobody’s screen for what another tab has begun since', async () => {
    await page.see();
    await payElsewhere();
    expect(page.portfolio.checking).toEqual([]);
    page.portal.equip({ paying: here.paying });
    expect(page.state.name).toBe('idle');
    expect(page.portfolio.checking.map(({ contracts: [contract] }) => contract?.id)).toEqual([contracts.pastDue]);
    page.send({ type: 'payPressed', contractId: contracts.pastDue });
    expect(page.state.name, 'it can’t be paid again').not.toBe('editing');
  });

  it('reads its view from when it is there: as on its way before', async () => {
    await page.see();
    page.send({ type: 'viewChosen', view: 'payments' });
    expect(page.portal.history?.status).toBe('loading');
    page.portal.equip({ payments: here.payments });
    await endpoint.clock.until(() => page.portal.history?.status === 'ready', 'the payments');
    page.send({ type: 'viewChosen', view: 'bank-accounts' });
    expect(page.bankAccounts.status).toBe('loading');
    page.portal.equip({ payments: here.payments, 'bank-accounts': here['bank-accounts'] });
    await endpoint.clock.until(() => page.bankAccounts.status === 'ready', 'the bank accounts');
  });

  it('may be there before anybody is known', async () => {
    page.portal.choose('payments');
    page.portal.equip({ payments: here.payments });
    await page.see();
    await endpoint.clock.quiet();
    expect(page.portal.history?.status, 'asked for as soon as somebody is known').toBe('ready');
  });

  it('keeps nothing of whoever is signed out', async () => {
    await payElsewhere();
    await page.see();
    page.token = undefined;
    page.tab.wire.always('GET', /^\/(session|contracts)/, () => Promise.resolve(new Response(null, { status: 401 })));
    await page.portal.refresh();
    expect([page.portfolio.status, page.portfolio.checking]).toEqual(['signed-out', []]);
    page.portal.equip(here);
    expect(page.state.name).toBe('idle');
  });
});
