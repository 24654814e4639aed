/**
 * The line to one endpoint: its address, the token in memory, the client made of both.
 * A new attribute makes a new connection; a payment under way keeps the one it began on.
 */
import { createClient, type Client } from '../client/client.js';
import type { Environment } from '../client/environment.js';
import { createHttp } from '../client/http.js';

export interface ConnectionOptions {
  readonly base: string;
  readonly environment: Environment;
  readonly credentials: RequestCredentials;
  /** The integrator's callback, read at call time; undefined where a cookie signs in. */
  readonly getToken: () => (() => Promise<string>) | undefined;
}

const tokenDeadlineMs = 15_000;

export class Connection {
  readonly base: string;
  readonly client: Client;
  readonly environment: Environment;
  readonly #getToken: ConnectionOptions['getToken'];
  #token: string | undefined;
  #renewal: Promise<boolean> | undefined;

  constructor({ base, environment, credentials, getToken }: ConnectionOptions) {
    this.base = base;
    this.environment = environment;
    this.#getToken = getToken;
    const http = createHttp({ base, environment, credentials, token: () => this.#token });
    this.client = createClient({ http, renewToken: () => this.renewToken(), payer: undefined });
  }

  /** Before the first request: true where there is a token, or none is needed. */
  async signIn(): Promise<boolean> {
    return this.#getToken() === undefined || this.#token !== undefined || this.renewToken();
  }

  /** Asks the page for a token, once however many requests wait for it. */
  renewToken(): Promise<boolean> {
    this.#renewal ??= this.#askPage().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #askPage(): Promise<boolean> {
    const callback = this.#getToken();
    if (!callback) return false;
    const done = new AbortController();
    const late = this.environment.wait(tokenDeadlineMs, done.signal).then(() => '');
    const token = await Promise.race([
      Promise.resolve()
        .then(callback)
        .catch(() => ''),
      late,
    ]);
    done.abort();
    this.#token = typeof token === 'string' && token !== '' ? token : undefined;
    return this.#token !== undefined;
  }
}
