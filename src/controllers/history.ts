/**
 * Reads the payments made so far, a page at a time, while somebody looks at them; and one of them whole, for its receipt.
 * What is shown stays when a refresh fails. Knows nothing of how a payment is made.
 */
import type { PaymentPage, Session } from '../api/index.js';
import type { Client } from '../client/client.js';
import type { Environment } from '../client/environment.js';
import type { Fault } from '../domain/errors.js';
import { emptyHistory, isCancelTaken, type HistoryState } from '../domain/history.js';
import type { Receipt } from '../domain/receipt.js';
import type { UserEvent } from '../domain/user-events.js';
import type { Emit } from '../events.js';
import { CancelFlow } from './cancel-flow.js';
import type { Connection } from './connection.js';
import { PageTrail } from './page-trail.js';
import { poll } from './poll.js';
import { reportFault } from './report.js';

export const paymentsPerPage = 20;

export interface HistoryOptions {
  readonly connection: () => Connection | undefined;
  readonly emit: Emit;
  readonly onChange: () => void;
  /** A payment was canceled, or the payer or what is offered is another by now: session and contracts are older than that. */
  readonly onMoved: () => Promise<void>;
  readonly onSignedOut: () => void;
}

export type HistoryEvent = Extract<
  UserEvent,
  { readonly type: 'paymentsTurned' | 'cancelPressed' | 'cancelConfirmed' | 'cancelClosed' | 'receiptOpened' }
>;

interface Scope {
  readonly client: Client;
  readonly environment: Environment;
}

type Patch = { -readonly [Key in keyof HistoryState]?: HistoryState[Key] | undefined };

export class HistoryController {
  readonly #options: HistoryOptions;
  readonly #cancel: CancelFlow;
  readonly #trail = new PageTrail();
  #state = emptyHistory;
  #scope: Scope | undefined;
  /** There while somebody looks. */
  #alive: AbortController | undefined;
  #reading: AbortController | undefined;
  #latest = Promise.resolve();

