/**
 * Who is signed in, how they came in and how long they stay: the mailed code, the session's end, and whether one has ended here.
 * Knows nothing of contracts or payments.
 */
import type { Session } from '../api/index.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import type { UserEvent } from '../domain/user-events.js';
import type { Emit } from '../events.js';
import type { Connection } from './connection.js';
import { SessionEnd } from './session-end.js';
import type { SignInController, SignInOptions } from './sign-in.js';

export interface AccessOptions {
  readonly connection: () => Connection | undefined;
  readonly emit: Emit;
  readonly onChange: () => void;
  /** Reads the session again: there is another token, or its time is up. */
  readonly onAsk: () => Promise<void>;
}

export class Access {
  readonly #signInOptions: SignInOptions;
  /** There when its part has come; nobody has begun to sign in before. */
  #signIn: SignInController | undefined;
  readonly #sessionEnd: SessionEnd;
  /** Whether somebody is signed in, and whether somebody was. */
  #isKnown = false;
  #hasEnded = false;

  constructor({ connection, emit, onChange, onAsk }: AccessOptions) {
    this.#signInOptions = { connection, emit, onChange, onToken: onAsk };
    const askForCode = () => (this.#signIn?.canExtend === true ? this.#signIn.extend() : undefined);
    this.#sessionEnd = new SessionEnd({ connection, onChange, onAsk, askForCode });
  }

  equip(Controller: typeof SignInController): void {
    this.#signIn ??= new Controller(this.#signInOptions);
  }

  /** Where registering or signing in by a mailed code stands. */
  get signIn(): SignInState {
    return this.#signIn?.state ?? { name: 'offered' };
  }

  /** Whether somebody is in the middle of it. */
  get isSigningIn(): boolean {
    return this.signIn.name !== 'offered';
  }

  /** Set while the session is about to end. */
  get sessionEnd(): SessionEndState | undefined {
    return this.#sessionEnd.state;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** The session was read, again or for the first time. */
  welcome(session: Session): void {
    this.#isKnown = true;
    this.#hasEnded = false;
    this.#signIn?.welcome(session);
    this.#sessionEnd.note(session);
    // A code that is waited for keeps the session going.
    if (!this.#sessionEnd.state) this.#signIn?.leave();
  }

  /** Nobody is signed in any more, or who is isn't known. */
  end(): void {
    this.#hasEnded ||= this.#isKnown;
    this.#isKnown = false;
    this.#signIn?.end();
    this.#sessionEnd.stop();
  }

  /** Another endpoint, or none: nothing has ended here. */
  reset(): void {
    this.#hasEnded = false;
    this.#signIn?.reset();
  }

  /** Whether the event was its own. */
  handle(event: UserEvent): boolean {
    switch (event.type) {
      case 'stayPressed':
        void this.#sessionEnd.stay();
        return true;
      case 'registerPressed':
      case 'emailSignInPressed':
      case 'detailTyped':
      case 'detailLeft':
      case 'detailsGiven':
      case 'codeTyped':
      case 'codeGiven':
      case 'codeResendPressed':
      case 'signInBackPressed':
        this.#signIn?.handle(event);
        return true;
      default:
        return false;
    }
  }
}
