/** The tests' PostgreSQL starts wherever this project lies, also where nobody but root gets. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { isOpenToAll, startCopied, startPostgres } from './postgres.js';

describe('the PostgreSQL of the tests', () => {
  it('knows a folder that only its owner can enter, and all that lies in it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'aspire-pay-private-'));
    const within = join(folder, 'project');
    mkdirSync(within, { mode: 0o755 });
    expect([isOpenToAll(folder), isOpenToAll(within)]).toEqual([false, false]);
    chmodSync(folder, 0o755);
    expect([isOpenToAll(folder), isOpenToAll(within)]).toEqual([true, true]);
    rmSync(folder, { recursive: true });
  });

  it('runs from a copy as well', async () => {
    const { url, stop } = await startPostgres(startCopied);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ sum: number }>('select 1 + 1 as sum');
    await client.end();
    await stop();
    expect(rows).toEqual([{ sum: 2 }]);
  });
});
