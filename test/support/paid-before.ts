/** Payments that a payer of a browser test has made before the test begins. Must not know what is done with them. */
import type { Payment } from '../../src/api/index.js';
import { createClient } from '../../src/client/client.js';
import { createBrowserEnvironment } from '../../src/client/environment.js';
import { createHttp } from '../../src/client/http.js';
import { makePayments } from './past-payments.js';
import { accounts, contracts, payers, type World } from './world.js';

/** Of $10.00, $10.01, … on EL-1001; the newest first. */
export const payBefore = (world: World, count = 1): Promise<Payment[]> => {
  const environment = createBrowserEnvironment(() => undefined);
  const http = createHttp({
    base: world.endpoint,
    environment,
    credentials: 'same-origin',
    token: () => world.tokenOf(payers.baker),
  });
  const client = createClient({ http, renewToken: () => Promise.resolve(false), now: environment.now, payer: payers.baker });
  return makePayments(client, count, { contractId: contracts.pastDue, accountId: accounts.checking, value: 1_000 });
};
