/**
 * A page with the element on it, without what is drawn: the same controllers wired the same way, over a tab of the test's.
 * Must not know which test it is for.
 */
import type { Contract } from '../../src/api/index.js';
import type { BankSource } from '../../src/client/bank-source.js';
import { Announcer } from '../../src/controllers/announcer.js';
import { Connection } from '../../src/controllers/connection.js';
import { Portal } from '../../src/controllers/portal.js';
import type { BankAccountsState } from '../../src/domain/bank-accounts.js';
import { createFormat } from '../../src/domain/format.js';
import type { ShownHistory } from '../../src/domain/history.js';
import type { PaymentState, PaymentStateName } from '../../src/domain/payment.js';
import { isBroken, type PortfolioState } from '../../src/domain/portfolio.js';
import type { UserEvent } from '../../src/domain/user-events.js';
import { createEmit, type AspirePayEventName } from '../../src/events.js';
import { here } from '../../src/journeys/script.js';
import { en } from '../../src/locales/en.js';
import { contracts, payers, type Endpoint } from './endpoint.js';
import { openTab, textOf, type Tab, type TabOptions } from './environment.js';

const eventNames: readonly AspirePayEventName[] = [
  'aspire-pay-ready',
  'aspire-pay-submit',
  'aspire-pay-submitted',
  'aspire-pay-refused',
  'aspire-pay-unknown',
  'aspire-pay-canceled',
  'aspire-pay-auth-required',
  'aspire-pay-signed-in',
  'aspire-pay-error',
  'aspire-pay-view-change',
  'aspire-pay-diagnostic',
];

/** Steps and requests are no news of a payment. */
const unkept: readonly AspirePayEventName[] = ['aspire-pay-view-change', 'aspire-pay-diagnostic'];

export interface PageOptions extends Partial<Omit<TabOptions, 'clock' | 'base'>> {
  readonly contract?: string;
  /** The parts of the journeys come later, as a test has them come. */
  readonly hasParts?: false;
}

type Named<Name extends PaymentStateName> = Extract<PaymentState, { name: Name }>;

export class PayerPage {
  readonly endpoint: Endpoint;
  readonly tab: Tab;
  /** The page's own listeners may be added here. */
  readonly host = new EventTarget();
  /** Everything that was told to the integrator, but for steps and requests. */
  readonly events: { name: AspirePayEventName; detail: unknown }[] = [];
  /** Every state that was ever on screen. */
  readonly history: {
    portfolio: PortfolioState;
    payment: PaymentState;
    history: ShownHistory | undefined;
    bankAccounts: BankAccountsState | undefined;
  }[] = [];
  /** What was said aloud, in order. */
  readonly said: string[] = [];
  /** Bearer token the callback gives; undefined for none. */
  token: string | undefined;
  /** Whether the page has given a token callback at all. */
  hasCallback = true;
  /** The page's own bank fields; none where undefined. */
  bankSource: BankSource | undefined;
  /** How often the callback was asked. */
  tokenCalls = 0;
  readonly #announcer = new Announcer();
  readonly #emit = createEmit(this.host);
  readonly #contract: string | undefined;
  readonly portal: Portal;

  constructor(endpoint: Endpoint, { contract, hasParts, ...options }: PageOptions = {}) {
    this.endpoint = endpoint;
    this.#contract = contract;
    this.tab = openTab({ clock: endpoint.clock, base: endpoint.base, ...options });
    this.token = endpoint.world.tokens[payers.baker];
    for (const name of eventNames) {
      this.host.addEventListener(name, (event) => {
        if (!unkept.includes(name)) this.events.push({ name, detail: (event as CustomEvent<unknown>).detail });
      });
    }
    this.portal = new Portal({
      contractId: () => this.#contract,
      locale: () => 'en-US',
      bankSource: () => this.bankSource,
      emit: this.#emit,
      onChange: () => this.#draw(),
    });
    if (hasParts !== false) this.portal.equip(here);
  }

