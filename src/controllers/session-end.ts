/**
 * A session that is about to end: warns two minutes before, extends it through the page's callback or by a new code, and asks the endpoint
 * again once its time is up. Counts from when the endpoint answered, so that a payer's clock may be wrong.
 */
import type { Session } from '../api/index.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInFault } from '../domain/sign-in.js';
import type { Connection } from './connection.js';

const warningMs = 120_000;
/** Past the end, so that the endpoint agrees. */
const graceMs = 1_000;
/** A longer timer would ring at once in some browsers. */
const longestWaitMs = 3_600_000;

export interface SessionEndOptions {
  readonly connection: () => Connection | undefined;
  readonly onChange: () => void;
  /** Reads the session again. */
  readonly onAsk: () => Promise<void>;
  /** Asks for a new code where somebody signed in by one; the fault where none could be had. Undefined where that is no way. */
  readonly askForCode: () => Promise<SignInFault | undefined> | undefined;
}

export class SessionEnd {
  readonly #options: SessionEndOptions;
  #state: SessionEndState | undefined;
  #expiresAt: string | undefined;
  /** The end for which the page has been asked without a press. */
  #triedFor: string | undefined;
  #timer: AbortController | undefined;

  constructor(options: SessionEndOptions) {
    this.#options = options;
  }

  get state(): SessionEndState | undefined {
    return this.#state;
  }

  #set(state: SessionEndState | undefined): void {
    this.#state = state;
    this.#options.onChange();
  }

  /** The session was read: its end may lie elsewhere by now. */
  note({ expiresAt, asOf }: Session): void {
    if (expiresAt === this.#expiresAt && this.#timer) return;
    this.stop();
    const connection = this.#options.connection();
    if (expiresAt === undefined || !connection) return;
    this.#expiresAt = expiresAt;
    const { environment } = connection;
    const { signal } = (this.#timer = new AbortController());
    const endsAt = environment.now() + Date.parse(expiresAt) - Date.parse(asOf);
    void this.#follow(expiresAt, endsAt, signal);
  }

  /** Nobody is signed in, or nothing is known of an end. */
  stop(): void {
    this.#timer?.abort();
    this.#timer = undefined;
    this.#expiresAt = undefined;
    if (this.#state) this.#set(undefined);
  }

  async #follow(expiresAt: string, endsAt: number, signal: AbortSignal): Promise<void> {
    const isOver = (): boolean => signal.aborted;
    await this.#waitUntil(endsAt - warningMs, signal);
    if (!isOver()) await this.#tryQuietly(expiresAt);
    if (!isOver()) this.#set({ endsAt: expiresAt, step: 'warned' });
    await this.#waitUntil(endsAt + graceMs, signal);
    // The endpoint says whether it is over; on a line that is down nobody knows.
    if (!isOver()) await this.#options.onAsk();
  }

  async #waitUntil(moment: number, signal: AbortSignal): Promise<void> {
    const environment = this.#options.connection()?.environment;
    const isOver = (): boolean => signal.aborted;
    for (let left = Infinity; environment && !isOver() && left > 0;) {
      left = moment - environment.now();
      if (left > 0) await environment.wait(Math.min(left, longestWaitMs), signal);
    }
  }

  /** Once for an end: a page that gives no later token isn't asked again by itself. */
  async #tryQuietly(expiresAt: string): Promise<void> {
    if (this.#triedFor === expiresAt) return;
    this.#triedFor = expiresAt;
    if (await this.#askPage()) await this.#options.onAsk();
  }

  #askPage(): Promise<boolean> {
    const connection = this.#options.connection();
    return connection?.hasCallback === true ? connection.refreshToken() : Promise.resolve(false);
  }

  /** *Stay signed in*. What the endpoint says afterwards counts: a later end takes the warning away. */
  async stay(): Promise<void> {
    const { state } = this;
    if (!state || state.step === 'asking') return;
    const isStill = (): boolean => this.#state?.endsAt === state.endsAt;
    this.#set({ endsAt: state.endsAt, step: 'asking' });
    await this.#askPage();
    await this.#options.onAsk();
    if (!isStill()) return;
    const code = this.#options.askForCode();
    const fault = await code;
    if (!isStill()) return;
    if (code && !fault) this.#set({ endsAt: state.endsAt, step: 'code' });
    else this.#set({ endsAt: state.endsAt, step: 'failed', ...(fault ? { fault } : {}) });
  }
}
