/**
 * The line to one endpoint: its address, the token in memory, the client made of both.
 * A new attribute makes a new connection; a payment under way keeps the one it began on.
 */
import { createClient, type Client } from '../client/client.js';
import { toldOf, type Diagnostic } from '../client/diagnostic.js';
import type { Environment } from '../client/environment.js';
import { createHttp } from '../client/http.js';
import type { Emit } from '../events.js';

export interface ConnectionOptions {
  readonly base: string;
  readonly environment: Environment;
  readonly credentials: RequestCredentials;
  /** The integrator's callback, read at call time; undefined where a cookie signs in. */
  readonly getToken: () => (() => Promise<string>) | undefined;
  /** Each request is told when it has ended. */
  readonly emit: Emit;
}

const tokenDeadlineMs = 15_000;

export class Connection {
  readonly base: string;
  readonly client: Client;
  readonly environment: Environment;
  readonly #getToken: ConnectionOptions['getToken'];
  #token: string | undefined;
  #disowned: string | undefined;
  #renewal: Promise<boolean> | undefined;

  constructor({ base, environment, credentials, getToken, emit }: ConnectionOptions) {
    this.base = base;
    this.environment = environment;
    this.#getToken = getToken;
    const token = (): string | undefined => this.#token;
    const { now } = environment;
    const tell = (detail: Diagnostic): boolean => emit('aspire-pay-diagnostic', detail);
    const http = toldOf(createHttp({ base, environment, credentials, token }), now, tell);
    this.client = createClient({ http, renewToken: (refused) => this.renewToken(refused), token, now, payer: undefined });
  }

  /** Whether the page gives tokens. */
  get hasCallback(): boolean {
    return this.#getToken() !== undefined;
  }

  /** Whether somebody has signed in here, by a mailed code or the page's callback, as far as is known. */
  get hasToken(): boolean {
    return this.#token !== undefined && this.#token !== this.#disowned;
  }

  /** Nobody is signed in by the token there is, whatever the page has given for one. */
  disown(): void {
    this.#disowned = this.#token;
  }

  /** Before the first request: true where there is a token, or none is needed. */
  async signIn(): Promise<boolean> {
    return this.#getToken() === undefined || this.#token !== undefined || this.renewToken(undefined);
  }

  /** The token of a sign-in by mailed code. It is nowhere else. */
  adopt(token: string): void {
    this.#token = token;
  }

  /** In place of the one that was refused: asks the page, once however many requests wait for it. */
  renewToken(refused: string | undefined): Promise<boolean> {
    // Somebody has signed in since that request went out.
    if (this.#token !== undefined && this.#token !== refused) return Promise.resolve(true);
    return this.#renew(true);
  }

  /** A later token, while the one there is still counts: it stays where the page has none. */
  refreshToken(): Promise<boolean> {
    return this.#renew(false);
  }

  #renew(isRefused: boolean): Promise<boolean> {
    this.#renewal ??= this.#askPage(isRefused).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #askPage(isRefused: boolean): Promise<boolean> {
    const before = this.#token;
    const callback = this.#getToken();
    const given = callback ? await this.#call(callback) : '';
    // A code given meanwhile has brought one that is newer.
    if (this.#token !== before) return true;
    if (given !== '') this.#token = given;
    else if (isRefused) this.#token = undefined;
    return given !== '';
  }

  /** An empty text where the page gives none, or not in time. */
  async #call(callback: () => Promise<string>): Promise<string> {
    const done = new AbortController();
    const late = this.environment.wait(tokenDeadlineMs, done.signal).then(() => '');
    const asked = Promise.resolve()
      .then(callback)
      .catch(() => '');
    const token: unknown = await Promise.race([asked, late]);
    done.abort();
    return typeof token === 'string' ? token : '';
  }
}
