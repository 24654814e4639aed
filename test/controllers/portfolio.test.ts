/** What is read while the line goes and comes: whether the payer is offline is told by the line, whoever turns out to be signed in. */
import { describe, expect, it } from 'vitest';
import { eachPage } from '../support/each-page.js';
import type { Endpoint } from '../support/endpoint.js';
import type { PayerPage } from '../support/payer-page.js';

describe('a list that is read again', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  eachPage((own, itsEndpoint) => {
    page = own;
    endpoint = itsEndpoint;
  });

  it('says that the payer is offline where the line goes between the session of another payer and their contracts', async () => {
    page.tab.wire.always('GET', /^\/session/, async (deliver) => {
      const session = (await (await deliver()).json()) as object;
      return Response.json({ ...session, payer: { id: 'somebody-else', name: 'Somebody else' } });
    });
    page.tab.wire.always('GET', /^\/contracts/, () => {
      page.tab.setOnline(false);
      return Promise.reject(new TypeError('the line was cut'));
    });
    await endpoint.clock.settle(page.portal.refresh());
    expect(page.portfolio).toMatchObject({ status: 'failed', isOffline: true, fault: { code: 'network' } });
    expect(page.portfolio.session).toBeUndefined();
  });
});
