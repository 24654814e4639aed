/**
 * The saved accounts a payer chooses from while paying: read whole, page by page, with what was added since.
 * Knows nothing of the form they are shown in.
 */
import type { BankAccount } from '../api/index.js';
import type { AccountsState } from '../domain/payment.js';
import type { PayerScope } from './payer-scope.js';
import type { Stage } from './stage.js';

/** An endpoint whose list never ends must not be read for ever. */
const maxPages = 20;

export class FormAccounts {
  readonly #stage: Stage;
  readonly #onShow: () => void;
  #state: AccountsState = { status: 'loading' };
  /** The reading that counts: the last one begun. */
  #loading: symbol | undefined;

  constructor(stage: Stage, onShow: () => void) {
    this.#stage = stage;
    this.#onShow = onShow;
  }

  get state(): AccountsState {
    return this.#state;
  }

  /** Those that are there; none while they aren't. */
  get all(): readonly BankAccount[] {
    return this.#state.status === 'ready' ? this.#state.accounts : [];
  }

  /** Those that can be paid from. */
  usable(currency: string): readonly BankAccount[] {
    return this.all.filter((account) => account.status === 'usable' && account.currency === currency);
  }

  async load(): Promise<void> {
    const { scope } = this.#stage;
    this.#show({ status: 'loading' });
    if (!scope) return;
    const loading = (this.#loading = Symbol('loading'));
    const accounts: BankAccount[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const found = await scope.client.bankAccounts(cursor);
      // Another form has asked since, or another payer.
      if (loading !== this.#loading || scope !== this.#stage.scope) return;
      if (!found.ok) {
        this.#show({ status: 'failed', fault: found.fault });
        if (found.fault.code === 'unauthenticated') this.#stage.options.onSignedOut();
        return;
      }
      accounts.push(...found.value.items);
      cursor = found.value.nextCursor ?? undefined;
      if (cursor === undefined) break;
    }
    this.#show({ status: 'ready', accounts });
  }

  /** The endpoint has taken it for this payer. Where the others aren't there, it comes with them. */
  add(account: BankAccount, scope: PayerScope): void {
    if (scope !== this.#stage.scope) return;
    if (this.#state.status !== 'ready') void this.load();
    else if (!this.all.some(({ id }) => id === account.id)) this.#show({ status: 'ready', accounts: [...this.all, account] });
  }

  #show(state: AccountsState): void {
    this.#state = state;
    this.#onShow();
  }
}
