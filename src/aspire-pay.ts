/**
 * The element: its public face, and the wiring of controllers to views. `render` only chooses a view.
 * Must not know how anything is fetched, stored or paid.
 */
import { LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { styles } from './aspire-pay.styles.js';
import { numberOrElse, orElse } from './attributes.js';
import type { Transport } from './client/environment.js';
import type { BankSource } from './client/bank-source.js';
import { Announcer } from './controllers/announcer.js';
import { BankSlot } from './controllers/bank-slot.js';
import { ElementFocus } from './controllers/element-focus.js';
import { EndpointLine } from './controllers/endpoint-line.js';
import { HostStates } from './controllers/host-states.js';
import { LocaleController } from './controllers/locale.js';
import { PointerPatience } from './controllers/pointer-patience.js';
import { Portal } from './controllers/portal.js';
import { Portions } from './controllers/portions.js';
import { reportFault, reportTheme } from './controllers/report.js';
import { ThemeSheet } from './controllers/theme-sheet.js';
import { warmUp } from './controllers/warm-up.js';
import type { UserEvent } from './domain/user-events.js';
import { createEmit, type AspirePayEventMap } from './events.js';
import { Journeys } from './journeys/journeys.js';
import type { Messages } from './locales/en.js';
import { version } from './version.js';
import type { ViewContext } from './views/context.js';
import { room, whole } from './views/whole.js';

/**
 * Shows the open invoices of each contract and takes a bank debit for a **contract**, through the endpoint a finance company runs.
 * Tokens (`--aspire-pay-*`) are listed with their types in domain/tokens.ts, with role and default in token-docs.ts and the README.
 *
 * @tag aspire-pay
 * @summary Open invoices by contract, and payment of a contract by bank debit.
 *
 * @fires {CustomEvent<ReadyDetail>} aspire-pay-ready - Session and contracts are on screen for the first time.
 * @fires {CustomEvent<SubmitDetail>} aspire-pay-submit - Before anything is remembered or sent; cancel it to hold the payment.
 * @fires {CustomEvent<SubmittedDetail>} aspire-pay-submitted - The endpoint holds the payment.
 * @fires {CustomEvent<RefusedDetail>} aspire-pay-refused - Nothing was paid, and the key is void.
 * @fires {CustomEvent<UnknownDetail>} aspire-pay-unknown - The outcome is not known yet; settles by itself.
 * @fires {CustomEvent<CanceledDetail>} aspire-pay-canceled - The endpoint has taken the payer's request to cancel a payment.
 * @fires {CustomEvent<object>} aspire-pay-auth-required - Nobody is signed in.
 * @fires {CustomEvent<SignedInDetail>} aspire-pay-signed-in - Somebody signed in by a mailed code; ids and the session's end, no token.
 * @fires {CustomEvent<ErrorDetail>} aspire-pay-error - Something went wrong; a code and a sentence for the integrator.
 * @fires {CustomEvent<ViewChangeDetail>} aspire-pay-view-change - Another view or another step of paying.
 * @fires {CustomEvent<DiagnosticDetail>} aspire-pay-diagnostic - A request has ended: which, how, after how long. No id, no sum.
 *
 * @slot bank - Bank fields of the page's own, driven by `bankSource`, in place of the element's while an account is being entered.
 * @slot signed-out - The site's own way to sign in, shown while nobody is.
 * @slot logo - The site's own logo in place of the lender's logo or name.
 *
 * @cssstate loading - Session and contracts are on their way for the first time.
 * @cssstate failed - They could not be had.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate offline - The browser has no connection; the last figures stay.
 * @cssstate stale - The last refresh failed; the figures are older than they should be.
 * @cssstate paying - A payment is being made: form, review or one of its results.
 * @cssstate checking - The outcome of a payment is not known yet.
 * @csspart header - Lender, freshness, Refresh.
 * @csspart nav - The views.
 * @csspart heading - Heading of a view; takes the focus on each step.
 * @csspart total - A large sum.
 * @csspart contract - One contract.
 * @csspart table - Wrapper of a table.
 * @csspart status - Word and icon of a status.
 * @csspart notice - A notice.
 * @csspart button - Every button but those of the navigation.
 * @csspart button-primary - The one that acts.
 * @csspart field - Every input and select but ticks and radio buttons.
 */
export class AspirePay extends LitElement {
  /** Version of the package. */
  static readonly version = version;
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    endpoint: { converter: orElse('') },
    contract: { converter: orElse(undefined) },
    view: {},
    locale: {},
    theme: { reflect: true },
    credentials: { converter: orElse('same-origin') },
    headingLevel: { type: Number, converter: numberOrElse(2), attribute: 'heading-level' },
    getToken: { attribute: false },
    transport: { attribute: false },
    bankSource: { attribute: false },
    messages: { attribute: false },
  };

  /** Base address of the endpoint API, such as `/api/aspire-pay/v1`: `https:` only, localhost excepted; without `?` and `#`. */
  endpoint = '';
  /** Id of the one contract to show; all of the payer's when absent. */
  contract: string | undefined;
  /** The view shown first, and again whenever this changes. */
  view: 'contracts' | 'payments' | 'bank-accounts' = 'contracts';
  /** BCP 47 tag of words, money and dates; the nearest `lang` when absent, then the browser's language. */
  locale: string | undefined;
  /** Follows the page's `color-scheme` unless `light` or `dark`. */
  theme: 'auto' | 'light' | 'dark' = 'auto';
  /** As `fetch` has it; `same-origin` by default. */
  credentials: 'omit' | 'same-origin' | 'include' = 'same-origin';
  /** Level of the view's heading, 1 to 5; 2 by default. */
  headingLevel = 2;

  /** Resolves to a bearer token for the endpoint; called before the first request and once more on a 401. Without it the site's cookie signs in. */
  getToken: (() => Promise<string>) | undefined;
  /** Performs one request in place of `fetch`; retries, keys and recovery stay the element's own. */
  transport: Transport | undefined;
  /** Bank fields of the page's own in place of the element's: hosted fields, a tokeniser, an instant verification. Goes with the slot `bank`. */
  bankSource: BankSource | undefined;
  /** Words of the page's own in place of the element's: any of {@link Messages}, laid over the language that is spoken. */
  messages: Messages | undefined;

  readonly #emit = createEmit(this);
  readonly #locale = new LocaleController({
    host: this,
    attribute: () => this.locale,
    english: () => this.#journeys.words,
    messages: () => this.messages,
    onChange: () => this.requestUpdate(),
    onFault: () => reportFault(this.#emit, 'language-failed'),
  });
  readonly #announcer = new Announcer();
  readonly #focus = new ElementFocus(this);
  readonly #patience = new PointerPatience(this);
  readonly #portions = new Portions(this, () => this.#shown.portfolio);
  readonly #states = new HostStates(this);
  readonly #theme = new ThemeSheet((names) => reportTheme(this.#emit, names));
  readonly #portal = new Portal({
    contractId: () => (this.contract === '' ? undefined : this.contract),
    locale: () => this.#locale.locale,
    bankSource: () => this.bankSource,
    emit: this.#emit,
    onChange: () => this.requestUpdate(),
  });
  readonly #line = new EndpointLine({ host: this, portal: this.#portal, emit: this.#emit, onLeft: () => this.#journeys.forget() });

  readonly #journeys = new Journeys({
    host: this,
    answer: (event) => this.#answer(event),
    onCome: (parts) => this.#portal.equip(parts),
    onFailed: () => reportFault(this.#emit, 'part-failed'),
  });
  /** What is said, drawn and given the focus in one update. */
  #shown = this.#journeys.hold(this.#portal);

  readonly #bankSlot = new BankSlot({
    onEdited: (type) => this.#portal.handle({ type }),
    onFailed: () => reportFault(this.#emit, 'bank-source-failed'),
  });
  readonly #whenHidden = (): void => this.#portal.forgetDigits();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#whenHidden);
    this.#locale.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#whenHidden);
    this.#locale.disconnect();
  }

  /** Reads session and contracts again, and the payments where they are shown. Resolves when the new data, or why there is none, is on screen. */
  async refresh(): Promise<void> {
    await this.#portal.refresh();
    await this.updateComplete;
  }

  /** Opens the payment of a contract; without one, of the only contract or of all. Does nothing where that can't be paid. */
  pay(contractId?: string): void {
    const event = this.#portal.setOut(contractId);
    if (event) this.#journeys.take(event);
  }

  /** Moves the focus to the heading of the view. */
  override focus(options?: FocusOptions): void {
    this.#focus.toHeading(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#locale.choose();
    this.#line.follow();
    if (changed.has('view')) this.#portal.choose(this.view);
    this.#shown = this.#journeys.hold(this.#portal);
    // What changes while the first words are on their way is said when they are there.
    const said = { ...this.#shown, ...this.#focus.place };
    if (!this.hasUpdated || !this.#locale.isWaiting) this.#announcer.note(said, this.#locale, this.#journeys.parts);
    this.#states.show(this.#portal);
    this.#focus.hold(this.#portal.payment);
  }

  protected override firstUpdated(): void {
    void warmUp(() => this.#locale.format);
  }

  /** The room alone is no drawing. */
  protected override getUpdateComplete(): Promise<boolean> {
    const done = super.getUpdateComplete();
    return this.#portions.hasBegun ? done : done.then(() => this.#portions.begun).then(() => super.getUpdateComplete());
  }

  protected override updated(): void {
    const { portfolio, isEnteringAccount } = this.#portal;
    this.#theme.follow(portfolio, this.shadowRoot);
    const focus = this.#focus.after(this.#shown);
    void this.updateComplete.then(() => {
      focus();
      this.#bankSlot.follow(isEnteringAccount ? this.bankSource : undefined);
    });
  }

  /** What a press leads to is there. */
  #answer(event: UserEvent): void {
    const { receipts } = this.#journeys.parts;
    const { receipt } = this.#portal;
    if (event.type === 'printPressed') receipts?.print(this);
    else if (event.type === 'savePressed' && receipt) receipts?.save(receipt, this.#context);
    else if (event.type === 'fieldLeft' || event.type === 'detailLeft') this.#patience.do(() => this.#portal.handle(event));
    else this.#portal.handle(event);
  }

  get #context(): ViewContext {
    const { words, format, direction } = this.#locale;
    const { session } = this.#portal.portfolio;
    const hasBankSource = this.bankSource !== undefined;
    const send = (event: UserEvent): void => this.#journeys.take(event);
    return { words, format, direction, send, headingLevel: this.headingLevel, session, hasBankSource };
  }

  protected override render(): TemplateResult {
    if (!this.#portions.hasBegun) return room;
    const { polite, urgent } = this.#announcer;
    const hasOwnWay = this.querySelector(':scope > [slot="signed-out"]') !== null;
    const rest = { isReserved: this.#states.isReserved, isHushed: this.#locale.isWaiting, portion: this.#portions.most };
    return whole(this.#shown, { screens: this.#journeys.parts, hasOwnWay, polite, urgent, ...rest }, this.#context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspire-pay': AspirePay;
  }
  interface HTMLElementEventMap extends AspirePayEventMap {}
}
