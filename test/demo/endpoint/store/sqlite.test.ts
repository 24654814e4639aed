/**
 * The embedded database where SQLite alone would not wait.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const program = resolve(import.meta.dirname, '../support/open-many.ts');
const programStarts = 2_000;

describe('a new database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aspire-pay-store-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is opened by two processes at the same moment, time after time', async () => {
    const first = String(Date.now() + programStarts);
    const open = () => run(process.execPath, ['--import', 'tsx', program, folder, '60', first]);
    const outputs = await Promise.all([open(), open()]);
    expect(outputs.map(({ stderr }) => stderr)).toEqual(['', '']);
  }, 60_000);
});
