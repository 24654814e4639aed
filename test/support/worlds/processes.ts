/**
 * Endpoints as processes of their own, to be killed in the middle of something and started again on the same data.
 * Must not know which test does it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenOf } from '../../../demo/endpoint/portfolio-checks.js';
import { parsePortfolio } from '../../../demo/endpoint/portfolio-file.js';
import { findFreePort } from '../ports.js';
import { buildPortfolio } from '../portfolio.js';
import type * as z from 'zod/mini';
import type { ProcessOptions as Options } from './protocol.js';

type ProcessOptions = z.output<typeof Options>;

const startPatience = 30_000;

/** Resolves at the line that says the endpoint listens; rejects with what it said when it ends before. */
const untilReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`The endpoint did not start in time: ${said}`)), startPatience);
    const listen = (data: Buffer): void => {
      said += data.toString();
      if (!said.includes('Endpoint ready')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The endpoint ended with ${String(code)}: ${said}`));
    });
  });

export class EndpointProcess {
  readonly id: string;
  readonly port: number;
  readonly tokens: Readonly<Record<string, string>>;
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;

  constructor(id: string, parts: { port: number; tokens: Record<string, string>; folder: string; env: NodeJS.ProcessEnv }) {
    this.id = id;
    this.port = parts.port;
    this.tokens = parts.tokens;
    this.#folder = parts.folder;
    this.#env = parts.env;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'demo/endpoint/main.ts'], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    await untilReady(child);
  }

  /** `kill -9`: nothing is flushed, closed or said. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Its clock is the machine's, so the default portfolio counts from today. */
export const startEndpointProcess = async (id: string, options: ProcessOptions, origins: readonly string[]): Promise<EndpointProcess> => {
  const folder = await mkdtemp(join(tmpdir(), 'aspire-pay-process-'));
  const portfolio = options.portfolio ?? buildPortfolio(new Date().toISOString().slice(0, 10));
  const seed = join(folder, 'portfolio.json');
  await writeFile(seed, JSON.stringify(portfolio));
  const tokens = Object.fromEntries(parsePortfolio(portfolio).payers.map((payer) => [payer.id, tokenOf(payer)]));
  const port = await findFreePort();
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: '',
    ASPIRE_PAY_DATA: join(folder, 'data'),
    ASPIRE_PAY_SEED: seed,
    ASPIRE_PAY_ORIGINS: origins.join(','),
    ...(options.scheduleSeconds === undefined ? {} : { ASPIRE_PAY_SCHEDULE_S: String(options.scheduleSeconds) }),
    ...options.env,
  };
  const started = new EndpointProcess(id, { port, tokens, folder, env });
  try {
    await started.start();
    return started;
  } catch (error) {
    await started.close();
    throw error;
  }
};
