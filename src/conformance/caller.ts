/** Asks the endpoint as somebody: with their token, naming them as the element does. Must not know what is right. */
import type { Outside } from './outside.js';
import { parseJson, titleOf, type Exchange } from './exchange.js';
import { operationOf, type OperationId } from './operations.js';
import { CannotGoOn } from './stop.js';

export interface CallOptions {
  /** Parameters of the path. */
  readonly at?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly json?: unknown;
  /** A body as it is; it still counts as JSON unless `headers` says otherwise. */
  readonly raw?: string;
  readonly isChunked?: boolean;
  /** Null leaves one out that would be sent. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

export interface Wire {
  readonly base: URL;
  readonly outside: Outside;
  /** Without it nothing but GET and OPTIONS leaves the machine. */
  readonly mayWrite: boolean;
  readonly record: (exchange: Exchange) => void;
}

interface Ask extends CallOptions {
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly path: string;
}

const mostWaits = 3;
const longestWait = 20;

const secondsToWait = ({ answer }: Exchange): number => {
  const text = answer.headers['retry-after'] ?? '1';
  return /^\d{1,6}$/.test(text) ? Number(text) : longestWait;
};

const fillIn = (path: string, at: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(at[name] ?? ''));

const withQuery = (path: string, query: CallOptions['query']): string => {
  if (query === undefined) return path;
  return `${path}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()}`;
};

export class Caller {
  /** As reports call them. */
  readonly name: string;
  readonly #wire: Wire;
  readonly #token: string | undefined;
  /** Named in every request once it is known. */
  payerId: string | undefined;

  constructor(wire: Wire, name: string, token?: string) {
    this.#wire = wire;
    this.name = name;
    this.#token = token;
  }

  call(operation: OperationId, options: CallOptions = {}): Promise<Exchange> {
    const { method, path } = operationOf(operation);
    return this.#patiently({ ...options, operation, method, path: fillIn(path, options.at ?? {}) });
  }

  /** An address or a method that is none of the API's, or a preflight. */
  callAddress(method: string, path: string, options: CallOptions = {}): Promise<Exchange> {
    return this.#patiently({ ...options, operation: undefined, method, path });
  }

  /** A limit of the rate, or an endpoint that cannot answer now, is waited for. */
  async #patiently(ask: Ask): Promise<Exchange> {
    for (let waits = 0; ; waits += 1) {
      const exchange = await this.#ask(ask);
      const { status } = exchange.answer;
      if (status !== 429 && status !== 503) return exchange;
      const seconds = secondsToWait(exchange);
      if (waits < mostWaits && seconds <= longestWait) await this.#wire.outside.wait(seconds * 1_000);
      else if (status === 503) return exchange;
      else throw new CannotGoOn(`${titleOf(exchange)} is rate-limited; lift the limits of the sandbox, or come back in ${seconds} seconds`);
    }
  }

  #headers({ json, raw, headers = {} }: Ask): Record<string, string> {
    const all: Record<string, string | null> = {
      ...(this.#token !== undefined && { authorization: `Bearer ${this.#token}` }),
      ...(this.payerId !== undefined && { 'aspire-pay-payer': this.payerId }),
      ...((json !== undefined || raw !== undefined) && { 'content-type': 'application/json' }),
      ...headers,
    };
    return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
  }

  async #ask(ask: Ask): Promise<Exchange> {
    const { operation, method, query, json, raw, isChunked } = ask;
    const { base, outside, mayWrite, record } = this.#wire;
    if (!mayWrite && method !== 'GET' && method !== 'OPTIONS') throw new Error(`${method} was tried without leave to write.`);
    const path = withQuery(ask.path, query);
    const headers = this.#headers(ask);
    const body = json === undefined ? raw : JSON.stringify(json);
    const url = new URL(base.href.replace(/\/$/, '') + path);
    const answer = await outside.send({ method, url, headers, ...(body !== undefined && { body }), isChunked: isChunked === true });
    const isSignedIn = this.#token !== undefined && headers['authorization'] === `Bearer ${this.#token}`;
    const exchange = { operation, as: this.name, isSignedIn, method, path, headers, body, answer, json: parseJson(answer.text) };
    record(exchange);
    return exchange;
  }
}
