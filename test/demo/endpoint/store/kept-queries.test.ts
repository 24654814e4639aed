/**
 * Queries kept once they are built: run with the values of now, whatever they were built with, on either database.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keep } from '../../../../demo/endpoint/store/kept-queries.js';
import { onBothDatabases } from '../support/databases.js';
import { startHarness, type Harness } from '../support/harness.js';

interface Wanted {
  readonly ids: readonly string[];
  readonly payer?: { readonly name: string };
}

onBothDatabases('a kept query', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  const keepContracts = () => {
    let built = 0;
    const contracts = keep((db, { ids, payer }: Wanted) => {
      built += 1;
      const query = db.selectFrom('contracts').select('id').where('id', 'in', ids).orderBy('id');
      if (payer === undefined) return query;
      return query.where((where) => where.exists(where.selectFrom('payers').select('id').where('name', '=', payer.name)));
    });
    const find = async (wanted: Wanted): Promise<string[]> => (await contracts(harness.store.db, wanted)).rows.map(({ id }) => id);
    return { find, times: () => built };
  };

  it('is built once for lists of one length, and gives what is asked for each time', async () => {
    const { find, times } = keepContracts();
    expect(await find({ ids: ['c01'] })).toEqual(['c01']);
    expect(await find({ ids: ['c02'] })).toEqual(['c02']);
    expect(times()).toBe(1);
    expect(await find({ ids: ['c03', 'c04'] })).toEqual(['c03', 'c04']);
    expect(await find({ ids: ['c05', 'c01'] })).toEqual(['c01', 'c05']);
    expect(await find({ ids: ['c06'] })).toEqual(['c06']);
    expect(times()).toBe(2);
  });

  it('is another where a value is there that was not', async () => {
    const { find, times } = keepContracts();
    expect(await find({ ids: ['c01'], payer: { name: 'Nobody' } })).toEqual([]);
    expect(await find({ ids: ['c01'] })).toEqual(['c01']);
    expect(await find({ ids: ['c02'], payer: { name: 'Acme Digging LLC' } })).toEqual(['c02']);
    expect(times()).toBe(2);
  });

  it('is the same within a transaction, and asked twice at once', async () => {
    const { find, times } = keepContracts();
    const inside = harness.store.db.transaction().execute(async (trx) => {
      const contracts = keep((db, ids: readonly string[]) => db.selectFrom('contracts').select('id').where('id', 'in', ids));
      return [await contracts(trx, ['c01']), await contracts(trx, ['c02'])].map(({ rows }) => rows[0]?.id);
    });
    expect(await inside).toEqual(['c01', 'c02']);
    expect(await Promise.all([find({ ids: ['c01'] }), find({ ids: ['c02'] }), find({ ids: ['c03'] })])).toEqual([
      ['c01'],
      ['c02'],
      ['c03'],
    ]);
    expect(times()).toBe(1);
  });

  it('is shown to a plugin with its values, each time', async () => {
    const { find } = keepContracts();
    await find({ ids: ['c01'] });
    const shown: unknown[] = [];
    const watched = harness.store.db.withPlugin({
      transformQuery: ({ node, queryId }) => {
        shown.push(...harness.store.db.getExecutor().compileQuery(node, queryId).parameters);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const contracts = keep((db, { ids }: Wanted) => db.selectFrom('contracts').select('id').where('id', 'in', ids));
    for (const id of ['c07', 'c08']) await contracts(watched, { ids: [id] });
    expect(shown).toEqual(['c07', 'c08']);
  });

  it('takes lists of every length, and forgets the oldest', async () => {
    const { find, times } = keepContracts();
    for (let length = 1; length <= 120; length += 1) await find({ ids: Array.from({ length }, (_, index) => `c${index}`) });
    expect(times()).toBe(120);
    await find({ ids: Array.from({ length: 120 }, () => 'c01') });
    expect(times()).toBe(120);
    await find({ ids: ['c01'] });
    expect(times()).toBe(121);
  });
});
