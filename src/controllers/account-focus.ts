/**
 * Moves the focus where the payer's eyes go in the Bank accounts view: to the heading when the form comes or goes, to what needs
 * a correction, to the question in a row, and back to where that was asked.
 */
import type { BankAccountsState } from '../domain/bank-accounts.js';
import { focusIn } from './focus-in.js';

/** The id of what is to have the focus after a change, or undefined where it stays. */
const target = (before: BankAccountsState, now: BankAccountsState): readonly string[] => {
  if ((before.form === undefined) !== (now.form === undefined)) return ['view'];
  if (now.form && before.form && now.form.attempts > before.form.attempts) return ['summary', 'view'];
  if (now.news && now.news !== before.news) return ['view'];
  if (before.offset !== now.offset) return ['view'];
  if (now.removal && now.removal.step !== 'sending' && now.removal !== before.removal) return ['removal'];
  const row = before.removal && !now.removal ? now.accounts.findIndex(({ id }) => id === before.removal?.accountId) : -1;
  return row < 0 ? [] : [`remove-${row}`, 'view'];
};

export class AccountFocus {
  readonly #host: HTMLElement;
  #before: BankAccountsState | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** After each drawing; undefined while the view is not on screen. */
  follow(now: BankAccountsState | undefined): void {
    const before = this.#before;
    this.#before = now;
    if (!before || !now) return;
    focusIn(this.#host, ...target(before, now));
  }
}
