/**
 * The kit's one door to the outside: a request over HTTP, the clock, chance, waiting.
 * Must not know what is asked, nor what is checked. No redirect is followed, nothing is decoded, nothing is retried but a read.
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Agent, request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as requestSecure } from 'node:https';

export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sent without a length, in chunks. */
  readonly isChunked?: boolean;
}

export interface WireAnswer {
  /** 0 when there was none; `text` then says why. */
  readonly status: number;
  /** By lower-case name; several of one name are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: number;
  readonly milliseconds: number;
}

export interface Outside {
  readonly send: (request: WireRequest) => Promise<WireAnswer>;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly newKey: () => string;
  /** Random digits, the first not 0. */
  readonly digits: (count: number) => string;
  /** Random letters and digits. */
  readonly word: () => string;
}

/** No answer of a sound endpoint is longer; what comes beyond isn't read. */
const readAtMost = 4 * 1024 * 1024;

const deadline = 30_000;

const joinHeaders = ({ headersDistinct }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]));

const readText = async (message: IncomingMessage): Promise<{ text: string; bytes: number }> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > readAtMost) break;
  }
  return { text: Buffer.concat(chunks).toString('utf8'), bytes };
};

const write = (client: ClientRequest, { body, isChunked }: WireRequest): void => {
  if (body === undefined) client.end();
  else if (isChunked === true) {
    client.write(body.slice(0, 1_000));
    client.end(body.slice(1_000));
  } else client.end(body);
};

/** Writes get a connection each: a reused one may be closed under them, and they must not be sent twice. */
const agents = {
  kept: { 'http:': new Agent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) },
  fresh: { 'http:': new Agent(), 'https:': new SecureAgent() },
};

const attempt = (request: WireRequest): Promise<Omit<WireAnswer, 'milliseconds'>> =>
  new Promise((resolve, reject) => {
    const { method, url, headers } = request;
    const isSecure = url.protocol === 'https:';
    const agent = agents[method === 'GET' ? 'kept' : 'fresh'][isSecure ? 'https:' : 'http:'];
    const options = { method, headers: { 'accept-encoding': 'identity', ...headers }, agent, timeout: deadline };
    const client = (isSecure ? requestSecure : requestPlain)(url, options);
    client.once('response', (message) => {
      readText(message).then((read) => {
        resolve({ status: message.statusCode ?? 0, headers: joinHeaders(message), ...read });
      }, reject);
    });
    client.once('timeout', () => client.destroy(new Error(`no answer within ${deadline / 1_000} seconds`)));
    client.once('error', reject);
    write(client, request);
  });

const explain = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(explain).join('; ');
  return error instanceof Error && error.message !== '' ? error.message : 'the connection failed';
};

const send = async (request: WireRequest): Promise<WireAnswer> => {
  const start = performance.now();
  const answer = await attempt(request)
    .catch((error: unknown) => {
      if (request.method !== 'GET') throw error;
      return attempt(request);
    })
    .catch((error: unknown) => ({ status: 0, headers: {}, text: explain(error), bytes: 0 }));
  return { ...answer, milliseconds: performance.now() - start };
};

export const outside: Outside = {
  send,
  now: () => new Date(Date.now()),
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  newKey: () => randomUUID(),
  digits: (count) => String(randomInt(1, 10)) + Array.from({ length: count - 1 }, () => String(randomInt(10))).join(''),
  word: () =>
    randomBytes(8)
      .toString('hex')
      .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'x'),
};
