/** The press on Authorize: who may press, when, and that it pays once however often it comes. */
import { describe, expect, it } from 'vitest';
import { eachPage } from '../support/each-page.js';
import { contracts, type Endpoint } from '../support/endpoint.js';
import { createBrowser } from '../support/environment.js';
import { PayerPage } from '../support/payer-page.js';
import { mishaps } from '../support/wire.js';

describe('a press on Authorize', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  eachPage((own, itsEndpoint) => {
    page = own;
    endpoint = itsEndpoint;
  });

  it('case 32: pays once, however many come at a time', async () => {
    await page.review();
    for (let times = 0; times < 5; times += 1) page.authorize();
    await page.reach('accepted');
    page.authorize();
    await endpoint.clock.advance(60_000);

    expect(page.tab.wire.posts).toBe(1);
    expect(page.told.filter((name) => name === 'aspire-pay-submit')).toHaveLength(1);
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('pays nothing where no person made it', async () => {
    await page.review();
    page.send({ type: 'authorizePressed', isTrusted: false });
    expect(page.in('reviewing').notice).toBe('held-by-page');
    expect(page.told).toEqual(['aspire-pay-ready']);
    expect(page.tab.wire.posts).toBe(0);
  });

  it('pays nothing in the first half second, says so, and pays after it', async () => {
    await page.openForm();
    page.send({ type: 'reviewPressed' });
    await page.reach('reviewing');
    page.send({ type: 'authorizationTicked', isOn: true });
    await endpoint.clock.advance(499);
    page.authorize();
    expect(page.in('reviewing').notice).toBe('not-yet');
    await endpoint.clock.advance(1);
    page.authorize();
    await page.reach('accepted');
    expect(page.tab.wire.posts).toBe(1);
  });

  it('is not locked out for ever by a clock that was set back', async () => {
    await page.review();
    endpoint.clock.skewMs = -3_600_000;
    page.authorize();
    await page.reach('accepted');
  });

  it('pays nothing before the authorization is ticked, and says so again when pressed again', async () => {
    await page.review();
    page.send({ type: 'authorizationTicked', isOn: false });
    page.authorize();
    const first = page.in('reviewing');
    page.authorize();
    expect(first.notice).toBe('not-ticked');
    expect(page.state).not.toBe(first);
    page.send({ type: 'authorizationTicked', isOn: true });
    expect(page.in('reviewing')).toMatchObject({ isTicked: true });
    expect(page.in('reviewing').notice).toBeUndefined();
    expect(page.tab.wire.posts).toBe(0);
  });

  it('pays nothing while offline, and can be made again when the line is back', async () => {
    await page.review();
    page.tab.setOnline(false);
    page.authorize();
    expect(page.in('reviewing').notice).toBe('offline');
    page.tab.setOnline(true);
    page.authorize();
    await page.reach('accepted');
    expect(page.tab.wire.posts).toBe(1);
  });

  it('pays nothing where the page holds it, keeps the tick, and remembers nothing', async () => {
    page.host.addEventListener('aspire-pay-submit', (event) => event.preventDefault(), { once: true });
    await page.review();
    page.authorize();
    expect(page.in('reviewing')).toMatchObject({ isTicked: true, notice: 'held-by-page' });
    expect(page.tab.environment.stores[0]?.keys()).toEqual([]);
    expect(page.tab.wire.posts).toBe(0);

    page.authorize();
    await page.reach('accepted');
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('pays once where a listener presses again while it is being told', async () => {
    page.host.addEventListener('aspire-pay-submit', () => page.authorize());
    await page.review();
    page.authorize();
    await page.reach('accepted');
    expect(page.tab.wire.posts).toBe(1);
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('pays nothing where a listener takes the element off the page', async () => {
    page.host.addEventListener('aspire-pay-submit', () => page.disconnect());
    await page.review();
    page.authorize();
    await endpoint.clock.quiet();
    expect(page.tab.wire.posts).toBe(0);
    expect(await endpoint.keys()).toEqual([]);
  });

  it('names contract, amount, day and the last four digits to the page, and no more', async () => {
    await page.review();
    page.authorize();
    await page.reach('accepted');
    expect(page.events.find(({ name }) => name === 'aspire-pay-submit')?.detail).toEqual({
      items: [{ contractId: 'contract-past-due', contractNumber: 'EL-1001', amount: { value: 215_000, currency: 'USD' } }],
      date: '2026-11-18',
      accountId: 'account-checking',
      last4: '6789',
    });
  });

  it('pays nothing while another tab is paying, says so, and can be made again', async () => {
    const browser = createBrowser();
    const [here, there] = [new PayerPage(endpoint, { browser }), new PayerPage(endpoint, { browser })];
    for (const one of [here, there]) {
      await one.see();
      await one.review();
    }
    there.tab.wire.next('POST', /^\/payments$/, mishaps.swallow);
    there.authorize();
    here.authorize();
    await endpoint.clock.quiet();
    expect(here.in('reviewing')).toMatchObject({ isTicked: true, notice: 'paid-in-another-tab' });
    expect(here.tab.wire.posts).toBe(0);

    await there.reach('accepted');
    here.authorize();
    expect((await here.reach('changed')).what).toBe('balance');
    expect(await endpoint.payments()).toEqual(['pending']);
    for (const one of [here, there]) one.disconnect();
  });

  it('is not made again beside what the other tab paid, but by Pay in addition', async () => {
    const [here, there] = [new PayerPage(endpoint), new PayerPage(endpoint)];
    for (const one of [here, there]) {
      await one.see();
      await one.openForm();
      one.send({ type: 'otherAmountTyped', contractId: contracts.pastDue, text: '100' }, { type: 'reviewPressed' });
      await one.reach('reviewing');
    }
    await endpoint.clock.advance(500);
    for (const one of [here, there]) one.send({ type: 'authorizationTicked', isOn: true });
    there.authorize();
    await there.reach('accepted');
    here.authorize();
    await here.reach('changed');
    await endpoint.clock.until(() => here.in('changed').now !== undefined, 'the contract as it is now');

    here.send({ type: 'reviewPressed' });
    await endpoint.clock.quiet();
    expect(here.state.name).toBe('changed');
    here.send({ type: 'additionPressed' });
    expect(here.in('editing').draft.lines).toMatchObject([{ inAddition: true, otherAmount: '100' }]);
    here.send({ type: 'reviewPressed' });
    await here.reach('reviewing');
    expect(await endpoint.payments()).toEqual(['pending']);
    for (const one of [here, there]) one.disconnect();
  });
});
