/**
 * Where the focus goes after each drawing, whatever is on screen: each of the keepers looks after what is its own.
 * Knows the order they look in, and none of their rules.
 */
import type { BankAccountsState } from '../domain/bank-accounts.js';
import type { ShownHistory } from '../domain/history.js';
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import { AccountFocus } from './account-focus.js';
import { isAway } from './focus-in.js';
import { FocusKeeper } from './focus-keeper.js';
import { HistoryFocus } from './history-focus.js';
import { ListFocus } from './list-focus.js';

interface Drawn {
  readonly portfolio: PortfolioState;
  readonly payment: PaymentState;
  readonly signIn: SignInState;
  readonly sessionEnd: SessionEndState | undefined;
  readonly bankAccounts: BankAccountsState | undefined;
  readonly history: ShownHistory | undefined;
}

export class ElementFocus {
  readonly #host: HTMLElement;
  #wasHere = false;
  readonly #steps: FocusKeeper;
  readonly #list: ListFocus;
  readonly #accounts: AccountFocus;
  readonly #history: HistoryFocus;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#steps = new FocusKeeper(host);
    this.#list = new ListFocus(host);
    this.#accounts = new AccountFocus(host);
    this.#history = new HistoryFocus(host);
  }

  get #isHere(): boolean {
    return Boolean(this.#host.shadowRoot?.activeElement);
  }

  /** What decides whether something is heard by the focus alone. */
  get place(): { readonly isInCode: boolean; readonly isAway: boolean } {
    return { isInCode: this.#host.shadowRoot?.activeElement?.id === 'code', isAway: isAway(this.#host) };
  }

  toHeading(options?: FocusOptions): void {
    this.#steps.toHeading(options);
  }

  /** Before a drawing. */
  hold(payment: PaymentState): void {
    this.#wasHere = this.#isHere;
    this.#steps.look(payment);
    this.#history.hold();
  }

  /** After one, with what was drawn. Gives what is to be done once the update is over: a field that loses the focus speaks up. */
  after({ portfolio, payment, signIn, sessionEnd, bankAccounts, history }: Drawn): () => void {
    const note = sessionEnd ? (sessionEnd.step === 'code' ? 'code' : 'warned') : 'none';
    const isSignedOut = portfolio.status === 'signed-out';
    return () => {
      this.#steps.follow(payment);
      this.#steps.followAround({ signIn, note, isSignedOut });
      this.#list.follow(portfolio);
      this.#accounts.follow(bankAccounts);
      this.#history.follow(history);
      // What had it is gone, and none of the keepers knew where to: whoever works by the keyboard must not begin at the top of the page.
      if (this.#wasHere && !this.#isHere) this.toHeading();
    };
  }
}
