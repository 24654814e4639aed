/** A timed endpoint in a process of its own, and a stopwatch around one request to it. Must not know what is compared. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import type { Dialect } from '../../demo/endpoint/store/open.js';

export interface TimedEndpoint {
  /** Milliseconds from the first byte sent to the last one read. */
  time(path: string, body: object): Promise<number>;
  stop(): Promise<void>;
}

const post = (url: string, agent: Agent, body: object): Promise<void> =>
  new Promise((done, failed) => {
    const text = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => (response.statusCode === 202 ? done() : failed(new Error(`answered ${response.statusCode}`))));
    });
    sent.once('error', failed);
    sent.end(text);
  });

const readOrigin = async (lines: AsyncIterable<string>): Promise<string> => {
  for await (const line of lines) {
    const origin = /^Endpoint ready at (\S+)$/.exec(line)?.[1];
    if (origin !== undefined) return origin;
  }
  throw new Error('The endpoint ended before it was ready.');
};

export const startTimedEndpoint = async (database: Dialect): Promise<TimedEndpoint> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/timing/server.ts', database], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const origin = await readOrigin(createInterface({ input: child.stdout }));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    time: async (path, body) => {
      const start = process.hrtime.bigint();
      await post(origin + path, agent, body);
      return Number(process.hrtime.bigint() - start) / 1e6;
    },
    stop: async () => {
      agent.destroy();
      child.stdin.end();
      await ended;
    },
  };
};
