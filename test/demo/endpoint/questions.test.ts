/**
 * What each request asks the database: nothing twice.
 */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createEndpoint } from '../../../demo/endpoint/app.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { watchQueries, type WatchedStore } from './support/watched-store.js';

onBothDatabases('a request', (dialect) => {
  let harness: Harness;
  let watched: WatchedStore;
  let ask: (path: string) => Promise<Response>;
  beforeAll(async () => {
    harness = await startHarness(dialect);
    watched = watchQueries(harness.store);
    const { app } = createEndpoint({ ...harness.deps, store: watched.store });
    ask = async (path) => app.request(path, { headers: { authorization: 'Bearer demo-acme' } });
  });
  afterAll(() => harness.stop());
  beforeEach(() => {
    watched.queries.length = 0;
  });

  const about = (table: string): number => watched.queries.filter(({ sql }) => sql.includes(`from "${table}"`)).length;

  it.each(['/session', '/contracts', '/contracts/c01', '/payments', '/payments/unknown', '/bank-accounts'])(
    'to %s asks once who calls',
    async (path) => {
      expect((await ask(path)).status).toBe(path === '/payments/unknown' ? 404 : 200);
      expect(about('payers')).toBe(1);
      expect(about('lenders')).toBe(0);
    },
  );

  it('for the session asks nothing else: the lender’s settings come with who calls', async () => {
    expect((await ask('/session')).status).toBe(200);
    expect(watched.queries).toHaveLength(1);
  });
});
