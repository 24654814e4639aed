/** How the database finds what is asked most, as it says itself. Knows nothing of time. */
import { createEndpoint } from '../../../demo/endpoint/app.js';
import { openStore } from '../../../demo/endpoint/store/open.js';
import { fleetPayer } from '../../../demo/portfolio/large.js';
import { ContractPage } from '../../../src/api/index.js';
import { explain } from '../../demo/endpoint/support/explain.js';
import type { TestDatabase } from '../../demo/endpoint/support/fresh-database.js';
import { watchQueries } from '../../demo/endpoint/support/watched-store.js';
import { endpointDeps } from '../../support/endpoint-deps.js';

const shortened = (text: string): string => {
  const plain = text.replaceAll('"', '').replace(/\((\?|\$\d+)(, (\?|\$\d+))+\)/g, '(…)');
  return plain.length > 150 ? `${plain.slice(0, 149)}…` : plain;
};

/** Of a page behind a cursor, which asks all that a first page asks. */
export const tellPlans = async (database: TestDatabase): Promise<string[]> => {
  const store = await openStore(database);
  const watched = watchQueries(store);
  const { app } = createEndpoint(endpointDeps(watched.store));
  const ask = async (path: string): Promise<unknown> =>
    (await app.request(path, { headers: { authorization: `Bearer demo-${fleetPayer.id}` } })).json();
  try {
    const { nextCursor } = ContractPage.parse(await ask('/contracts?limit=20'));
    watched.queries.length = 0;
    await ask(`/contracts?limit=20&cursor=${encodeURIComponent(nextCursor ?? '')}`);
    const told: string[] = [];
    for (const query of [...watched.queries]) {
      told.push(shortened(query.sql), ...(await explain(store, query)).map((step) => `    ${step}`));
    }
    return told;
  } finally {
    await store.close();
  }
};
