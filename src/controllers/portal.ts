/**
 * Everything behind one element: the connection, what is read over it, what is paid, which view is shown. Decides which controller answers
 * what a person did; those of a journey are there once its part has come. Knows neither the DOM nor what is drawn.
 */
import type { Contract, Session } from '../api/index.js';
import type { BankSource } from '../client/bank-source.js';
import { unreadAccounts, type BankAccountsState } from '../domain/bank-accounts.js';
import { queryOf } from '../domain/contract-query.js';
import type { FaultCode } from '../domain/errors.js';
import { emptyHistory, type ShownHistory } from '../domain/history.js';
import { payEvent } from '../domain/pay-all.js';
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import type { Receipt } from '../domain/receipt.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import type { UserEvent, View } from '../domain/user-events.js';
import type { Emit } from '../events.js';
import { Access } from './access.js';
import type { Connection } from './connection.js';
import { Driven } from './driven.js';
import type { Drivers } from './drivers.js';
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
  readonly #access: Access;
  readonly #driven: Driven;
  readonly #view = new ViewChoice();
  readonly #options: PortalOptions;
  /** The view as it was told last. */
  #told: View = 'contracts';

  constructor(options: PortalOptions) {
    this.#options = options;
    const { contractId, locale, bankSource = () => undefined, emit, onChange: onAccounts } = options;
    const connection = (): Connection | undefined => this.#connection;
    const onChange = (): void => this.#changed();
    const onMoved = (): Promise<void> => this.#portfolio.refresh();
    const onSignedOut = (): void => this.#portfolio.signedOut();
    this.#portfolio = new PortfolioController(
      { requestUpdate: onChange },
      {
        connection,
        contractId,
        isSigningIn: () => this.#access.isSigningIn,
        emit,
        onPayer: (session) => this.#begin(session),
        onSession: (session) => this.#access.welcome(session),
        onNobody: () => this.#end(),
      },
    );
    const session = (): Session | undefined => this.#portfolio.state.session;
    const contract = (id: string): Contract | undefined => this.#portfolio.contract(id);
    this.#access = new Access({ connection, emit, onChange, onAsk: onMoved });
    const known = { connection, session, contract, locale, bankSource, view: (): View => this.view };
    this.#driven = new Driven({ ...known, emit, onChange, onAccounts, onMoved, onSignedOut });
  }

  /** What has come drives its journey from now on. */
  equip(drivers: Drivers): void {
    if (drivers['signing-in']) this.#access.equip(drivers['signing-in'].SignInController);
    this.#driven.equip(drivers);
    this.#changed();
  }

  /** What is on screen is read for whoever is signed in now. */
  #begin(session: Session): void {
    this.#driven.begin(session);
    this.#changed();
  }

  #end(): void {
    this.#driven.end();
    this.#access.end();
  }

  /** Whatever moved, another view may be on screen by it: chosen, or no longer offered. Only that one is kept up to date. */
  #changed(): void {
    const { view } = this;
    const step = this.payment.name;
    this.#driven.history?.show(view === 'payments' && step === 'idle');
    this.#driven.accounts?.show(view === 'bank-accounts');
    if (view !== this.#told) {
      this.#told = view;
      this.#options.emit('aspire-pay-view-change', { view, step });
    }
    this.#options.onChange();
  }

  /** What was read, with the payments whose outcome is still being asked for. */
  get portfolio(): PortfolioState {
    return { ...this.#portfolio.state, checking: this.#driven.checking };
  }

  get payment(): PaymentState {
    return this.#driven.step;
  }

  get signIn(): SignInState {
    return this.#access.signIn;
  }

  get sessionEnd(): SessionEndState | undefined {
    return this.#access.sessionEnd;
  }

  /** For whoever is signed out: whether a session has ended here, and whether what was typed is kept for its payer. */
  get ended(): { readonly hasEnded: boolean; readonly isKept: boolean } {
    return { hasEnded: this.#access.hasEnded, isKept: this.#driven.isKept };
  }

  /** The bank accounts, where they are what is on screen. */
  get bankAccounts(): BankAccountsState | undefined {
    const { isOffline } = this.#portfolio.state;
    return this.#isShown('bank-accounts') ? { ...(this.#driven.accounts?.state ?? unreadAccounts), isOffline } : undefined;
  }

  /** Whether a new account is being entered, in paying or on its own. */
  get isEnteringAccount(): boolean {
    return this.#driven.isEnteringAccount;
  }

  /** The payments made so far, where they are what is on screen. */
  get history(): ShownHistory | undefined {
    const { isOffline } = this.#portfolio.state;
    return this.#isShown('payments')
      ? { ...(this.#driven.history?.state ?? emptyHistory), isOffline, checking: this.#driven.checking }
      : undefined;
  }

  #isShown(view: View): boolean {
    return this.view === view && this.payment.name === 'idle' && ['ready', 'loading'].includes(this.#portfolio.state.status);
  }

  /** What can be saved now: a payment just accepted, or the receipt that is shown. */
  get receipt(): Receipt | undefined {
    const { payment } = this;
    return payment.name === 'accepted' ? payment : this.#driven.history?.receipt;
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
  refuse(code: FaultCode): void {
    this.disconnect();
    this.#portfolio.refuse(code);
  }

  /** Forgets what was read. A payment on its way is never stopped. */
  disconnect(): void {
    this.#connection = undefined;
    this.#end();
    this.#access.reset();
    this.#driven.forgetKept();
    this.#portfolio.reset();
  }

  /** Reads again what is shown. */
  async refresh(): Promise<void> {
    await Promise.all([this.#portfolio.refresh(), this.#driven.refresh()]);
  }

  /** Makes ready for the payment of a contract; without one, of the only one or of all. The press that opens it, where there is one. */
  setOut(contractId?: string): UserEvent | undefined {
    const event = payEvent(this.#portfolio.state, contractId);
    if (event) this.choose('contracts');
    return event;
  }

  /** Bank digits leave memory; the rest of what was typed stays. */
  forgetDigits(): void {
    this.#driven.forgetDigits();
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
        this.#driven.history?.handle(event);
        return;
      case 'donePressed':
        if (this.payment.name !== 'idle') this.#driven.payment?.handle(event);
        else if (this.view === 'bank-accounts') this.#driven.accounts?.handle(event);
        else this.#driven.history?.closeReceipt();
        return;
      default:
        if (this.view === 'bank-accounts' && this.payment.name === 'idle') this.#driven.accounts?.handle(event);
        else this.#driven.payment?.handle(event);
    }
  }
}
