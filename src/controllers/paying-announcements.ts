/**
 * What is said of a payment being made: each step once. Compares what was with what is; decides nothing.
 */
import type { Draft, PaymentState } from '../domain/payment.js';
import type { Words } from '../locales/en.js';
import { polite, urgent, type Announcement, type Voice } from './announcement.js';

/** A contract was taken out of the payment, or put into it. */
const ofLines = (before: Draft, now: Draft, { words }: Voice): Announcement | undefined => {
  const { removed, added } = words.announcements;
  const out = now.left.find((contract) => !before.left.includes(contract));
  if (out) return polite(removed(out.number));
  const back = before.left.find((contract) => !now.left.includes(contract));
  return back && polite(added(back.number));
};

/** Another step than before. */
const ofStep = (before: PaymentState, now: PaymentState, words: Words): Announcement | undefined => {
  const say = words.announcements;
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
      return urgent(now.fault ? say.refused : words.refused.nothing);
    case 'changed':
      // What to do about it is not known before the contract is here: the heading and the page say that.
      return urgent(words.changed.nothing);
    case 'checking':
      return urgent(say.checking);
    case 'idle':
    case 'warned':
      return undefined;
  }
};

export const ofPaying = (before: PaymentState, now: PaymentState, voice: Voice): Announcement | undefined => {
  const { words } = voice;
  const say = words.announcements;
  if (now.name === 'reviewing' && now.notice !== undefined && now !== before) return urgent(words.review.notices[now.notice]);
  if (before.name === 'editing' && now.name === 'editing') {
    const haveFailed = now.accounts.status === 'failed' && before.accounts.status !== 'failed';
    return haveFailed ? urgent(words.form.accountsFailed) : ofLines(before.draft, now.draft, voice);
  }
  // The authorized payment was refused at its fields: the summary doesn't say that nothing was paid.
  if (now.name === 'editing' && now.faults.length > 0) return before.name === 'submitting' ? urgent(words.refused.nothing) : undefined;
  if (now.name === 'gathering' && now.fault && now !== before) return urgent(say.notGathered);
  return before.name === now.name ? undefined : ofStep(before, now, words);
};
