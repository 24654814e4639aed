/** A payer's page that shows the list, on an endpoint of its own, anew for each test. Must not know which test it is for. */
import { afterEach, beforeEach } from 'vitest';
import { startEndpoint, type Endpoint } from './endpoint.js';
import { PayerPage } from './payer-page.js';

/** `take` is given both before each test, and may bring the page further; after it they are gone. */
export const eachPage = (take: (page: PayerPage, endpoint: Endpoint) => Promise<void> | void): void => {
  let endpoint: Endpoint;
  let page: PayerPage;
  beforeEach(async () => {
    endpoint = await startEndpoint();
    page = new PayerPage(endpoint);
    await page.see();
    await take(page, endpoint);
  });
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });
};