  constructor(options: HistoryOptions) {
    this.#options = options;
    this.#cancel = new CancelFlow({
      state: () => this.#state,
      client: () => this.#scope?.client,
      emit: options.emit,
      update: (cancel) => this.#update({ cancel }),
      onTaken: (payment, cancel) => {
        // A page that was asked for before is older than this answer.
        this.#reading?.abort();
        this.#update({ payments: this.#state.payments.map((shown) => (shown.id === payment.id ? payment : shown)), cancel });
      },
      onAnswered: () => void Promise.all([this.refresh(), options.onMoved()]),
      onSignedOut: options.onSignedOut,
    });
  }

  get state(): HistoryState {
    return this.#state;
  }

  /** The receipt that is shown, where it is there. */
  get receipt(): Receipt | undefined {
    const { receipt } = this.#state;
    return receipt?.status === 'ready' ? { payments: [receipt.payment], authorization: receipt.payment.authorization } : undefined;
  }

  #update(patch: Patch): void {
    const merged = { ...this.#state, ...patch };
    this.#state = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as unknown as HistoryState;
    this.#options.onChange();
  }

  /** Somebody is signed in, on this connection. */
  begin(session: Session): void {
    const connection = this.#options.connection();
    this.end();
    if (connection) this.#scope = { client: connection.client.forPayer(session.payer.id), environment: connection.environment };
  }

  /** Nobody is: nothing of theirs stays. */
  end(): void {
    this.#leave();
    this.#scope = undefined;
    this.#forget();
  }

  #forget(): void {
    this.#trail.reset();
    this.#state = emptyHistory;
  }

  /** Whether the payments are what is on screen now: only then are they read. */
  show(isShown: boolean): void {
    if (isShown === (this.#alive !== undefined)) return;
    if (isShown) this.#enter();
    else {
      this.#leave();
      const { cancel } = this.#state;
      this.#update({ isRefreshing: false, receipt: undefined, cancel: cancel?.step === 'sending' ? cancel : undefined });
    }
  }

  #enter(): void {
    const { environment } = this.#scope ?? {};
    if (!environment) return;
    const alive = (this.#alive = new AbortController());
    const stop = environment.onWake(() => {
      if (environment.isOnline()) void this.refresh();
    });
    alive.signal.addEventListener('abort', stop);
    void poll(environment, alive.signal, () => this.refresh());
    void this.refresh();
  }

  #leave(): void {
    this.#alive?.abort();
    this.#alive = undefined;
    this.#reading?.abort();
  }

  /** Reads again what is shown. Resolves when the newest is there, also where another reading overtook this one. */
  async refresh(): Promise<void> {
    if (!this.#alive) return;
    this.#latest = this.#state.receipt ? this.#readReceipt(this.#state.receipt.paymentId) : this.#readPage();
    await this.#endOf(this.#latest);
  }

  async #endOf(reading: Promise<void>): Promise<void> {
    await reading;
    if (this.#latest !== reading) await this.#endOf(this.#latest);
  }

  handle(event: HistoryEvent): void {
    switch (event.type) {
      case 'paymentsTurned':
        if (!this.#trail.turn(event.to)) return;
        this.#cancel.close();
        void this.refresh();
        return;
      case 'cancelPressed':
        this.#cancel.ask(event.paymentId);
        return;
      case 'cancelConfirmed':
        void this.#cancel.confirm();
        return;
      case 'cancelClosed':
        this.#cancel.close();
        return;
      case 'receiptOpened':
        this.#cancel.close();
        this.#update({ receipt: { status: 'loading', paymentId: event.paymentId }, isStale: false, fault: undefined });
        void this.refresh();
    }
  }

  /** Back from the receipt to the list. */
  closeReceipt(): void {
    if (!this.#state.receipt) return;
    this.#update({ receipt: undefined, isStale: false, fault: undefined });
    void this.refresh();
  }

  /** The client and the way to stop; a reading that another one overtakes changes nothing any more. */
  #startReading(): { readonly client: Client; readonly signal: AbortSignal } | undefined {
    if (!this.#scope) return undefined;
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#update({ isRefreshing: true });
    return { client: this.#scope.client, signal };
  }

  async #readPage(): Promise<void> {
    const { client, signal } = this.#startReading() ?? {};
    const found = await client?.payments(this.#trail.cursor, paymentsPerPage, signal);
    if (!found || signal?.aborted) return;
    this.#update({ isRefreshing: false });
    if (found.ok) this.#show(found.value);
    else this.#fail(found.fault);
  }

  #show({ items, nextCursor, asOf }: PaymentPage): void {
    this.#trail.arrive(nextCursor);
    const offset = this.#trail.index * paymentsPerPage;
    const fresh = { status: 'ready', isStale: false, fault: undefined } as const;
    this.#update({ ...fresh, payments: items, offset, hasNext: nextCursor !== null, asOf });
    const { cancel } = this.#state;
    const payment = cancel?.step === 'unknown' ? items.find(({ id }) => id === cancel.paymentId) : undefined;
    // What was not known is known by now.
    if (!payment || !isCancelTaken(payment)) return;
    this.#cancel.take(payment);
    void this.#options.onMoved();
  }

  async #readReceipt(paymentId: string): Promise<void> {
    const { client, signal } = this.#startReading() ?? {};
    const found = await client?.payment(paymentId, signal);
    if (!found || signal?.aborted) return;
    this.#update({ isRefreshing: false });
    if (found.ok) this.#update({ receipt: { status: 'ready', paymentId, payment: found.value }, isStale: false, fault: undefined });
    else this.#fail(found.fault);
  }

  /** What is shown stays, marked as older than it should be. */
  #fail(fault: Fault): void {
    this.#trail.retreat();
    if (this.#isOver(fault)) return;
    const { receipt, status } = this.#state;
    if (receipt && receipt.status !== 'ready') this.#update({ receipt: { status: 'failed', paymentId: receipt.paymentId, fault } });
    else if (receipt || status === 'ready') this.#update({ isStale: true, fault });
    else this.#update({ status: 'failed', fault });
    reportFault(this.#options.emit, fault.code);
  }

  /** Whether a fault ends more than this reading: who is signed in, or what is offered, has to be found out first. */
  #isOver({ code }: Fault): boolean {
    if (code === 'unauthenticated') {
      this.#options.onSignedOut();
      return true;
    }
    if (code === 'payer-changed') {
      this.#forget();
      this.#options.onChange();
    }
    if (code === 'payer-changed' || code === 'forbidden' || code === 'payments-off') void this.#options.onMoved();
    return code === 'payer-changed';
  }
}
