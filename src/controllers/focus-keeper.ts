/**
 * Moves the focus where the payer's eyes go: to the heading on each step, to the summary of what needs a correction.
 * Never takes it on its own account: only a step that the payer's press led to moves it.
 */
import type { Draft, PaymentState } from '../domain/payment.js';

/** Steps in which the pressed button stays and keeps the focus. */
const isWaiting = (state: PaymentState): boolean => state.name === 'previewing' || state.name === 'submitting';

const attemptsOf = (state: PaymentState): number => ('attempts' in state ? state.attempts : 0);

/** A contract was taken out of the payment or put into it, and its button is gone: the id of what stands for it now. */
const movedLine = (before: Draft, now: Draft): string | undefined => {
  const out = now.left.find((contract) => !before.left.includes(contract));
  if (out) return `left-${out.id}`;
  const added = before.left.find((contract) => !now.left.includes(contract));
  return added && `amount-${added.id}`;
};

export class FocusKeeper {
  readonly #host: HTMLElement;
  #before: PaymentState = { name: 'idle' };

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  toHeading(options?: FocusOptions): void {
    this.#find('view')?.focus(options);
  }

  /** After each drawing. */
  follow(now: PaymentState): void {
    const before = this.#before;
    this.#before = now;
    if (isWaiting(now)) return;
    // Found in the journal when the page was opened: nobody pressed anything.
    if (before.name === 'idle' && now.name === 'checking' && !this.#host.matches(':focus-within')) return;
    const isNewAttempt = now.name === 'editing' && now.attempts > attemptsOf(before);
    const moved = before.name === 'editing' && now.name === 'editing' ? movedLine(before.draft, now.draft) : undefined;
    if (moved !== undefined) this.#find(moved)?.focus();
    else if (isNewAttempt) (this.#find('summary') ?? this.#find('view'))?.focus();
    else if (before.name !== now.name) this.toHeading();
  }

  #find(id: string): HTMLElement | null {
    return this.#host.shadowRoot?.getElementById(id) ?? null;
  }
}
