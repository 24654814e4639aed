/**
 * Everything behind one element: the connection, what is read over it, what is paid, which view is shown.
 * Decides which controller answers what a person did. Knows neither the DOM nor what is drawn.
 */
import type { Contract, Session } from '../api/index.js';
import type { BankSource } from '../client/bank-source.js';
import type { BankAccountsState } from '../domain/bank-accounts.js';
import { queryOf } from '../domain/contract-query.js';
import type { ErrorCode } from '../domain/errors.js';
import type { ShownHistory } from '../domain/history.js';
import { payEvent } from '../domain/pay-all.js';
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import type { Receipt } from '../domain/receipt.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import type { UserEvent, View } from '../domain/user-events.js';
import type { Emit } from '../events.js';
import { Access } from './access.js';
import { BankAccountsController } from './bank-accounts.js';
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
  /** The integrator's own bank fields; none where left out. */
  readonly bankSource?: () => BankSource | undefined;
  readonly emit: Emit;
  /** Something is to be drawn anew. */
  readonly onChange: () => void;
}

export class Portal {
  #connection: Connection | undefined;
  readonly #portfolio: PortfolioController;
  readonly #payment: PaymentController;
  readonly #access: Access;
  readonly #accounts: BankAccountsController;
  readonly #history: HistoryController;
  readonly #view = new ViewChoice();
  readonly #options: PortalOptions;
  /** The view as it was told last. */
  #told: View = 'contracts';

  constructor(options: PortalOptions) {
    this.#options = options;
    const { contractId, locale, bankSource = () => undefined, emit } = options;
    const connection = (): Connection | undefined => this.#connection;
    const onChange = (): void => this.#changed();
    const onMoved = (): Promise<void> => this.#portfolio.refresh();
    const onSignedOut = (): void => this.#portfolio.signedOut();
    this.#accounts = new BankAccountsController({ bankSource, locale, emit, onChange: options.onChange, onMoved, onSignedOut });
    this.#portfolio = new PortfolioController(
      { requestUpdate: onChange },
      {
        connection,
        contractId,
        emit,
        onPayer: (session) => this.#begin(session),
        onSession: (session) => this.#access.welcome(session),
        onNobody: () => this.#end(),
      },
    );
    const session = (): Session | undefined => this.#portfolio.state.session;
    const contract = (id: string): Contract | undefined => this.#portfolio.contract(id);
    this.#payment = new PaymentController({ connection, session, contract, locale, bankSource, emit, onChange, onMoved, onSignedOut });
    this.#access = new Access({ connection, emit, onChange, onAsk: onMoved });
    this.#history = new HistoryController({ connection, emit, onChange, onMoved, onSignedOut });
  }

  #begin(session: Session): void {
    this.#history.begin(session);
    this.#payment.begin(session);
    this.#accounts.begin(session, this.#connection);
  }

  #end(): void {
    this.#accounts.end(); // First: without a session its view is gone, and with that what was typed there.
    this.#history.end();
    this.#payment.end();
    this.#access.end();
  }

  /** Whatever moved, another view may be on screen by it: chosen, or no longer offered. Only that one is kept up to date. */
  #changed(): void {
    const { view } = this;
    const step = this.#payment.state.name;
    this.#history.show(view === 'payments' && step === 'idle');
    this.#accounts.show(view === 'bank-accounts');
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

  get signIn(): SignInState {
    return this.#access.signIn;
  }

  get sessionEnd(): SessionEndState | undefined {
    return this.#access.sessionEnd;
  }

  /** For whoever is signed out: whether a session has ended here, and whether what was typed is kept for its payer. */
  get ended(): { readonly hasEnded: boolean; readonly isKept: boolean } {
    return { hasEnded: this.#access.hasEnded, isKept: this.#payment.isKept || this.#accounts.isKept };
  }

  /** The bank accounts, where they are what is on screen. */
  get bankAccounts(): BankAccountsState | undefined {
    return this.#isShown('bank-accounts') ? { ...this.#accounts.state, isOffline: this.#portfolio.state.isOffline } : undefined;
  }

  /** Whether a new account is being entered, in paying or on its own. */
  get isEnteringAccount(): boolean {
    const { state } = this.#payment;
    if (state.name === 'idle') return this.#accounts.isEntering;
    return (state.name === 'editing' || state.name === 'previewing') && state.draft.accountId === 'new';
  }

  /** The payments made so far, where they are what is on screen. */
  get history(): ShownHistory | undefined {
    const { isOffline } = this.#portfolio.state;
    return this.#isShown('payments') ? { ...this.#history.state, isOffline, checking: this.#payment.checking } : undefined;
  }

  #isShown(view: View): boolean {
    const isOnScreen = this.view === view && this.#payment.state.name === 'idle';
    return isOnScreen && ['ready', 'loading'].includes(this.#portfolio.state.status);
  }

  /** What can be saved now: a payment just accepted, or the receipt that is shown. */
  get receipt(): Receipt | undefined {
    const { state } = this.#payment;
    return state.name === 'accepted' ? state : this.#history.receipt;
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
    this.#access.reset();
    for (const typed of [this.#payment, this.#accounts]) typed.forgetKept();
    this.#portfolio.reset();
  }

  /** Reads again what is shown. */
  async refresh(): Promise<void> {
    await Promise.all([this.#portfolio.refresh(), this.#accounts.refresh(), this.#history.refresh()]);
  }

  /** Opens the payment of a contract; without one, of the only one or of all. Does nothing where that can't be paid. */
  pay(contractId?: string): void {
    const event = payEvent(this.#portfolio.state, contractId);
    if (!event) return;
    this.choose('contracts');
    this.#payment.handle(event);
  }

  /** Bank digits leave memory; the rest of what was typed stays. */
  forgetDigits(): void {
    this.#payment.forgetDigits();
    this.#accounts.forgetDigits();
  }

  choose(view: View): void {
    this.#view.choose(view);
    this.#changed();
  }

  handle(event: UserEvent): void {
    if (this.#access.handle(event)) return;
    switch (event.type) {
      case 'refreshPressed':
        void this.refresh();
        return;
      case 'searched':
      case 'sortChosen':
      case 'closedToggled':
        this.#portfolio.ask(queryOf(event));
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
        if (this.#payment.state.name !== 'idle') this.#payment.handle(event);
        else if (this.view === 'bank-accounts') this.#accounts.handle(event);
        else this.#history.closeReceipt();
        return;
      default:
        if (this.view === 'bank-accounts' && this.#payment.state.name === 'idle') this.#accounts.handle(event);
        else this.#payment.handle(event);
    }
  }
}
