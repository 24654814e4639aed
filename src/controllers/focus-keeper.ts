/**
 * Moves the focus where the payer's eyes go: to the heading on each step, to the summary of what needs a correction, to a code's field.
 * Never takes it on its own account: only a step that the payer's press led to moves it.
 */
import { isForm, type Draft, type PaymentState } from '../domain/payment.js';
import type { SignInState } from '../domain/sign-in.js';
import { findIn, focusIn } from './focus-in.js';

/** Steps in which the pressed button stays and keeps the focus. */
const isWaiting = (state: PaymentState): boolean => state.name === 'previewing' || state.name === 'submitting';

const attemptsOf = (state: PaymentState | SignInState): number => ('attempts' in state ? state.attempts : 0);

/** What is on screen beside a payment. */
export interface Around {
  readonly signIn: SignInState;
  /** The note of a session about to end, and whether it asks for a code. */
  readonly note: 'none' | 'warned' | 'code';
  readonly isSignedOut: boolean;
}

/** A contract was taken out of the payment or put into it, and its button is gone: the id of what stands for it now. */
const movedLine = (before: Draft, now: Draft): string | undefined => {
  const out = now.left.find((contract) => !before.left.includes(contract));
  if (out) return `left-${out.id}`;
  const added = before.left.find((contract) => !now.left.includes(contract));
  return added && `amount-${added.id}`;
};

/**
 * The site's own button may have opened it: whoever pressed that is led here. What is given back after a sign-in takes the focus only where
 * nobody has it: in Safari it was in the code's form.
 */
const isOpened = (before: PaymentState, now: PaymentState): boolean =>
  before.name === 'idle' && now.name !== 'idle' && !(now.name === 'editing' && now.isRestored === true);

/** The payer thought better of an account in the bank source, or of what was typed: where they are is still there. */
const isCancelled = (before: PaymentState, now: PaymentState): boolean =>
  before.name === 'previewing' && now.name === 'editing' && now.attempts === before.attempts;

/** Nobody pressed anything for this step, or what was pressed is still there. */
const staysPut = (before: PaymentState, now: PaymentState, host: HTMLElement): boolean => {
  if (isWaiting(now) || isCancelled(before, now)) return true;
  // Found in the journal when the page was opened.
  return before.name === 'idle' && now.name === 'checking' && !host.matches(':focus-within');
};

export class FocusKeeper {
  readonly #host: HTMLElement;
  #before: PaymentState = { name: 'idle' };
  #around: Around = { signIn: { name: 'offered' }, note: 'none', isSignedOut: false };
  #wasInNote = false;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  toHeading(options?: FocusOptions): void {
    findIn(this.#host, 'view')?.focus(options);
  }

  /** After each drawing. */
  follow(now: PaymentState): void {
    const before = this.#before;
    this.#before = now;
    const moved = now.name === 'editing' && isForm(before) ? movedLine(before.draft, now.draft) : undefined;
    if (moved !== undefined) focusIn(this.#host, moved);
    else if (staysPut(before, now, this.#host)) return;
    else if (now.name === 'editing' && now.attempts > attemptsOf(before)) focusIn(this.#host, 'summary', 'view');
    else if (isOpened(before, now)) this.toHeading();
    else if (before.name !== now.name) focusIn(this.#host, 'view');
  }

  /** Before each drawing. */
  look(now: PaymentState): void {
    const active = this.#host.shadowRoot?.activeElement;
    this.#wasInNote = Boolean(active?.closest('#session-note'));
    const goes = this.#before.name !== now.name && !staysPut(this.#before, now, this.#host);
    // A button that goes with its step: an engine that takes the focus from it in the midst of a drawing lays both steps out for it.
    if (goes && active instanceof HTMLButtonElement) active.blur();
  }

  /** After each drawing: signing in, and the session's end. */
  followAround(now: Around): void {
    const before = this.#around;
    this.#around = now;
    if (now.note !== 'none') this.#followNote(before, now);
    else if (now.isSignedOut) this.#followSteps(before, now);
  }

  #followNote(before: Around, now: Around): void {
    if (now.note === 'code' && before.note !== 'code' && this.#wasInNote) focusIn(this.#host, 'code');
    else this.#followCode(before.signIn, now.signIn);
  }

  #followSteps(before: Around, { signIn }: Around): void {
    // A step that was there before nobody was signed in any more is no step of anybody's.
    if (before.isSignedOut && before.signIn.name !== signIn.name) focusIn(this.#host, 'view');
    else if (signIn.name === 'details' && attemptsOf(signIn) > attemptsOf(before.signIn)) focusIn(this.#host, 'summary', 'view');
    else this.#followCode(before.signIn, signIn);
  }

  /** A code that is wrong is typed again at once. */
  #followCode(before: SignInState, now: SignInState): void {
    if (now.name !== 'code' || before.name !== 'code' || now.faults.length === 0 || now.attempts <= before.attempts) return;
    const field = focusIn(this.#host, 'code');
    // Where it was not focused: selecting takes the focus along in some engines.
    if (field instanceof HTMLInputElement) field.select();
  }
}
