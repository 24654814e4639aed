/** A payment whose end is found out while its payer is in the middle of something else: it is told when they are free, or next time. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contracts, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { createBrowser, type Browser } from '../support/environment.js';
import { PayerPage } from '../support/payer-page.js';

describe('a payment that is being checked, looked at from among the payments', () => {
  it('tells the page the view it stands in for, which is where its button leads back to', async () => {
    const endpoint = await startEndpoint();
    const page = new PayerPage(endpoint);
    await page.see();
    await page.review();
    page.tab.wire.always('POST', /^\/payments$/, () => Promise.reject(new TypeError('the line was cut')));
    page.tab.wire.always('GET', /by-key/, () => Promise.resolve(new Response(null, { status: 503 })));
    page.authorize();
    const { entry } = await page.reach('checking');
    page.send({ type: 'donePressed' }, { type: 'viewChosen', view: 'payments' });
    const told: unknown[] = [];
    page.host.addEventListener('aspire-pay-view-change', (event) => told.push((event as CustomEvent<unknown>).detail));
    page.send({ type: 'checkingOpened', key: entry.key });
    await page.reach('checking');
    page.send({ type: 'donePressed' });
    expect(page.portal.history).toBeDefined();
    expect(told).toEqual([
      { view: 'payments', step: 'checking' },
      { view: 'payments', step: 'idle' },
    ]);
    page.disconnect();
    await endpoint.stop();
  });
});

describe('the end of a payment, found out while another result is on screen', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  let browser: Browser;
  beforeEach(async () => {
    browser = createBrowser();
    endpoint = await startEndpoint();
    page = new PayerPage(endpoint, { browser });
    await page.see();
    await page.review();
    page.tab.wire.always('POST', /^\/payments$/, (deliver) => deliver().then(() => Promise.reject(new TypeError('the line was cut'))));
    page.tab.wire.always('GET', /by-key/, () => Promise.resolve(new Response(null, { status: 503 })));
    page.authorize();
    await page.reach('checking');
    page.send({ type: 'donePressed' });
    page.tab.wire.heal();
    await page.review(contracts.upcoming);
    page.authorize();
    await page.reach('accepted');
    await endpoint.clock.advance(61_000);
    expect(page.portfolio.checking, 'nothing is left to find out').toEqual([]);
    expect(page.told.filter((name) => name === 'aspire-pay-submitted')).toHaveLength(1);
  });
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });

  it('is told once that one is closed', async () => {
    page.send({ type: 'donePressed' });
    const { payments } = await page.reach('accepted');
    expect(payments.map(({ contractId }) => contractId)).toEqual([contracts.pastDue]);
    expect(page.told.filter((name) => name === 'aspire-pay-submitted')).toHaveLength(2);

    page.send({ type: 'donePressed' });
    const later = new PayerPage(endpoint, { browser });
    await later.see();
    await endpoint.clock.advance(61_000);
    expect(later.state.name, 'what was told is not told again').toBe('idle');
    later.disconnect();
  });

  it('is told by the next page, where this one went before that', async () => {
    const later = new PayerPage(endpoint, { browser });
    await later.see();
    const { payments } = await later.reach('accepted');
    expect(payments.map(({ contractId }) => contractId)).toEqual([contracts.pastDue]);
    later.disconnect();
  });
});
