/**
 * What is said of a payment being made: each step once. Compares what was with what is; decides nothing.
 * A step's heading takes the focus and is heard by that: what it says is not said here besides, unless the payer is away.
 */
import type { Draft, PaymentState } from '../domain/payment.js';
import type { Words } from '../locales/en.js';
import { polite, urgent, type Announcement, type Voice } from './announcement.js';
import { corrections } from './corrections.js';

/** A contract was taken out of the payment, or put into it. */
const ofLines = (before: Draft, now: Draft, { words }: Voice): Announcement | undefined => {
  const { removed, added } = words.announcements;
  const out = now.left.find((contract) => !before.left.includes(contract));
  if (out) return polite(removed(out.number));
  const back = before.left.find((contract) => !now.left.includes(contract));
  return back && polite(added(back.number));
};

/** Another step than before. */
const ofStep = (before: PaymentState, now: PaymentState, words: Words, isAway: boolean): Announcement | undefined => {
  const say = words.announcements;
  switch (now.name) {
    case 'previewing':
      return polite(say.preparing);
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
      return isAway ? urgent(say.accepted) : undefined;
    case 'refused':
      if (!isAway) return urgent(words.refused.nothing);
      return urgent(now.fault ? say.refused : say.notMade);
    case 'changed':
      // What to do about it is not known before the contract is here: the page says that.
      return urgent(isAway ? say.notMade : words.changed.nothing);
    case 'checking':
      // Found in the journal when the page was opened, it leaves the focus where it is.
      return urgent(isAway || before.name === 'idle' ? say.checking : words.line.doNotPay);
    case 'reviewing':
      return isAway ? polite(say.review) : undefined;
    case 'idle':
    case 'warned':
      return undefined;
  }
};

type State<Name extends PaymentState['name']> = Extract<PaymentState, { name: Name }>;

/** The form was edited while a review of it was being prepared, which is not to come any more. */
const isEdited = (before: State<'previewing'>, now: State<'editing'>): boolean =>
  now.attempts === before.attempts && now.draft !== before.draft;

/** The focus goes to their summary and is heard there. */
const ofCorrections = (before: PaymentState, { faults }: State<'editing'>, voice: Voice, isAway: boolean): Announcement | undefined => {
  if (before.name === 'submitting') return urgent(voice.words.refused.nothing);
  return isAway && before.name === 'previewing' ? corrections(faults, voice) : undefined;
};

/** What became of the form: edited, reviewed in vain, or there at all. */
const ofForm = (before: PaymentState, now: State<'editing'>, voice: Voice, isAway: boolean): Announcement | undefined => {
  const { words } = voice;
  if (before.name === 'editing') {
    const haveFailed = now.accounts.status === 'failed' && before.accounts.status !== 'failed';
    return haveFailed ? urgent(words.form.accountsFailed) : ofLines(before.draft, now.draft, voice);
  }
  if (before.name === 'previewing' && isEdited(before, now)) {
    return ofLines(before.draft, now.draft, voice) ?? polite(words.announcements.reviewDropped);
  }
  return now.faults.length > 0 ? ofCorrections(before, now, voice, isAway) : ofStep(before, now, words, isAway);
};

/** Where the payer is away, at something else on the site's page, no heading is heard. */
export const ofPaying = (before: PaymentState, now: PaymentState, voice: Voice, isAway: boolean): Announcement | undefined => {
  const { words } = voice;
  if (now.name === 'editing') return ofForm(before, now, voice, isAway);
  if (now.name === 'reviewing' && now.notice !== undefined && now !== before) return urgent(words.review.notices[now.notice]);
  if (now.name === 'gathering' && now.fault && now !== before) return urgent(words.announcements.notGathered);
  return before.name === now.name ? undefined : ofStep(before, now, words, isAway);
};
