/** A data folder is filled once, and what is in it stays. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig, type DemoConfig } from '../../demo/config.js';
import { openStore, type Store } from '../../demo/endpoint/store/open.js';
import { buildPortfolio } from '../../demo/portfolio/build-portfolio.js';
import { seedOnce, type Seeded } from '../../demo/seed.js';

describe('filling a data folder', () => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aspire-pay-seed-'));
    store = await openStore({ dataFolder: folder });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const configure = (variables: Record<string, string> = {}): DemoConfig => readConfig({ ASPIRE_PAY_DATA: folder, ...variables });
  const notePath = (): string => join(folder, 'demo-seed.json');
  const key = randomBytes(32);
  const start = (config: DemoConfig, now = '2026-11-23T16:00:00Z'): Promise<Seeded> =>
    seedOnce(config, { store, sealingKey: key, random: (bytes) => randomBytes(bytes), now: () => new Date(now) });
  const writeStranger = (): string => {
    const portfolio = buildPortfolio('2026-11-23');
    const path = join(folder, 'stranger.json');
    const payers = portfolio.payers.map((payer, index) => (index === 0 ? { ...payer, token: 'a-token-of-their-own' } : payer));
    writeFileSync(path, JSON.stringify({ ...portfolio, lender: { ...portfolio.lender, name: 'Stranger Leasing' }, payers }));
    return path;
  };

  it('loads the generated portfolio and tells who can sign in', async () => {
    const { payers, notes } = await start(configure());
    expect(payers).toHaveLength(7);
    expect(payers[0]).toEqual({
      id: 'halvorsen-brothers',
      name: 'Halvorsen Brothers Excavating & Site Development, LLC',
      person: 'Dana Halvorsen',
      token: 'demo-halvorsen-brothers',
    });
    expect(notes).toEqual([]);
    expect(await store.db.selectFrom('contracts').select('id').execute()).toHaveLength(16);
  });

  it('dates the invoices by the lender’s day, not by the machine’s', async () => {
    await start(configure(), '2026-11-24T03:00:00Z');
    const due = await store.db.selectFrom('invoices').select('due_date').where('number', 'like', 'INV-2026-097088').execute();
    expect(due).toEqual([{ due_date: '2026-11-23' }]);
  });

  it('leaves everything as it is at the next start of the same day, silently', async () => {
    const first = await start(configure());
    const versions = await store.db.selectFrom('contracts').select(['id', 'version']).execute();
    expect(await start(configure())).toEqual(first);
    expect(await store.db.selectFrom('contracts').select(['id', 'version']).execute()).toEqual(versions);
  });

  it('keeps the data on a later day too, and says how to begin anew', async () => {
    await start(configure());
    const { notes } = await start(configure(), '2026-11-30T16:00:00Z');
    expect(notes).toEqual([
      `The invoices are dated around 2026-11-23, the day of the first start. For today's dates, delete ${folder}; payments go with it.`,
    ]);
  });

  it('loads a stranger’s file, with the tokens it gives', async () => {
    const { payers } = await start(configure({ ASPIRE_PAY_SEED: writeStranger() }));
    expect(payers[0]?.token).toBe('a-token-of-their-own');
    expect(await store.db.selectFrom('lenders').select('name').execute()).toEqual([{ name: 'Stranger Leasing' }]);
  });

  it('says so when another portfolio is asked for than the one kept', async () => {
    await start(configure());
    const path = writeStranger();
    const { notes } = await start(configure({ ASPIRE_PAY_SEED: path }));
    expect(notes).toEqual([`The data kept here is the generated portfolio, loaded on 2026-11-23. To load another, delete ${folder}.`]);
  });

  it('names what is wrong in a file, and loads nothing of it', async () => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, JSON.stringify({ ...buildPortfolio('2026-11-23'), payers: [] }));
    await expect(start(configure({ ASPIRE_PAY_SEED: path }))).rejects.toThrow(/bad\.json is not a portfolio.*payers/s);
    await expect(start(configure({ ASPIRE_PAY_SEED: join(folder, 'nowhere.json') }))).rejects.toThrow(/nowhere\.json can't be read/);
    expect(await store.db.selectFrom('lenders').select('id').execute()).toEqual([]);
    expect(existsSync(notePath())).toBe(false);
  });

  it('keeps no account number in its note', async () => {
    await start(configure());
    expect(readFileSync(notePath(), 'utf8')).not.toMatch(/\d{5}/);
  });

  it('goes on without its note: payers have the tokens they have by default', async () => {
    const { payers } = await start(configure());
    rmSync(notePath());
    const again = await start(configure());
    expect([...again.payers].sort((a, b) => a.id.localeCompare(b.id))).toEqual([...payers].sort((a, b) => a.id.localeCompare(b.id)));
  });

  it('asks for a spoiled note to be deleted', async () => {
    await start(configure());
    writeFileSync(notePath(), '{"payers":');
    await expect(start(configure())).rejects.toThrow(`${notePath()} can't be read. Delete that file; what was paid stays.`);
  });
});
