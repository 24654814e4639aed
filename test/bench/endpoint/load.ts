/** Sends requests from client processes of their own, and gathers what they saw. Knows nothing of payments. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';
import type { Plan } from './client.js';

const Told = z.object({ times: z.array(z.number()), statuses: z.record(z.string(), z.number()), seconds: z.number() });

export interface Load {
  /** Requests at a time, over all client processes. */
  readonly clients: number;
  /** Requests a second; as fast as they are answered where absent. */
  readonly rate?: number;
}

export interface Outcome {
  readonly rate: number;
  /** Milliseconds each. */
  readonly times: readonly number[];
}

export type Sending = Pick<Plan, 'urls' | 'first' | 'method' | 'headers' | 'requests'>;

const processes = 2;
/** A client process needs about so long to begin. */
const startsIn = 1_500;

const runOne = async (plan: Plan): Promise<z.infer<typeof Told>> => {
  const client = spawn(process.execPath, ['--import', 'tsx', 'test/bench/endpoint/client.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  client.stdin.end(JSON.stringify(plan));
  return Told.parse(JSON.parse(await text(client.stdout)));
};

/** Throws where any answer has another status than the expected one. */
export const sendAll = async ({ requests, ...sending }: Sending, { clients, rate }: Load, expected: string): Promise<Outcome> => {
  const startsAt = Date.now() + startsIn;
  const used = Math.min(processes, clients);
  const shares = Array.from({ length: used }, (_, share) => requests.filter((_request, index) => index % used === share));
  const plan = { ...sending, startsAt, clients: Math.ceil(clients / used), ...(rate !== undefined && { rate: rate / used }) };
  const told = await Promise.all(shares.map((share) => runOne({ ...plan, requests: share })));
  const others = told.flatMap(({ statuses }) => Object.entries(statuses)).filter(([status]) => status !== expected);
  if (others.length > 0) throw new Error(`${sending.urls[0] ?? ''} answered ${JSON.stringify(others)}`);
  const times = told.flatMap((one) => one.times);
  return { rate: times.length / Math.max(...told.map(({ seconds }) => seconds)), times };
};
