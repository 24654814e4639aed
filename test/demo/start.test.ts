/** `npm start`, as a person runs it: it comes up, keeps what was accepted through a crash, stops when told, and says what is wrong. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordPage } from '../../demo/back-office/records.js';
import { payDue, root, type Ask } from './demo-in-process.js';

/** A start builds the element's bundle, on a machine that may be busy. */
const startMs = 60_000;

interface Running {
  readonly process: ChildProcess;
  readonly address: string;
  readonly ask: Ask;
}

/** Everything a start that failed said, and its exit code. */
interface Failed {
  readonly said: string;
  readonly code: number | null;
}

describe('npm start', () => {
  let folder: string;
  let processes: ChildProcess[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aspire-pay-start-'));
    processes = [];
  });
  afterEach(async () => {
    for (const child of processes) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true });
  });

  const spawnStart = (variables: Record<string, string>): { child: ChildProcess; said: () => string } => {
    const own = { PORT: '0', ASPIRE_PAY_DATA: join(folder, 'data'), ASPIRE_PAY_SEED: '', DATABASE_URL: '', HOST: '', ...variables };
    const child = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts'], { cwd: root, env: { ...process.env, ...own } });
    processes.push(child);
    let text = '';
    const add = (chunk: Buffer): void => {
      text += chunk.toString();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    return { child, said: () => text };
  };

  const start = async (variables: Record<string, string> = {}): Promise<Running> => {
    const { child, said } = spawnStart(variables);
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', () => {
        const found = /site is at (http:\/\/127\.0\.0\.1:\d+)\/ and its back office at \1\/back-office\//.exec(said())?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', () => reject(new Error(`It ended at once and said: ${said()}`)));
    });
    return { process: child, address, ask: (path, init) => fetch(new URL(path, address), init) };
  };

  const startInVain = async (variables: Record<string, string>): Promise<Failed> => {
    const { child, said } = spawnStart(variables);
    await once(child, 'close');
    return { said: said(), code: child.exitCode };
  };

  const listRecords = async ({ ask }: Running): Promise<RecordPage> =>
    (await (await ask('/back-office/api/alternate-efts')).json()) as RecordPage;

  it('serves the site with the element, the endpoint and the back office, and stops on SIGTERM', { timeout: startMs }, async () => {
    const demo = await start({ ASPIRE_PAY_SCHEDULE_S: '0' });
    expect(await (await demo.ask('/')).text()).toContain('<aspire-pay endpoint="/api/aspire-pay/v1">');
    const bundle = await demo.ask('/aspire-pay.iife.js');
    expect(bundle.headers.get('Content-Type')).toMatch(/^text\/javascript/);
    expect(await bundle.text()).toContain('aspire-pay');
    expect((await demo.ask('/back-office/')).status).toBe(200);
    expect((await demo.ask('/api/aspire-pay/v1/healthz')).status).toBe(200);

    expect((await listRecords(demo)).total).toBe(0);
    const payment = await payDue(demo.ask, 'halvorsen-brothers', '100-0048213-002');
    const { items, total } = await listRecords(demo);
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ reference: payment.reference, contractNumber: '100-0048213-002' });
    await expect.poll(async () => (await listRecords(demo)).items[0]?.status, { timeout: 10_000 }).toBe('scheduled');

    demo.process.kill('SIGTERM');
    expect(await once(demo.process, 'exit')).toEqual([0, null]);
  });

  it('still has what it accepted after kill -9', { timeout: 2 * startMs }, async () => {
    const first = await start();
    const payment = await payDue(first.ask, 'cedar-valley', '100-0051877-002');
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');

    const second = await start();
    const { items } = await listRecords(second);
    expect(items.map(({ reference }) => reference)).toEqual([payment.reference]);
    const answer = await second.ask(`/api/aspire-pay/v1/payments/${payment.id}`, {
      headers: { Authorization: 'Bearer demo-cedar-valley' },
    });
    expect(await answer.json()).toMatchObject({ reference: payment.reference, amount: payment.amount });
    second.process.kill('SIGINT');
    expect(await once(second.process, 'exit')).toEqual([0, null]);
  });

  it('says what it means to be open to a network, and that others need https', { timeout: startMs }, async () => {
    const { child, said } = spawnStart({ HOST: '0.0.0.0' });
    await expect.poll(said, { timeout: startMs }).toMatch(/site is at http:\/\/localhost:\d+\//);
    expect(said()).toContain('HOST=0.0.0.0 opens the demo to a network');
    expect(said()).toContain('On other machines the element pays over https: only');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says which port is taken', { timeout: startMs }, async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { said, code } = await startInVain({ PORT: port });
    other.close();
    expect(said).toContain(`Port ${port} is in use.`);
    expect(said).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  it('says what is wrong in a portfolio file', { timeout: startMs }, async () => {
    const path = join(folder, 'portfolio.json');
    writeFileSync(path, JSON.stringify({ format: 'aspire-pay-portfolio/1', lender: { id: 'x' }, payers: [], contracts: [] }));
    const { said, code } = await startInVain({ ASPIRE_PAY_SEED: path });
    expect(said).toContain('lender.name: this is missing');
    expect(said).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  it('says which data folder can’t be used', { timeout: startMs }, async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { said, code } = await startInVain({ ASPIRE_PAY_DATA: join(file, 'data') });
    expect(said).toContain(`The data folder ${join(file, 'data')} can't be used`);
    expect(said).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });
});
