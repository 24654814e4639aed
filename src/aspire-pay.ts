/**
 * The element: its public face, and the wiring of controllers to views. `render` only chooses a view.
 * Must not know how anything is fetched, stored or paid.
 */
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { styles } from './aspire-pay.styles.js';
import { createBrowserEnvironment, type Transport } from './client/environment.js';
import { resolveEndpoint } from './client/endpoint-url.js';
import { Announcer } from './controllers/announcer.js';
import { Connection } from './controllers/connection.js';
import { FocusKeeper } from './controllers/focus-keeper.js';
import { LocaleController } from './controllers/locale.js';
import { PaymentController } from './controllers/payment.js';
import { PointerPatience } from './controllers/pointer-patience.js';
import { PortfolioController } from './controllers/portfolio.js';
import { formFacts } from './domain/form-facts.js';
import type { PortfolioState } from './domain/portfolio.js';
import type { UserEvent } from './domain/user-events.js';
import { createEmit, type AspirePayEventMap } from './events.js';
import { version } from './version.js';
import type { ViewContext } from './views/context.js';
import { contractList } from './views/contract-list.js';
import { payFlow } from './views/pay-flow.js';
import { asOfNote, shell } from './views/shell.js';
import { signedOut } from './views/signed-out.js';

/**
 * Shows the open invoices of each contract and takes a bank debit for a **contract**, through the endpoint a finance company runs.
 *
 * @tag aspire-pay
 * @summary Open invoices by contract, and payment of a contract by bank debit.
 *
 * @attr {string} endpoint - Base address of the endpoint API, such as `/api/aspire-pay/v1`. `https:` only, localhost excepted.
 * @attr {string} contract - Id of the one contract to show; all of the payer's when absent.
 * @attr {string} locale - BCP 47 tag; the nearest `lang` when absent.
 * @attr {'auto'|'light'|'dark'} theme - Follows the page's `color-scheme` unless `light` or `dark`.
 * @attr {'omit'|'same-origin'|'include'} credentials - As `fetch` has it; `same-origin` by default.
 * @attr {number} heading-level - Level of the view's heading, 1 to 5; 2 by default.
 *
 * @fires {CustomEvent<ReadyDetail>} aspire-pay-ready - Session and contracts are on screen for the first time.
 * @fires {CustomEvent<SubmitDetail>} aspire-pay-submit - Before anything is remembered or sent; cancel it to hold the payment.
 * @fires {CustomEvent<SubmittedDetail>} aspire-pay-submitted - The endpoint holds the payment.
 * @fires {CustomEvent<RefusedDetail>} aspire-pay-refused - Nothing was paid, and the key is void.
 * @fires {CustomEvent<UnknownDetail>} aspire-pay-unknown - The outcome is not known yet; settles by itself.
 * @fires {CustomEvent<object>} aspire-pay-auth-required - Nobody is signed in.
 * @fires {CustomEvent<ErrorDetail>} aspire-pay-error - Something went wrong; a code and a sentence for the integrator.
 * @fires {CustomEvent<ViewChangeDetail>} aspire-pay-view-change - Another view or another step of paying.
 *
 * @slot signed-out - The site's own way to sign in, shown while nobody is.
 *
 * @csspart header - Lender, freshness, Refresh.
 * @csspart nav - The views.
 * @csspart heading - Heading of a view; takes the focus on each step.
 * @csspart total - A large sum.
 * @csspart contract - One contract.
 * @csspart table - Wrapper of a table.
 * @csspart status - Word and icon of a status.
 * @csspart notice - A notice.
 * @csspart button - Every button.
 * @csspart button-primary - The one that acts.
 * @csspart field - Every input and select.
 */
export class AspirePay extends LitElement {
  /** Version of the package. */
  static readonly version = version;
  static override styles = styles;

  @property() endpoint = '';
  @property() contract: string | undefined;
  @property() locale: string | undefined;
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  @property() credentials: RequestCredentials = 'same-origin';
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Resolves to a bearer token for the endpoint; called before the first request and once more on a 401. Without it the site's cookie signs in. */
  @property({ attribute: false }) getToken: (() => Promise<string>) | undefined;
  /** Performs one request in place of `fetch`; retries, keys and recovery stay the element's own. */
  @property({ attribute: false }) transport: Transport | undefined;

  readonly #emit = createEmit(this);
  readonly #locale = new LocaleController();
  readonly #announcer = new Announcer();
  readonly #focus = new FocusKeeper(this);
  readonly #patience = new PointerPatience(this);
  #connection: Connection | undefined;