  #draw(): void {
    const { portfolio, payment, signIn, sessionEnd, bankAccounts, history } = this.portal;
    const shown = { portfolio, payment, signIn, sessionEnd, bankAccounts, history };
    const before = [this.#announcer.polite, this.#announcer.urgent];
    this.history.push(shown);
    this.#announcer.note(shown, { words: en, format: createFormat('en-US') }, here);
    [this.#announcer.polite, this.#announcer.urgent].forEach((text, region) => {
      if (text !== '' && text !== before[region]) this.said.push(text.trim());
    });
  }

  get state(): PaymentState {
    return this.portal.payment;
  }

  get portfolio(): PortfolioState {
    return this.portal.portfolio;
  }

  get bankAccounts(): BankAccountsState {
    const { bankAccounts } = this.portal;
    if (!bankAccounts) throw new Error('The bank accounts are not on screen.');
    return bankAccounts;
  }

  /** The Bank accounts view, with its list there. */
  async seeAccounts(): Promise<void> {
    this.send({ type: 'viewChosen', view: 'bank-accounts' });
    await this.endpoint.clock.until(() => this.bankAccounts.status !== 'loading', 'the bank accounts');
  }

  /** The state by its name, or an error that says which one it is. */
  in<Name extends PaymentStateName>(name: Name): Named<Name> {
    const { state } = this;
    if (state.name !== name) throw new Error(`The payment is ${state.name}, not ${name}.`);
    return state as Named<Name>;
  }

  /** A whole contract on the page shown. */
  contract(id: string): Contract {
    const line = this.portfolio.contracts.find((shown): shown is Contract => shown.id === id && !isBroken(shown));
    if (!line) throw new Error(`The contract ${id} is not on the page.`);
    return line;
  }

  /** The attribute points at an endpoint: the first, or another one. */
  connect(endpoint: Endpoint = this.endpoint): void {
    const { environment } = this.tab;
    const getToken = (): Promise<string> => {
      this.tokenCalls += 1;
      return Promise.resolve(this.token ?? '');
    };
    this.portal.connect(
      new Connection({
        base: endpoint.base,
        environment,
        credentials: 'same-origin',
        getToken: () => (this.hasCallback ? getToken : undefined),
        emit: this.#emit,
      }),
    );
  }

  /** The element leaves the page. */
  disconnect(): void {
    this.portal.disconnect();
  }

  /** Opens the list and waits for it. */
  async see(): Promise<void> {
    this.connect();
    await this.endpoint.clock.until(() => this.portfolio.status !== 'loading', 'the contracts');
  }

  send(...events: readonly UserEvent[]): void {
    for (const event of events) this.portal.handle(event);
  }

  /** Waits until the payment has come to a step. */
  async reach<Name extends PaymentStateName>(name: Name): Promise<Named<Name>> {
    await this.endpoint.clock.until(() => this.state.name === name, `${name}; it is ${this.state.name}`);
    return this.in(name);
  }

  /** *Pay this contract*, with the saved accounts there. */
  async openForm(contractId: string = contracts.pastDue): Promise<void> {
    this.send({ type: 'payPressed', contractId });
    if (this.state.name === 'warned') this.send({ type: 'additionPressed' });
    await this.endpoint.clock.until(() => this.state.name === 'editing' && this.state.accounts.status !== 'loading', 'the accounts');
  }

  /** From the list to a review that can be authorized: ticked, and no longer too fresh. */
  async review(contractId: string = contracts.pastDue): Promise<Named<'reviewing'>> {
    await this.openForm(contractId);
    this.send({ type: 'reviewPressed' });
    await this.reach('reviewing');
    await this.endpoint.clock.advance(500);
    this.send({ type: 'authorizationTicked', isOn: true });
    return this.in('reviewing');
  }

  authorize(): void {
    this.send({ type: 'authorizePressed', isTrusted: true });
  }

  /** Names of the events, in order. */
  get told(): string[] {
    return this.events.map(({ name }) => name);
  }

  /** Everything that was ever shown, told or stored, as text to search in. */
  everything(): string {
    const replace = (_key: string, value: unknown): unknown => (value instanceof Map ? [...(value as Map<unknown, unknown>)] : value);
    const kept = this.tab.environment.stores.map(textOf).join('\n');
    return JSON.stringify([this.history, this.events, this.said], replace) + kept;
  }
}
