/**
 * Cancelling a payment: asked for, confirmed, and what came of it. One request at a time, and the endpoint's word is the only one:
 * nothing is shown as canceled before it said so. Knows nothing of pages or receipts.
 */
import type { Payment } from '../api/index.js';
import type { Client, Failure } from '../client/client.js';
import type { CancelState, HistoryState } from '../domain/history.js';
import type { Emit } from '../events.js';

export interface CancelOptions {
  readonly state: () => HistoryState;
  /** The payer's; another one once somebody else is signed in. */
  readonly client: () => Client | undefined;
  readonly emit: Emit;
  readonly update: (cancel: CancelState | undefined) => void;
  /** The payment as the endpoint holds it after the request: shown together with what came of it. */
  readonly onTaken: (payment: Payment, cancel: CancelState) => void;
  /** There is something to be read again, whatever came out. */
  readonly onAnswered: () => void;
  readonly onSignedOut: () => void;
}

/** A named refusal changed nothing. Everything else, a server error too, says nothing of what was done. */
const isRefusal = ({ problem, fault }: Failure): boolean => problem !== undefined && fault.code !== 'unavailable';

export class CancelFlow {
  readonly #options: CancelOptions;

  constructor(options: CancelOptions) {
    this.#options = options;
  }

  get #cancel(): CancelState | undefined {
    return this.#options.state().cancel;
  }

  /** Nothing is asked while a request is on its way, nor twice of the same payment. */
  ask(paymentId: string): void {
    const { step, paymentId: asked } = this.#cancel ?? {};
    if (step === 'sending' || (step === 'asked' && asked === paymentId)) return;
    const payment = this.#options.state().payments.find(({ id }) => id === paymentId);
    if (payment?.cancelable) this.#options.update({ step: 'asked', paymentId });
  }

  close(): void {
    if (this.#cancel && this.#cancel.step !== 'sending') this.#options.update(undefined);
  }

  async confirm(): Promise<void> {
    const { client: read, update, onAnswered, onSignedOut } = this.#options;
    const cancel = this.#cancel;
    const client = read();
    if (cancel?.step !== 'asked' || !client) return;
    const { paymentId } = cancel;
    // Before anything is awaited: a double click finds it under way.
    update({ step: 'sending', paymentId });
    const answer = await client.cancelPayment(paymentId);
    // Somebody else is signed in by now, or nobody.
    if (client !== read()) return;
    if (answer.ok) this.take(answer.value);
    else if (answer.fault.code === 'unauthenticated') {
      update(undefined);
      onSignedOut();
      return;
    } else update(this.#failed(paymentId, answer));
    onAnswered();
  }

  /** The request has arrived. */
  take(payment: Payment): void {
    const { emit, onTaken } = this.#options;
    const { id, contractId, contractNumber, amount, status, reference } = payment;
    onTaken(payment, { step: 'done', paymentId: id });
    emit('aspire-pay-canceled', { id, contractId, contractNumber, amount, status, reference });
  }

  #failed(paymentId: string, failure: Failure): CancelState {
    if (failure.problem === 'too-late-to-cancel') return { step: 'too-late', paymentId };
    return isRefusal(failure) ? { step: 'refused', paymentId, fault: failure.fault } : { step: 'unknown', paymentId };
  }
}
