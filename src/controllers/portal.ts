/**
 * Everything behind one element: the connection, what is read over it, what is paid, which view is shown.
 * Decides which controller answers what a person did. Knows neither the DOM nor what is drawn.
 */
import type { Contract, Session } from '../api/index.js';
import type { BankSource } from '../client/bank-source.js';
import type { BankAccountsState } from '../domain/bank-accounts.js';
import type { ErrorCode } from '../domain/errors.js';
import { payAllCurrencies } from '../domain/pay-all.js';
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import type { UserEvent, View } from '../domain/user-events.js';
import type { Emit } from '../events.js';
import { BankAccountsController } from './bank-accounts.js';
import type { Connection } from './connection.js';
import { PaymentController } from './payment.js';
import { PortfolioController } from './portfolio.js';
import { SessionEnd } from './session-end.js';
import { SignInController } from './sign-in.js';
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
  readonly #signIn: SignInController;
  readonly #sessionEnd: SessionEnd;
  readonly #accounts: BankAccountsController;
  readonly #view: ViewChoice;
  /** Whether somebody is signed in, and whether somebody was. */
  #isKnown = false;
  #hasEnded = false;

  constructor({ contractId, locale, bankSource = () => undefined, emit, onChange: draw }: PortalOptions) {
    const connection = (): Connection | undefined => this.#connection;
    const onChange = (): void => {
      this.#accounts.show(this.view === 'bank-accounts');
      draw();
    };
    const onMoved = (): Promise<void> => this.#portfolio.refresh();
    const onSignedOut = (): void => this.#portfolio.signedOut();
    this.#accounts = new BankAccountsController({ bankSource, locale, emit, onChange: draw, onMoved, onSignedOut });
    this.#portfolio = new PortfolioController(
      { requestUpdate: onChange },
      {
        connection,
        contractId,
        emit,
        onPayer: (session) => {
          this.#payment.begin(session);
          this.#accounts.begin(session, this.#connection);
        },
        onSession: (session) => this.#noteSession(session),
        onNobody: () => this.#noteNobody(),
      },
    );
    const session = (): Session | undefined => this.#portfolio.state.session;
    const contract = (id: string): Contract | undefined => this.#portfolio.contract(id);
    this.#payment = new PaymentController({ connection, session, contract, locale, bankSource, emit, onChange, onMoved, onSignedOut });
    this.#signIn = new SignInController({ connection, emit, onChange, onToken: onMoved });
    this.#sessionEnd = new SessionEnd({
      connection,
      onChange,
      onAsk: onMoved,
      askForCode: () => (this.#signIn.canExtend ? this.#signIn.extend() : undefined),
    });
    this.#view = new ViewChoice(() => {
      emit('aspire-pay-view-change', { view: this.view, step: this.#payment.state.name });
      onChange();
    });
  }

  #noteSession(session: Session): void {
    this.#isKnown = true;
    this.#hasEnded = false;
    this.#signIn.welcome(session);
    this.#sessionEnd.note(session);
    // A code that is waited for keeps the session going.
    if (!this.#sessionEnd.state) this.#signIn.leave();
  }

  #noteNobody(): void {
    this.#hasEnded ||= this.#isKnown;
    this.#isKnown = false;
    this.#payment.end();
    this.#accounts.end();
    this.#signIn.end();
    this.#sessionEnd.stop();
  }

  /** What was read, with the payments whose outcome is still being asked for. */
  get portfolio(): PortfolioState {
    return { ...this.#portfolio.state, checking: this.#payment.checking };
  }

  get payment(): PaymentState {
    return this.#payment.state;
  }

  /** Where registering or signing in by a mailed code stands. */
  get signIn(): SignInState {
    return this.#signIn.state;
  }

  /** Set while the session is about to end. */
  get sessionEnd(): SessionEndState | undefined {
    return this.#sessionEnd.state;
  }

  /** For whoever is signed out: whether a session has ended here, and whether what was typed is kept for its payer. */
  get ended(): { readonly hasEnded: boolean; readonly isKept: boolean } {
    return { hasEnded: this.#hasEnded, isKept: this.#payment.isKept };
  }

  get bankAccounts(): BankAccountsState {
    return { ...this.#accounts.state, isOffline: this.#portfolio.state.isOffline };
  }

  /** Whether a new account is being entered, in paying or on its own. */
  get isEnteringAccount(): boolean {
    const { state } = this.#payment;
    if (state.name === 'idle') return this.#accounts.isEntering;
    return (state.name === 'editing' || state.name === 'previewing') && state.draft.accountId === 'new';
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
    this.#noteNobody();
    this.#hasEnded = false;
    this.#signIn.reset();
    this.#payment.forgetKept();
    this.#portfolio.reset();
  }

  /** Reads again what is shown. */
  async refresh(): Promise<void> {
    await Promise.all([this.#portfolio.refresh(), this.#accounts.refresh()]);
  }

  /** Opens the payment of a contract; without one, of the only one or of all. Does nothing where that can't be paid. */
  pay(contractId?: string): void {
    const { contracts } = this.#portfolio.state;
    const [currency] = payAllCurrencies(this.#portfolio.state);
    const id = contractId ?? (contracts.length === 1 ? contracts[0]?.id : undefined);
    if (id === undefined && currency === undefined) return;
    this.#view.choose('contracts');
    if (id !== undefined) this.#payment.handle({ type: 'payPressed', contractId: id });
    else if (currency !== undefined) this.#payment.handle({ type: 'payAllPressed', currency });
  }

  /** Bank digits leave memory; the rest of what was typed stays. */
  forgetDigits(): void {
    this.#payment.forgetDigits();
    this.#accounts.forgetDigits();
  }

  choose(view: View): void {
    this.#view.choose(view);
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
      case 'stayPressed':
        void this.#sessionEnd.stay();
        return;
      case 'registerPressed':
      case 'emailSignInPressed':
      case 'detailTyped':
      case 'detailLeft':
      case 'detailsGiven':
      case 'codeTyped':
      case 'codeGiven':
      case 'codeResendPressed':
      case 'signInBackPressed':
        this.#signIn.handle(event);
        return;
      default:
        if (this.view === 'bank-accounts' && this.#payment.state.name === 'idle') this.#accounts.handle(event);
        else this.#payment.handle(event);
    }
  }
}
