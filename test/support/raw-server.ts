/**
 * A plain HTTP server that answers exactly as a test says, down to the bytes and the moment the connection breaks.
 * Must not know the endpoint API.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Environment } from '../../src/client/environment.js';
import { createHttp, type Http, type HttpOptions } from '../../src/client/http.js';
import { openTab } from './environment.js';
import { TestClock } from './test-clock.js';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Responder = (response: ServerResponse) => void | Promise<void>;

export interface RawServer {
  readonly base: string;
  readonly received: Received[];
  answer(responder: Responder): void;
  stop(): Promise<void>;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

export const startRawServer = async (): Promise<RawServer> => {
  const received: Received[] = [];
  let responder: Responder = (response) => void response.end();
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    received.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: await readBody(request) });
    await responder(response);
  };
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    received,
    answer: (next) => {
      responder = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** JSON under a status, whole. */
export const json =
  (status: number, value: unknown, headers: Record<string, string> = {}): Responder =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };

/** Any bytes under a status. */
export const raw =
  (status: number, contentType: string, body: string | Uint8Array, headers: Record<string, string> = {}): Responder =>
  (response) => {
    response.writeHead(status, { 'content-type': contentType, ...headers }).end(body);
  };

export interface HttpUnderTest {
  readonly http: Http;
  readonly clock: TestClock;
  /** What `fetch` was given, call by call. */
  readonly inits: RequestInit[];
}

/** The request function on the machine's own `fetch`, with a clock that the test moves; `outside` is what else the world does. */
export const openHttp = (base: string, options: Partial<HttpOptions> = {}, outside: Partial<Environment> = {}): HttpUnderTest => {
  const clock = new TestClock('2026-11-18T15:00:00Z');
  const inits: RequestInit[] = [];
  const environment: Environment = {
    ...openTab({ clock, base }).environment,
    ...outside,
    transport: (url, init) => {
      inits.push(init);
      return (outside.transport ?? fetch)(url, init);
    },
  };
  return { clock, inits, http: createHttp({ base, environment, credentials: 'same-origin', token: () => undefined, ...options }) };
};
