/**
 * Says each change once, for those who don't see it. Compares what was with what is; decides nothing.
 * Entries that need a correction are left to the focus, which moves to their summary and is heard there.
 */
import type { BankAccountsState } from '../domain/bank-accounts.js';
import type { HistoryState } from '../domain/history.js';
import type { PaymentState } from '../domain/payment.js';
import { hasTurnedPage, type PortfolioState } from '../domain/portfolio.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import { polite, urgent, type Announcement, type Voice } from './announcement.js';
import type { Drivers } from './drivers.js';

/** Of contracts that are out of sight only what concerns every view. */
const ofAccess = (before: PortfolioState, now: PortfolioState, { words }: Voice): Announcement | undefined => {
  const say = words.announcements;
  if (before.isOffline !== now.isOffline && now.status === 'ready') return urgent(now.isOffline ? say.offline : say.online);
  if (before.status === now.status) return undefined;
  if (now.status === 'failed') return urgent(say.failed);
  return now.status === 'signed-out' ? polite(say.signedOut) : undefined;
};

const ofPart = (before: Shown, now: Shown, { words }: Voice): Announcement | undefined =>
  now.hasFailedPart === true && before.hasFailedPart !== true ? urgent(words.faults['part-failed']) : undefined;

const ofContracts = (before: PortfolioState, now: PortfolioState, { words, format }: Voice): Announcement | undefined => {
  const say = words.announcements;
  if (before.status !== now.status && now.status === 'ready') return polite(say.loaded(now.total, format.count(now.total)));
  if (!before.isStale && now.isStale) return polite(say.stale);
  if (now.query !== before.query || now.status !== 'ready') return undefined;
  const hasTurned = [...now.windows].some(([id, shown]) => before.windows.get(id)?.isLoading === true && !shown.isLoading && !shown.fault);
  if (hasTurned) return polite(say.invoices);
  if (hasTurnedPage(before, now)) {
    return polite(words.contracts.range(...format.range(now.offset, now.contracts.length), format.count(now.total)));
  }
  // A search or another order has brought another list.
  return before.listed !== now.listed || before.total !== now.total ? polite(say.loaded(now.total, format.count(now.total))) : undefined;
};

/** The same sentence twice is told apart by a trailing space, or it would be kept quiet. */
const sayAnew = (before: string, text: string, isStep: boolean): string => {
  if (text === '') return isStep ? '' : before;
  return before === text ? `${text}\u00a0` : text;
};

interface Shown {
  readonly portfolio: PortfolioState;
  readonly payment: PaymentState;
  readonly signIn: SignInState;
  readonly sessionEnd: SessionEndState | undefined;
  /** Undefined while the bank accounts are not on screen. */
  readonly bankAccounts?: BankAccountsState | undefined;
  /** The payments made so far, where they are on screen instead of the contracts. */
  readonly history?: HistoryState | undefined;
  /** A screen that was wanted could not be fetched. */
  readonly hasFailedPart?: boolean;
  /** The focus is in the field of a mailed code. */
  readonly isInCode?: boolean;
  /** The focus is at something else on the site's page. */
  readonly isAway?: boolean;
}

export class Announcer {
  #before: Shown | undefined;
  #polite = '';
  #urgent = '';

  get polite(): string {
    return this.#polite;
  }

  get urgent(): string {
    return this.#urgent;
  }

  /** Takes note of what is on screen now. Of a journey its own part speaks. */
  note(now: Shown, voice: Voice, { paying, payments, 'bank-accounts': accounts, 'signing-in': signingIn }: Drivers): void {
    const before = this.#before;
    this.#before = now;
    if (!before) return;
    const isAway = now.isAway === true;
    // Both may have moved in one drawing: neither keeps the other quiet.
    const said = [
      paying?.ofPaying(before.payment, now.payment, voice, isAway),
      signingIn?.ofSigningIn(before, now, voice),
      signingIn?.ofSession(before, now, voice),
      ofPart(before, now, voice),
      ofAccess(before.portfolio, now.portfolio, voice) ??
        (now.history
          ? payments?.ofHistory(before.history, now.history, voice, isAway)
          : ofContracts(before.portfolio, now.portfolio, voice)),
      before.bankAccounts && now.bankAccounts ? accounts?.ofAccounts(before.bankAccounts, now.bankAccounts, voice, isAway) : undefined,
    ];
    const textOf = (isUrgent: boolean): string => said.flatMap((one) => (one?.isUrgent === isUrgent ? [one.text] : [])).join(' ');
    // What was said of the last step is not left for somebody to find on this one.
    const isStep = before.payment.name !== now.payment.name || before.signIn.name !== now.signIn.name;
    this.#urgent = sayAnew(this.#urgent, textOf(true), isStep);
    this.#polite = sayAnew(this.#polite, textOf(false), isStep);
  }
}
