/**
 * Registering and signing in by a mailed code: keeps what is typed, asks for codes, gives them, and hands the token to the connection.
 * The token is passed on and not kept; whether anything matched is known to nobody here.
 */
import type { CodeSent, Session, Timestamp } from '../api/index.js';
import type { CodePath, Failure, Result } from '../client/client.js';
import {
  bareCode,
  checkCode,
  checkDetails,
  noDetails,
  refusedDetails,
  trimDetails,
  type DetailField,
  type Details,
  type SignInFault,
  type SignInState,
  type SignInWay,
} from '../domain/sign-in.js';
import type { SignInEvent } from '../domain/user-events.js';
import type { Emit } from '../events.js';
import type { Connection } from './connection.js';

export interface SignInOptions {
  readonly connection: () => Connection | undefined;
  readonly emit: Emit;
  readonly onChange: () => void;
  /** There is a new token: whose it is has to be read. */
  readonly onToken: () => Promise<void>;
}

const offered: SignInState = { name: 'offered' };

const pathOf = (way: SignInWay): CodePath => (way === 'register' ? '/enrollments' : '/sign-ins');

const faultOf = ({ fault, comeBackMs }: Failure, of: SignInFault['of']): SignInFault =>
  comeBackMs === undefined ? { ...fault, of } : { ...fault, of, retryInMs: comeBackMs };

export class SignInController {
  readonly #options: SignInOptions;
  #state = offered;
  /** Raised by whatever makes an answer under way nobody's. */
  #turn = 0;
  /** Of whoever signed in here: a new code goes there. Forgotten with the session. */
  #email: string | undefined;
  /** Of a token whose payer is still to be read. */
  #expiresAt: Timestamp | undefined;

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  get state(): SignInState {
    return this.#state;
  }

  /** Whether a new code can keep the session going. */
  get canExtend(): boolean {
    return this.#email !== undefined;
  }

