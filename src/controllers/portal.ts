/**
 * Everything behind one element: the connection, what is read over it, what is paid, which view is shown.
 * Decides which controller answers what a person did. Knows neither the DOM nor what is drawn.
 */
import type { Theme } from '../api/index.js';
import type { ErrorCode } from '../domain/errors.js';
import { payAllCurrencies } from '../domain/pay-all.js';
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import type { UserEvent, View } from '../domain/user-events.js';
import type { Emit } from '../events.js';
import type { Connection } from './connection.js';
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
  readonly #view: ViewChoice;
  #theme: Theme | undefined;

  constructor({ contractId, locale, emit, onChange }: PortalOptions) {
    const connection = (): Connection | undefined => this.#connection;
    this.#portfolio = new PortfolioController(
      { requestUpdate: onChange },
      { connection, contractId, emit, onPayer: (session) => this.#payment.begin(session), onNobody: () => this.#payment.end() },
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
    this.#view = new ViewChoice(() => {
      emit('aspire-pay-view-change', { view: this.view, step: this.#payment.state.name });
      onChange();
    });
  }

  /** What was read, with the payments whose outcome is still being asked for. */
  get portfolio(): PortfolioState {
    return { ...this.#portfolio.state, checking: this.#payment.checking };
  }

  get payment(): PaymentState {
    return this.#payment.state;
  }

  /** The lender's look. The last one known stays while nobody is signed in or nothing could be read, so that nothing flickers. */
  get theme(): Theme | undefined {
    const { session, lender } = this.#portfolio.state;
    if (session) this.#theme = session.theme;
    else if (lender?.theme) this.#theme = lender.theme;
    return this.#theme;
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
    this.#theme = undefined;
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
    this.#payment.end();
    this.#portfolio.reset();
  }

  /** Reads again what is shown. */
  refresh(): Promise<void> {
    return this.#portfolio.refresh();
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
      default:
        this.#payment.handle(event);
    }
  }
}
