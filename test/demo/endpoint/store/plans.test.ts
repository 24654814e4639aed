/**
 * How the databases find what payers ask for most: by an index, in the order it lies there. No table is read from end to end.
 */
import { sql, type CompiledQuery } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createEndpoint } from '../../../../demo/endpoint/app.js';
import { usualRateLimits } from '../../../../demo/endpoint/rate-limits.js';
import { ContractPage, PaymentPage, type PaymentRequest } from '../../../../src/api/index.js';
import { onBothDatabases } from '../support/databases.js';
import { explainAsIfLarge } from '../support/explain.js';
import { startHarness, type Harness } from '../support/harness.js';
import { watchQueries, type WatchedStore } from '../support/watched-store.js';

onBothDatabases('the plan', (dialect) => {
  let harness: Harness;
  let watched: WatchedStore;
  let ask: (path: string, json?: PaymentRequest) => Promise<unknown>;
  beforeAll(async () => {
    harness = await startHarness(dialect);
    watched = watchQueries(harness.store);
    const { app } = createEndpoint({ ...harness.deps, store: watched.store, rateLimits: usualRateLimits });
    const headers = { authorization: 'Bearer demo-acme', 'content-type': 'application/json' };
    ask = async (path, json) => {
      const init = json && { method: 'POST', body: JSON.stringify(json), headers: { ...headers, 'idempotency-key': json.idempotencyKey } };
      const answer = await app.request(path, init ?? { headers });
      expect(answer.status).toBeLessThan(400);
      return answer.json();
    };
    for (const id of ['c11', 'c12', 'c13']) await ask('/payments', await harness.call.prepare([id]));
    if (dialect === 'postgres') await sql`analyze`.execute(harness.store.db);
  });
  afterAll(() => harness.stop());
  beforeEach(() => {
    watched.queries.length = 0;
  });

  const asked = (): readonly CompiledQuery[] => [...watched.queries];
  const plans = async (): Promise<{ text: string; steps: string[] }[]> =>
    Promise.all(asked().map(async (query) => ({ text: query.sql, steps: await explainAsIfLarge(harness.store, query) })));

  /** What a question has made itself, and is as long as its page, may be gone through. */
  const expectIndexes = async (): Promise<void> => {
    const all = await plans();
    expect(all.length).toBeGreaterThan(0);
    const scanning = all.filter(({ steps }) => steps.some((step) => /^(SCAN (?!ranked|agg|\(subquery|\d+ CONSTANT)|Seq Scan)/.test(step)));
    expect(scanning).toEqual([]);
  };
  /** What is on a page is taken as it lies in the index: nothing is sorted first. */
  const expectOrder = async (table: string): Promise<void> => {
    const paged = (await plans()).filter(({ text }) => text.includes(` from "${table}"`) && text.includes(' limit '));
    expect(paged).toHaveLength(1);
    expect(paged.flatMap(({ steps }) => steps).filter((step) => /^(USE TEMP B-TREE|Sort|Incremental Sort)/.test(step))).toEqual([]);
  };

  it.each(['dueDate', 'number', 'open'])('of a first page and one behind a cursor, by %s', async (sort) => {
    const { nextCursor } = ContractPage.parse(await ask(`/contracts?limit=5&sort=${sort}`));
    await expectIndexes();
    await expectOrder('contract_payers');
    watched.queries.length = 0;
    await ask(`/contracts?limit=5&sort=${sort}&cursor=${nextCursor ?? ''}`);
    await expectIndexes();
    await expectOrder('contract_payers');
  });

  it('of a contract, its invoices, the session and the accounts', async () => {
    for (const path of ['/contracts/c01', '/contracts/c01/invoices', '/session', '/bank-accounts']) await ask(path);
    await expectIndexes();
  });

  it('of a payment, and of the same one asked for again by its key', async () => {
    const request = await harness.call.prepare(['c14', 'c15']);
    await ask('/payments', request);
    await expectIndexes();
    watched.queries.length = 0;
    await ask('/payments', request);
    await ask(`/payments/by-key/${request.idempotencyKey}`);
    await expectIndexes();
  });

  it('of the payments made, page by page', async () => {
    const { nextCursor } = PaymentPage.parse(await ask('/payments?limit=2'));
    await ask(`/payments?limit=2&cursor=${nextCursor ?? ''}`);
    await expectIndexes();
  });
});
