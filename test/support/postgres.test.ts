/** The tests' PostgreSQL starts wherever this project lies, also where nobody but root gets. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { isOpenToAll, openFolder } from './postgres.js';

describe('the PostgreSQL of the tests', () => {
  it('knows a folder that only its owner can enter, and all that lies in it', () => {
    const folder = mkdtempSync(join(openFolder(), 'aspire-pay-private-'));
    const within = join(folder, 'project');
    mkdirSync(within);
    chmodSync(within, 0o755);
    expect([isOpenToAll(folder), isOpenToAll(within)]).toEqual([false, false]);
    chmodSync(folder, 0o755);
    expect([isOpenToAll(folder), isOpenToAll(within)]).toEqual([true, true]);
    rmSync(folder, { recursive: true });
  });

  it("keeps its data where its user gets, also where temporary files are each user's own", () => {
    const own = mkdtempSync(join(openFolder(), 'aspire-pay-tmp-'));
    expect(openFolder([own, '/nowhere', openFolder()])).toBe(openFolder());
    chmodSync(own, 0o755);
    expect(openFolder([own, openFolder()])).toBe(own);
    rmSync(own, { recursive: true });
  });

  it("writes every language, whatever the machine's is", async () => {
    const client = new pg.Client({ connectionString: inject('postgresUrl') });
    await client.connect();
    const { rows } = await client.query<{ encoding: string }>("select current_setting('server_encoding') as encoding");
    await client.end();
    expect(rows).toEqual([{ encoding: 'UTF8' }]);
  });
});
