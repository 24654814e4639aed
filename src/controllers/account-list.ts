/**
 * Reads a page of the payer's bank accounts, keeps it fresh while it is shown, and on screen when a refresh fails.
 * Never writes.
 */
import type { BankAccountPage } from '../api/index.js';
import { unreadAccounts, type AccountListState } from '../domain/bank-accounts.js';
import type { Fault } from '../domain/errors.js';
import type { AccountLine } from './account-entry.js';
import { PageTrail } from './page-trail.js';
import { poll } from './poll.js';

export const accountsPerPage = 20;

export interface AccountListOptions {
  /** Undefined while nobody is known. */
  readonly line: () => AccountLine | undefined;
  readonly onChange: () => void;
  readonly onFault: (fault: Fault) => void;
}

export class AccountList {
  readonly #options: AccountListOptions;
  readonly #trail = new PageTrail();
  #state = unreadAccounts;
  #reading: AbortController | undefined;
  #alive: AbortController | undefined;

  constructor(options: AccountListOptions) {
    this.#options = options;
  }

  get state(): AccountListState {
    return this.#state;
  }

  /** Somebody is looking: reads, and keeps up until stopped. */
  start(): void {
    const { environment } = this.#options.line() ?? {};
    if (!environment || this.#alive) return;
    const alive = (this.#alive = new AbortController());
    const stop = environment.onWake(() => {
      if (environment.isOnline()) void this.refresh();
    });
    alive.signal.addEventListener('abort', stop);
    void poll(environment, alive.signal, async () => {
      if (this.#state.status === 'ready') await this.refresh();
    });
    void this.refresh();
  }

  stop(): void {
    this.#alive?.abort();
    this.#alive = undefined;
    this.#reading?.abort();
    this.#set({ isRefreshing: false });
  }

  /** Forgets everything: another person, or another endpoint. */
  reset(): void {
    this.stop();
    this.#trail.reset();
    this.#state = unreadAccounts;
  }

  turn(to: 'next' | 'previous'): void {
    if (this.#trail.turn(to)) void this.refresh();
  }

  /** It is gone; the next reading fills its place. */
  drop(accountId: string): void {
    this.#set({ accounts: this.#state.accounts.filter(({ id }) => id !== accountId) });
  }

  /** True where the newest page could be had; false also where another reading has overtaken this one. */
  async refresh(): Promise<boolean> {
    const line = this.#options.line();
    if (!line) return false;
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#set({ isRefreshing: true });
    const found = await line.client.bankAccounts(this.#trail.cursor, accountsPerPage, signal);
    if (signal.aborted) return false;
    if (!found.ok) {
      this.#fail(found.fault);
      return false;
    }
    if (this.#isBeyond(found.value)) return this.refresh();
    this.#show(found.value);
    return true;
  }

  /** The last account of the last page was removed: the page before is the last one now. */
  #isBeyond(page: BankAccountPage): boolean {
    if (page.items.length > 0 || this.#trail.index === 0) return false;
    this.#trail.arrive(page.nextCursor);
    return this.#trail.turn('previous');
  }

  #show({ items, nextCursor, asOf }: BankAccountPage): void {
    this.#trail.arrive(nextCursor);
    this.#state = {
      status: 'ready',
      accounts: items,
      offset: this.#trail.index * accountsPerPage,
      hasNext: nextCursor !== null,
      asOf,
      isRefreshing: false,
      isStale: false,
    };
    this.#options.onChange();
  }

  #fail(fault: Fault): void {
    this.#trail.retreat();
    const hasData = this.#state.status === 'ready';
    this.#set({ status: hasData ? 'ready' : 'failed', isStale: hasData, isRefreshing: false, fault });
    this.#options.onFault(fault);
  }

  #set(patch: Partial<AccountListState>): void {
    this.#state = { ...this.#state, ...patch };
    this.#options.onChange();
  }
}
