/**
 * Keeps the focus where the payer's eyes are among the payments: on the question that a press asked, back on what was pressed, on the
 * heading of a receipt. Never takes it where nobody pressed.
 */
import type { HistoryState } from '../domain/history.js';
import { focusIn } from './focus-in.js';

export class HistoryFocus {
  readonly #host: HTMLElement;
  #before: HistoryState | undefined;
  /** What had the focus before the last drawing; a drawing may take it away. */
  #held = '';

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Before each drawing. */
  hold(): void {
    this.#held = this.#host.shadowRoot?.activeElement?.id ?? '';
  }

  /** After each drawing. Undefined where something else is on screen. */
  follow(now: HistoryState | undefined): void {
    const before = this.#before;
    this.#before = now;
    if (!before || !now) return;
    if (before.receipt?.paymentId !== now.receipt?.paymentId) this.#followReceipt(before, now);
    else if (before.receipt?.status !== now.receipt?.status || before.offset !== now.offset) focusIn(this.#host, 'view');
    else if (before.cancel !== now.cancel) this.#followCancel(before, now);
  }

  #followReceipt({ receipt: closed }: HistoryState, { receipt: opened }: HistoryState): void {
    if (opened) focusIn(this.#host, 'view');
    else if (closed) focusIn(this.#host, `receipt-${closed.paymentId}`, 'view');
  }

  #followCancel({ cancel: before }: HistoryState, { cancel: now }: HistoryState): void {
    if (now?.step === 'asked') focusIn(this.#host, 'cancel-note');
    else if (before && !now) focusIn(this.#host, `cancel-${before.paymentId}`, `receipt-${before.paymentId}`, 'view');
    // The button that was pressed is gone with the question.
    else if (before?.step === 'sending' && this.#held === 'cancel-confirm') focusIn(this.#host, 'cancel-close');
  }
}