  #set(state: SignInState): void {
    this.#state = state;
    this.#options.onChange();
  }

  /** Another endpoint, or the element has left the page. */
  reset(): void {
    this.#turn += 1;
    this.#email = undefined;
    this.#expiresAt = undefined;
    this.#state = offered;
  }

  /** Nobody is signed in any more. A code asked for to stay is still good to come back with. */
  end(): void {
    this.#email = undefined;
  }

  /** Somebody's session is there: by a code of ours, or by the site's own sign-in. */
  welcome(session: Session): void {
    const expiresAt = this.#expiresAt;
    const { state } = this;
    if (expiresAt !== undefined && state.name === 'code') {
      this.#expiresAt = undefined;
      this.#email = state.details.email.trim();
      this.#options.emit('aspire-pay-signed-in', { lenderId: session.lender.id, payerId: session.payer.id, expiresAt });
    }
  }

  /** Nothing of it is needed any more, or wanted. */
  leave(): void {
    this.#turn += 1;
    if (this.#state.name !== 'offered') this.#set(offered);
  }

  /** Asks for a code by which the session goes on. The fault where none could be had. */
  async extend(): Promise<SignInFault | undefined> {
    const email = this.#email;
    if (email === undefined) return { code: 'unauthenticated', of: 'asking' };
    const details = { ...noDetails, email };
    const turn = (this.#turn += 1);
    const asked = await this.#ask('email', details);
    if (turn !== this.#turn || !asked) return undefined;
    if (!asked.ok) return faultOf(asked, 'asking');
    this.#openCode('email', details, asked.value.id);
    return undefined;
  }

  handle(event: SignInEvent): void {
    switch (event.type) {
      case 'registerPressed':
        return this.#open('register', noDetails);
      case 'emailSignInPressed':
        return this.#open('email', noDetails);
      case 'detailTyped':
        return this.#typeDetail(event.field, event.text);
      case 'detailLeft':
        return this.#checkLeft(event.field);
      case 'codeTyped':
        return this.#typeCode(event.text);
      case 'detailsGiven':
        return void this.#giveDetails();
      case 'codeGiven':
        return void this.#giveCode();
      case 'codeResendPressed':
        return void this.#resend();
      case 'signInBackPressed':
        this.#back();
    }
  }

  #open(way: SignInWay, details: Details): void {
    this.#turn += 1;
    this.#set({ name: 'details', way, details, faults: [], attempts: 0, isBusy: false });
  }

  #openCode(way: SignInWay, details: Details, id: string): void {
    this.#set({ name: 'code', way, details, id, code: '', faults: [], attempts: 0, isBusy: false, resent: 0 });
  }

  #back(): void {
    const { state } = this;
    if (state.name === 'code') this.#open(state.way, state.details);
    else this.leave();
  }

  #typeDetail(field: DetailField, text: string): void {
    const { state } = this;
    if (state.name !== 'details') return;
    const faults = state.faults.filter((fault) => fault.field !== field);
    this.#set({ ...state, details: { ...state.details, [field]: text }, faults });
  }

  /** An empty field that is merely passed by is no mistake yet. */
  #checkLeft(field: DetailField): void {
    const { state } = this;
    if (state.name !== 'details' || state.details[field].trim() === '') return;
    const found = checkDetails(state.way, state.details).filter((fault) => fault.field === field);
    if (found.length > 0) this.#set({ ...state, faults: [...state.faults.filter((fault) => fault.field !== field), ...found] });
  }

  #typeCode(text: string): void {
    const { state } = this;
    if (state.name === 'code') this.#set({ ...state, code: text, faults: [] });
  }

  async #ask(way: SignInWay, details: Details): Promise<Result<CodeSent> | undefined> {
    const client = this.#options.connection()?.client;
    const { email, ...others } = details;
    return way === 'register' ? client?.enroll({ email, ...others }) : client?.signInByEmail({ email });
  }

  async #giveDetails(): Promise<void> {
    const { state } = this;
    if (state.name !== 'details' || state.isBusy) return;
    const { way, details } = state;
    const { fault: _fault, ...rest } = state;
    const faults = checkDetails(way, details);
    if (faults.length > 0) {
      this.#set({ ...rest, faults, attempts: state.attempts + 1 });
      return;
    }
    const turn = (this.#turn += 1);
    this.#set({ ...rest, faults: [], isBusy: true });
    const asked = await this.#ask(way, trimDetails(details));
    const now = this.#state;
    if (turn !== this.#turn || now.name !== 'details' || !asked) return;
    if (asked.ok) this.#openCode(way, now.details, asked.value.id);
    else {
      const refused = refusedDetails(asked.errors);
      const fault = refused.length > 0 ? {} : { fault: faultOf(asked, 'asking') };
      this.#set({ ...now, faults: refused, ...fault, attempts: now.attempts + 1, isBusy: false });
    }
  }

  async #giveCode(): Promise<void> {
    const { state } = this;
    const connection = this.#options.connection();
    if (state.name !== 'code' || state.isBusy || !connection) return;
    const { fault: _fault, ...rest } = state;
    const faults = checkCode(state.code);
    if (faults.length > 0) {
      this.#set({ ...rest, faults, attempts: state.attempts + 1 });
      return;
    }
    const turn = (this.#turn += 1);
    this.#set({ ...rest, faults: [], isBusy: true });
    const given = await connection.client.verifyCode(pathOf(state.way), state.id, bareCode(state.code));
    const now = this.#state;
    if (turn !== this.#turn || now.name !== 'code') return;
    if (!given.ok) {
      this.#refuseCode(now, given);
      return;
    }
    connection.adopt(given.value.token);
    this.#expiresAt = given.value.expiresAt;
    await this.#options.onToken();
    // Whose it is could not be read: the list says why.
    const after = this.#state;
    if (turn === this.#turn && after.name === 'code') this.#set({ ...after, isBusy: false });
  }

  /** Wrong, used and dead are one: how many tries are left is nobody's business. */
  #refuseCode(state: Extract<SignInState, { name: 'code' }>, failure: Failure): void {
    const attempts = state.attempts + 1;
    if (failure.problem === 'invalid') this.#set({ ...state, faults: [{ field: 'code', code: 'code-refused' }], attempts, isBusy: false });
    else this.#set({ ...state, fault: faultOf(failure, 'checking'), attempts, isBusy: false });
  }

  async #resend(): Promise<void> {
    const { state } = this;
    const client = this.#options.connection()?.client;
    if (state.name !== 'code' || state.isBusy || !client) return;
    const { fault: _fault, ...rest } = state;
    const turn = (this.#turn += 1);
    this.#set({ ...rest, faults: [], isBusy: true });
    const asked = await client.resendCode(pathOf(state.way), state.id);
    const now = this.#state;
    if (turn !== this.#turn || now.name !== 'code') return;
    if (asked.ok) this.#set({ ...now, id: asked.value.id, code: '', resent: now.resent + 1, isBusy: false });
    else this.#set({ ...now, fault: faultOf(asked, 'asking'), isBusy: false });
  }
}
