/**
 * Everything behind one element: the connection, what is read over it, what is paid, which view is shown.
 * Decides which controller answers what a person did. Knows neither the DOM nor what is drawn.
 */
import type { Session } from '../api/index.js';
import type { ErrorCode } from '../domain/errors.js';
import type { ShownHistory } from '../domain/history.js';
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import type { Receipt } from '../domain/receipt.js';
import type { UserEvent, View } from '../domain/user-events.js';
import type { Emit } from '../events.js';
import type { Connection } from './connection.js';
import { HistoryController } from './history.js';
import { PaymentController } from './payment.js';
import { PortfolioController } from './portfolio.js';
import { ViewChoice, viewsOf } from './views.js';

/** What the portal needs of the element, read at call time. */
export interface PortalOptions {
  /** Only this contract, where the integrator named one. */
  readonly contractId: () => string | undefined;
  readonly locale: () => string;
  readonly emit: Emit;
  /** Something is to be drawn anew. */
  readonly onChange: () => void;
}

export class Portal {
  #connection: Connection | undefined;
  readonly #portfolio: PortfolioController;
  readonly #payment: PaymentController;
  readonly #history: HistoryController;
  readonly #view = new ViewChoice();
  readonly #options: PortalOptions;
  /** The view as it was told last. */
  #told: View = 'contracts';

  constructor(options: PortalOptions) {
    this.#options = options;
    const { contractId, locale, emit } = options;
    const onChange = (): void => this.#changed();
    const connection = (): Connection | undefined => this.#connection;
    this.#portfolio = new PortfolioController(
      { requestUpdate: onChange },
      { connection, contractId, emit, onPayer: (session) => this.#begin(session), onNobody: () => this.#end() },
    );
    this.#payment = new PaymentController({
      connection,
      session: () => this.#portfolio.state.session,
      contract: (id) => this.#portfolio.contract(id),
      locale,
      emit,
      onChange,
      onMoved: () => this.#portfolio.refresh(),
      onSignedOut: () => this.#portfolio.signedOut(),
    });
    this.#history = new HistoryController({
      connection,
      emit,
      onChange,
      onMoved: () => this.#portfolio.refresh(),
      onSignedOut: () => this.#portfolio.signedOut(),
    });
  }

  #begin(session: Session): void {
    this.#history.begin(session);
    this.#payment.begin(session);
  }

  #end(): void {
    this.#history.end();
    this.#payment.end();
  }

  /** Whatever moved, another view may be on screen by it: chosen, or no longer offered. Only that one is kept up to date. */
  #changed(): void {
    const { view } = this;
    const step = this.#payment.state.name;
    this.#history.show(view === 'payments' && step === 'idle');
    if (view !== this.#told) {
      this.#told = view;
      this.#options.emit('aspire-pay-view-change', { view, step });
    }
    this.#options.onChange();
  }

  /** What was read, with the payments whose outcome is still being asked for. */
  get portfolio(): PortfolioState {
    return { ...this.#portfolio.state, checking: this.#payment.checking };
  }

  get payment(): PaymentState {
    return this.#payment.state;
  }

  /** The payments made so far, where they are what is on screen. */
  get history(): ShownHistory | undefined {
    const { status, isOffline } = this.#portfolio.state;
    const isReading = this.#payment.state.name === 'idle' && (status === 'ready' || status === 'loading');
    return isReading && this.view === 'payments' ? { ...this.#history.state, isOffline, checking: this.#payment.checking } : undefined;
  }

  /** What can be saved now: a payment just accepted, or the receipt that is shown. */
  get receipt(): Receipt | undefined {
    const { state } = this.#payment;
    if (state.name === 'accepted') return state;
    const { receipt } = this.#history.state;
    return receipt?.status === 'ready' ? { payments: [receipt.payment], authorization: receipt.payment.authorization } : undefined;
  }

  /** The views this payer has. */
  get views(): readonly View[] {
    return viewsOf(this.#portfolio.state.session);
  }

  get view(): View {
    return this.#view.shown(this.#portfolio.state.session);
  }

  get isConnected(): boolean {
    return this.#connection !== undefined;
  }

  /** Starts reading over a connection; whatever another one brought is forgotten. */
  connect(connection: Connection): void {
    this.disconnect();
    this.#connection = connection;
    this.#portfolio.start();
  }

  /** There is no endpoint to ask. */
  refuse(code: ErrorCode): void {
    this.disconnect();
    this.#portfolio.refuse(code);
  }

  /** Forgets what was read. A payment on its way is never stopped. */
  disconnect(): void {
    this.#connection = undefined;
    this.#end();
    this.#portfolio.reset();
  }

  /** Reads again what is shown. */
  async refresh(): Promise<void> {
    await Promise.all([this.#portfolio.refresh(), this.#history.refresh()]);
  }

  /** Opens the payment of a contract, or of the only one shown. Does nothing where it can't be paid. */
  pay(contractId?: string): void {
    const [only, ...others] = this.#portfolio.state.contracts;
    const id = contractId ?? (others.length === 0 ? only?.id : undefined);
    if (id === undefined) return;
    this.choose('contracts');
    this.#payment.handle({ type: 'payPressed', contractId: id });
  }

  /** Bank digits leave memory; the rest of what was typed stays. */
  forgetDigits(): void {
    this.#payment.forgetDigits();
  }

  choose(view: View): void {
    this.#view.choose(view);
    this.#changed();
  }

  handle(event: UserEvent): void {
    switch (event.type) {
      case 'refreshPressed':
        void this.refresh();
        return;
      case 'searched':
        this.#portfolio.ask({ q: event.q });
        return;
      case 'sortChosen':
        this.#portfolio.ask({ sort: event.sort });
        return;
      case 'closedToggled':
        this.#portfolio.ask({ status: event.isOn ? 'closed' : 'open' });
        return;
      case 'contractsTurned':
        this.#portfolio.turn(event.to);
        return;
      case 'invoicesTurned':
        void this.#portfolio.turnInvoices(event.contractId, event.to);
        return;
      case 'viewChosen':
        this.choose(event.view);
        return;
      case 'paymentsTurned':
      case 'cancelPressed':
      case 'cancelConfirmed':
      case 'cancelClosed':
      case 'receiptOpened':
        this.#history.handle(event);
        return;
      case 'donePressed':
        if (this.#payment.state.name === 'idle') this.#history.closeReceipt();
        else this.#payment.handle(event);
        return;
      default:
        this.#payment.handle(event);
    }
  }
}
