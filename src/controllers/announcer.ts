/**
 * Says each change once, for those who don't see it. Compares what was with what is; decides nothing.
 */
import type { BankAccountsState } from '../domain/bank-accounts.js';
import type { HistoryState } from '../domain/history.js';
import type { Draft, PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import type { Format } from '../domain/format.js';
import type { Words } from '../locales/en.js';
import { ofAccounts } from './account-announcements.js';
import { ofHistory } from './history-announcements.js';

export interface Announcement {
  readonly text: string;
  /** Interrupts: something needs the payer now. */
  readonly isUrgent: boolean;
}

type Voice = { readonly words: Words; readonly format: Format };

const polite = (text: string): Announcement => ({ text, isUrgent: false });
const urgent = (text: string): Announcement => ({ text, isUrgent: true });

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
  // A search, another order or another page has brought another list.
  return before.offset !== now.offset || before.total !== now.total ? polite(say.loaded(now.total, format.count(now.total))) : undefined;
};

/** A contract was taken out of the payment, or put into it. */
const ofLines = (before: Draft, now: Draft, { words }: Voice): Announcement | undefined => {
  const { removed, added } = words.announcements;
  const out = now.left.find((contract) => !before.left.includes(contract));
  if (out) return polite(removed(out.number));
  const back = before.left.find((contract) => !now.left.includes(contract));
  return back && polite(added(back.number));
};

/** Another step than before. */
const ofStep = (before: PaymentState, now: PaymentState, say: Words['announcements']): Announcement | undefined => {
  switch (now.name) {
    case 'previewing':
      return polite(say.preparing);
    case 'reviewing':
      return polite(say.review);
    case 'submitting':
      return polite(say.sending);
    case 'gathering':
      return polite(say.gathering);
    case 'editing':
      if (before.name === 'gathering') return polite(say.payAll);
      if (now.fault) return urgent(say.noReview);
      // Nothing is wrong, and there is no review: the account was not given after all.
      return before.name === 'previewing' ? polite(say.notGiven) : undefined;
    case 'accepted':
      return urgent(say.accepted);
    case 'refused':
      return urgent(say.refused);
    case 'changed':
      return urgent(say.changed);
    case 'checking':
      return urgent(say.checking);
    case 'idle':
    case 'warned':
      return undefined;
  }
};

const ofPaying = (before: PaymentState, now: PaymentState, { words, format }: Voice): Announcement | undefined => {
  const say = words.announcements;
  if (now.name === 'reviewing' && now.notice !== undefined && now !== before) return urgent(words.review.notices[now.notice]);
  if (now.name === 'editing' && now.faults.length > 0 && before.name !== 'editing') {
    const corrections = words.form.corrections(now.faults.length, format.count(now.faults.length));
    // The authorized payment was refused at its fields: that nothing was paid comes first.
    return urgent(before.name === 'submitting' ? `${words.refused.nothing} ${corrections}.` : corrections);
  }
  if (before.name === 'editing' && now.name === 'editing') return ofLines(before.draft, now.draft, { words, format });
  if (now.name === 'gathering' && now.fault && now !== before) return urgent(say.notGathered);
  return before.name === now.name ? undefined : ofStep(before, now, say);
};

type SignInStep = Exclude<SignInState, { name: 'offered' }>;

/** A press that came to nothing: what is wrong, one thing or how many. */
const ofAttempt = ({ name, faults }: SignInStep, { words, format }: Voice): Announcement | undefined => {
  const wrong = name === 'code' ? faults.find(({ field }) => field === 'code') : undefined;
  if (wrong) {
    const { code, digits = 0 } = wrong;
    return urgent(words.fieldFaults[code]({ limit: '', nextDate: '', digits, shown: format.count(digits), example: '' }));
  }
  return faults.length > 0 ? urgent(`${words.form.corrections(faults.length, format.count(faults.length))}.`) : undefined;
};

const ofSigningIn = (before: SignInState, now: SignInState, voice: Voice): Announcement | undefined => {
  const { signIn, announcements: say } = voice.words;
  if (now.name === 'offered' || now === before) return undefined;
  if (now.name === 'code' && before.name !== 'code') return polite(say.codeSent);
  if (before.name === 'offered') return undefined;
  if (now.fault && now.fault !== before.fault) return urgent(signIn.faults[now.fault.of]);
  if (now.name === 'code' && before.name === 'code' && now.resent > before.resent) return polite(signIn.resent);
  return now.attempts > before.attempts ? ofAttempt(now, voice) : undefined;
};

const ofSession = (before: Shown, now: Shown, { words, format }: Voice): Announcement | undefined => {
  const { sessionEnd, announcements: say } = words;
  const zone = now.portfolio.session?.calendar.timeZone ?? 'UTC';
  if (!before.sessionEnd && now.sessionEnd) {
    return urgent(say.sessionEnds(format.time(now.sessionEnd.endsAt, zone)));
  }
  if (before.sessionEnd && !now.sessionEnd) return now.portfolio.status === 'ready' ? polite(say.sessionStays) : undefined;
  return now.sessionEnd?.step === 'failed' && before.sessionEnd?.step !== 'failed' ? urgent(sessionEnd.failed) : undefined;
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

  /** Takes note of what is on screen now. */
  note(now: Shown, voice: Voice): void {
    const before = this.#before;
    this.#before = now;
    if (!before) return;
    // Both may have moved in one drawing: neither keeps the other quiet.
    const said = [
      ofPaying(before.payment, now.payment, voice),
      ofSigningIn(before.signIn, now.signIn, voice),
      ofSession(before, now, voice),
      ofPart(before, now, voice),
      ofAccess(before.portfolio, now.portfolio, voice) ??
        (now.history ? ofHistory(before.history, now.history, voice) : ofContracts(before.portfolio, now.portfolio, voice)),
      before.bankAccounts && now.bankAccounts ? ofAccounts(before.bankAccounts, now.bankAccounts, voice) : undefined,
    ];
    const textOf = (isUrgent: boolean): string => said.flatMap((one) => (one?.isUrgent === isUrgent ? [one.text] : [])).join(' ');
    // What was said of the last step is not left for somebody to find on this one.
    const isStep = before.payment.name !== now.payment.name || before.signIn.name !== now.signIn.name;
    this.#urgent = sayAnew(this.#urgent, textOf(true), isStep);
    this.#polite = sayAnew(this.#polite, textOf(false), isStep);
  }
}
