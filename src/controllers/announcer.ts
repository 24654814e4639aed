/**
 * Says each change once, for those who don't see it. Compares what was with what is; decides nothing.
 */
import type { HistoryState } from '../domain/history.js';
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import type { Format } from '../domain/format.js';
import type { Words } from '../locales/en.js';
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

const ofPaying = (before: PaymentState, now: PaymentState, { words, format }: Voice): Announcement | undefined => {
  const say = words.announcements;
  if (now.name === 'reviewing' && now.notice !== undefined && now !== before) return urgent(words.review.notices[now.notice]);
  if (now.name === 'editing' && now.faults.length > 0 && before.name !== 'editing') {
    const corrections = words.form.corrections(now.faults.length, format.count(now.faults.length));
    // The authorized payment was refused at its fields: that nothing was paid comes first.
    return urgent(before.name === 'submitting' ? `${words.refused.nothing} ${corrections}.` : corrections);
  }
  if (before.name === now.name) return undefined;
  switch (now.name) {
    case 'previewing':
      return polite(say.preparing);
    case 'reviewing':
      return polite(say.review);
    case 'submitting':
      return polite(say.sending);
    case 'editing':
      return now.fault ? urgent(say.noReview) : undefined;
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

/** The same sentence twice is told apart by a trailing space, or it would be kept quiet. */
const sayAnew = (before: string, text: string, isStep: boolean): string => {
  if (text === '') return isStep ? '' : before;
  return before === text ? `${text}\u00a0` : text;
};

interface Shown {
  readonly portfolio: PortfolioState;
  readonly payment: PaymentState;
  /** The payments made so far, where they are on screen instead of the contracts. */
  readonly history?: HistoryState | undefined;
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
      ofAccess(before.portfolio, now.portfolio, voice) ??
        (now.history ? ofHistory(before.history, now.history, voice) : ofContracts(before.portfolio, now.portfolio, voice)),
    ];
    const textOf = (isUrgent: boolean): string => said.flatMap((one) => (one?.isUrgent === isUrgent ? [one.text] : [])).join(' ');
    // What was said of the last step is not left for somebody to find on this one.
    const isStep = before.payment.name !== now.payment.name;
    this.#urgent = sayAnew(this.#urgent, textOf(true), isStep);
    this.#polite = sayAnew(this.#polite, textOf(false), isStep);
  }
}
