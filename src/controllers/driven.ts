/**
 * What drives the journeys beside the list of contracts: paying, the payments made so far, the bank accounts. Each is there once its part
 * has come, and until then it is as if nobody had set out on it. Must not know which view is shown.
 */
import type { Session } from '../api/index.js';
import type { OpenEntry } from '../domain/portfolio.js';
import { isForm, type PaymentState } from '../domain/payment.js';
import type { BankAccountsController, BankAccountsOptions } from './bank-accounts.js';
import type { Drivers } from './drivers.js';
import type { HistoryController, HistoryOptions } from './history.js';
import { openEntries } from './open-entries.js';
import type { PaymentController } from './payment.js';
import type { PaymentOptions } from './stage.js';

export interface DrivenOptions extends HistoryOptions, PaymentOptions, Omit<BankAccountsOptions, 'onChange'> {
  readonly bankSource: BankAccountsOptions['bankSource'];
  /** Something is to be drawn anew in the view of the bank accounts. */
  readonly onAccounts: () => void;
}

export class Driven {
  readonly #options: DrivenOptions;
  payment: PaymentController | undefined;
  history: HistoryController | undefined;
  accounts: BankAccountsController | undefined;
  /** Payments whose end isn't known, until what asks for it is there. */
  #open: readonly OpenEntry[] = [];

  constructor(options: DrivenOptions) {
    this.#options = options;
  }

  /** What has come drives its journey from now on. */
  equip({ paying, payments, 'bank-accounts': accounts }: Drivers): void {
    const session = this.#options.session();
    if (payments && !this.history) {
      this.history = new payments.HistoryController(this.#options);
      if (session) this.history.begin(session);
    }
    if (paying && !this.payment) {
      // What another tab has begun since takes nobody's screen.
      const isShown = this.#open.length > 0;
      this.#open = [];
      this.payment = new paying.PaymentController(this.#options);
      if (session) this.payment.begin(session, isShown);
    }
    if (accounts && !this.accounts) {
      this.accounts = new accounts.BankAccountsController({ ...this.#options, onChange: this.#options.onAccounts });
      if (session) this.accounts.begin(session, this.#options.connection());
    }
  }

  /** Somebody is signed in. */
  begin(session: Session): void {
    const connection = this.#options.connection();
    this.history?.begin(session);
    if (this.payment) this.payment.begin(session);
    else if (connection) this.#open = openEntries(connection, session);
    this.accounts?.begin(session, connection);
  }

  /** Nobody is. */
  end(): void {
    this.accounts?.end(); // First: without a session its view is gone, and with that what was typed there.
    this.history?.end();
    this.payment?.end();
    this.#open = [];
  }

  get step(): PaymentState {
    return this.payment?.state ?? { name: 'idle' };
  }

  /** Payments whose end isn't known. */
  get checking(): readonly OpenEntry[] {
    return this.payment?.checking ?? this.#open;
  }

  /** Whether what was typed waits for its payer. */
  get isKept(): boolean {
    return this.payment?.isKept === true || this.accounts?.isKept === true;
  }

  /** Whether a new account is being entered, in paying or on its own. */
  get isEnteringAccount(): boolean {
    const { step } = this;
    if (step.name === 'idle') return this.accounts?.isEntering === true;
    return isForm(step) && step.draft.accountId === 'new';
  }

  forgetKept(): void {
    for (const typed of [this.payment, this.accounts]) typed?.forgetKept();
  }

  forgetDigits(): void {
    for (const typed of [this.payment, this.accounts]) typed?.forgetDigits();
  }

  /** Reads again what of it is shown. */
  async refresh(): Promise<void> {
    await Promise.all([this.accounts?.refresh(), this.history?.refresh()]);
  }
}