  readonly #portfolio = new PortfolioController(this, {
    connection: () => this.#connection,
    contractId: () => this.contract,
    emit: this.#emit,
    onPayer: (session) => this.#payment.begin(session),
  });

  readonly #payment: PaymentController = new PaymentController({
    connection: () => this.#connection,
    session: () => this.#portfolio.state.session,
    contract: (id) => this.#portfolio.contract(id),
    locale: () => this.#locale.locale,
    emit: this.#emit,
    onChange: () => this.requestUpdate(),
    onMoved: () => this.#portfolio.refresh(),
    onSignedOut: () => this.#portfolio.signedOut(),
  });

  readonly #whenHidden = (): void => this.#payment.forgetDigits();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#whenHidden);
    this.#patience.start();
    if (this.hasUpdated && !this.#connection) this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#whenHidden);
    this.#patience.stop();
    // Moved within the page it is back by then, and nothing has happened. A payment on its way is never stopped.
    queueMicrotask(() => {
      if (!this.isConnected) this.#disconnect();
    });
  }

  /** Reads session and contracts again. Resolves when the new data, or why there is none, is on screen. */
  async refresh(): Promise<void> {
    await this.#portfolio.refresh();
    await this.updateComplete;
  }

  /** Opens the payment of a contract, or of the only one shown. Does nothing where it can't be paid. */
  pay(contractId?: string): void {
    const [only, ...others] = this.#portfolio.state.contracts;
    const id = contractId ?? (others.length === 0 ? only?.id : undefined);
    if (id !== undefined) this.#send({ type: 'payPressed', contractId: id });
  }

  /** Moves the focus to the heading of the view. */
  override focus(options?: FocusOptions): void {
    this.#focus.toHeading(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#locale.choose(this.locale, this);
    if (changed.has('endpoint') || changed.has('contract') || changed.has('credentials')) {
      this.#disconnect();
      this.#connect();
    } else if (changed.has('getToken') && this.#portfolio.state.status !== 'ready') {
      // A page may set the callback after the tag is there. Its identity says nothing: frameworks make a new one each time.
      void this.#portfolio.refresh();
    }
    this.#announcer.note({ portfolio: this.#portfolio.state, payment: this.#payment.state }, this.#locale);
  }

  protected override updated(): void {
    const { state } = this.#payment;
    // A field that loses the focus speaks up: not in the middle of this update.
    void this.updateComplete.then(() => this.#focus.follow(state));
  }

  #connect(): void {
    const resolved = resolveEndpoint(this.endpoint, document.baseURI);
    if (!resolved.ok) {
      this.#portfolio.refuse(resolved.code);
      return;
    }
    const environment = createBrowserEnvironment(() => this.transport);
    this.#connection = new Connection({ base: resolved.base, environment, credentials: this.credentials, getToken: () => this.getToken });
    this.#portfolio.start();
  }

  #disconnect(): void {
    this.#connection = undefined;
    this.#payment.end();
    this.#portfolio.reset();
  }

  #send = (event: UserEvent): void => {
    switch (event.type) {
      case 'refreshPressed':
        void this.#portfolio.refresh();
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
      case 'printPressed':
        window.print();
        return;
      case 'viewChosen':
        return;
      case 'fieldLeft':
        this.#patience.do(() => this.#payment.handle(event));
        return;
      default:
        this.#payment.handle(event);
    }
  };

  get #context(): ViewContext {
    const { words, format } = this.#locale;
    return { words, format, send: this.#send, headingLevel: this.headingLevel, session: this.#portfolio.state.session };
  }

  #body(state: PortfolioState): unknown {
    const { state: payment } = this.#payment;
    const { session } = state;
    if (state.status === 'signed-out') return signedOut(state, this.#context);
    if (payment.name === 'idle') return contractList(state, this.#context);
    return session ? payFlow(payment, this.#context, (contract) => formFacts(contract, session)) : contractList(state, this.#context);
  }

  protected override render(): TemplateResult {
    const state: PortfolioState = { ...this.#portfolio.state, checking: this.#payment.checking };
    const isReading = this.#payment.state.name === 'idle' && state.status !== 'signed-out';
    const facts = {
      views: ['contracts'] as const,
      view: 'contracts' as const,
      isBusy: state.isRefreshing,
      asOfNote: isReading ? asOfNote(state, this.#context) : '',
      canRefresh: isReading && state.status !== 'loading',
      lender: state.lender,
    };
    return html`
      <div class="sr" role="status">${this.#announcer.polite}</div>
      <div class="sr" role="alert">${this.#announcer.urgent}</div>
      ${shell(facts, this.#body(state), this.#context)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspire-pay': AspirePay;
  }
  interface HTMLElementEventMap extends AspirePayEventMap {}
}
