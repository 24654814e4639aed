/**
 * Removes an account after asking in its row. Gone is gone, whoever removed it; what is not known is read again.
 * Knows the list only by what it asks of it.
 */
import type { BankAccount } from '../api/index.js';
import type { Removal } from '../domain/bank-accounts.js';
import { isOutcomeUnknown, type Fault } from '../domain/errors.js';
import type { AccountLine } from './account-entry.js';

export interface AccountRemovalOptions {
  readonly line: () => AccountLine | undefined;
  readonly find: (accountId: string) => BankAccount | undefined;
  /** Reads the list again; false where it could not be had. */
  readonly reread: () => Promise<boolean>;
  readonly onChange: () => void;
  readonly onRemoved: (account: BankAccount) => void;
  readonly onFault: (fault: Fault) => void;
}

export class AccountRemoval {
  readonly #options: AccountRemovalOptions;
  #state: Removal | undefined;

  constructor(options: AccountRemovalOptions) {
    this.#options = options;
  }

  get state(): Removal | undefined {
    return this.#state;
  }

  ask(accountId: string): void {
    if (this.#state?.step === 'sending' || !this.#options.find(accountId)) return;
    this.#set({ accountId, step: 'asked' });
  }

  /** The account stays. What was sent can't be called back. */
  dismiss(): void {
    if (this.#state && this.#state.step !== 'sending') this.#set(undefined);
  }

  /** Another payer, or another view: no answer is waited for any more. */
  forget(): void {
    this.#state = undefined;
  }

  async confirm(): Promise<void> {
    const line = this.#options.line();
    const state = this.#state;
    const account = state && this.#options.find(state.accountId);
    if (!line || !account || state.step === 'sending') return;
    const sending: Removal = { accountId: account.id, step: 'sending' };
    this.#set(sending);
    const removed = await line.client.removeBankAccount(account.id);
    if (this.#state !== sending) return;
    if (removed.ok || removed.problem === 'not-found') this.#end(account);
    else if (removed.problem === 'account-in-use') this.#set({ accountId: account.id, step: 'in-use' });
    else if (isOutcomeUnknown(removed.fault)) await this.#lookAgain(account, sending, removed.fault);
    else this.#fail(account, removed.fault);
  }

  /** It may be gone all the same: the list knows. */
  async #lookAgain(account: BankAccount, sending: Removal, fault: Fault): Promise<void> {
    const isRead = await this.#options.reread();
    if (this.#state !== sending) return;
    if (isRead && !this.#options.find(account.id)) this.#end(account);
    else this.#fail(account, fault);
  }

  #fail({ id }: BankAccount, fault: Fault): void {
    this.#set({ accountId: id, step: 'failed', fault });
    this.#options.onFault(fault);
  }

  #end(account: BankAccount): void {
    this.#state = undefined;
    this.#options.onRemoved(account);
  }

  #set(state: Removal | undefined): void {
    this.#state = state;
    this.#options.onChange();
  }
}
