/**
 * The endpoint as real processes, as a lender runs it: started, killed, started again, two on one database.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join, resolve } from 'node:path';
import { createCaller, type Caller } from './caller.js';
import type { TestDatabase } from './databases.js';
import { testPortfolio } from './portfolio.js';

const root = resolve(import.meta.dirname, '../../../..');

export interface EndpointProcess {
  readonly url: string;
  readonly call: Caller;
  /** Everything it wrote. */
  readonly output: string[];
  /** SIGKILL: no goodbye, no flush. */
  kill(): Promise<void>;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
}

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  const [code] = await exited;
  return code;
};

export const spawnEndpoint = (environment: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'demo/endpoint/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const urlIn = (line: string): string | undefined => /^Endpoint ready at (\S+)$/.exec(line)?.[1];

/** Clock and day are the machine's. */
export const startProcess = async (database: TestDatabase, environment: Record<string, string> = {}): Promise<EndpointProcess> => {
  const seedPath = join(database.dataFolder, 'portfolio.json');
  writeFileSync(seedPath, JSON.stringify(testPortfolio()));
  const child = spawnEndpoint({
    ASPIRE_PAY_DATA: database.dataFolder,
    ASPIRE_PAY_SEED: seedPath,
    // A suite asks more in a minute than a payer in a month.
    ASPIRE_PAY_RATE_FACTOR: '1000',
    ...(database.databaseUrl !== undefined && { DATABASE_URL: database.databaseUrl }),
    ...environment,
  });
  const output: string[] = [];
  const url = await new Promise<string>((ready, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line);
        const found = urlIn(line);
        if (found !== undefined) ready(found);
      });
    }
    child.once('exit', (code) => {
      failed(new Error(`the endpoint ended with ${code}: ${output.join('\n')}`));
    });
  });
  return {
    url,
    call: createCaller(url),
    output,
    kill: async () => {
      await end(child, 'SIGKILL');
    },
    stop: () => end(child, 'SIGTERM'),
  };
};
