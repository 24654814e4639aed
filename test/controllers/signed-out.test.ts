/** A sign-in that ends while a payment is on its way: how the payment came out is told to its payer, and not to an empty room. */
import { describe, expect, it } from 'vitest';
import { eachPage } from '../support/each-page.js';
import { startEndpoint, type Endpoint } from '../support/endpoint.js';
import { PayerPage } from '../support/payer-page.js';
import { late } from '../support/wire.js';

describe('a payment under way when the sign-in ends', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  eachPage((own, itsEndpoint) => {
    page = own;
    endpoint = itsEndpoint;
  });

  it('is told to its payer once they are back, where it was accepted meanwhile', async () => {
    await page.review();
    page.tab.wire.next('POST', /^\/payments$/, late(4_000));
    page.authorize();
    const { token } = page;
    page.token = undefined;
    page.tab.wire.always('GET', /^\/(session|contracts)/, () => Promise.resolve(new Response(null, { status: 401 })));
    await page.portal.refresh();
    expect(page.portfolio.status).toBe('signed-out');
    await endpoint.clock.advance(10_000);
    expect(await endpoint.payments()).toEqual(['pending']);
    expect(page.told).not.toContain('aspire-pay-submitted');

    page.token = token;
    page.tab.wire.heal();
    await page.portal.refresh();
    await page.reach('accepted');
    expect(page.told.filter((name) => name === 'aspire-pay-submitted')).toHaveLength(1);
    expect(page.tab.wire.posts).toBe(1);
  });

  it('is found out by a page whose earlier question was refused only after its payer had come back', async () => {
    await page.review();
    page.tab.wire.next('POST', /^\/payments$/, () => Promise.reject(new TypeError('the line was cut')));
    page.tab.wire.always('GET', /by-key/, () => Promise.resolve(new Response(null, { status: 503 })));
    page.authorize();
    await page.reach('checking');
    page.send({ type: 'donePressed' });

    page.tab.wire.heal();
    let asked = 0;
    page.tab.wire.always('GET', /by-key/, () => {
      asked += 1;
      // Asked with a new token, too, it is refused; meanwhile the page looks again who is there, and is still waiting when that comes.
      if (asked === 2) {
        page.tab.wire.heal();
        void page.portal.refresh();
      }
      return Promise.resolve(new Response(null, { status: 401 }));
    });
    await endpoint.clock.advance(61_000);
    await page.reach('refused');
    expect(await endpoint.payments()).toEqual([]);
    expect(page.portfolio.checking).toEqual([]);
  });
});

describe('a payer who has signed in on the site', () => {
  it('is told what went wrong where only the list could not be had, and can try again', async () => {
    const endpoint = await startEndpoint();
    const page = new PayerPage(endpoint);
    await page.see();
    const { token } = page;
    page.token = undefined;
    page.tab.wire.always('GET', /^\/(session|contracts)/, () => Promise.resolve(new Response(null, { status: 401 })));
    await page.portal.refresh();
    expect(page.portfolio.status).toBe('signed-out');

    page.token = token;
    page.tab.wire.heal();
    page.tab.wire.always('GET', /^\/contracts/, () => Promise.resolve(new Response(null, { status: 503 })));
    await page.portal.refresh();
    expect(page.portfolio).toMatchObject({ status: 'failed', fault: { code: 'unavailable' } });
    page.tab.wire.heal();
    page.send({ type: 'refreshPressed' });
    await endpoint.clock.until(() => page.portfolio.status === 'ready', 'the contracts');
    page.disconnect();
    await endpoint.stop();
  });
});
