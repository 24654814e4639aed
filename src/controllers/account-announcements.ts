/**
 * What is said aloud of the Bank accounts view: each change once. Compares what was with what is; decides nothing.
 */
import type { BankAccountsState } from '../domain/bank-accounts.js';
import { isOutcomeUnknown } from '../domain/errors.js';
import type { Words } from '../locales/en.js';
import { polite, urgent, type Announcement, type Voice } from './announcement.js';
import { corrections } from './corrections.js';

type Form = NonNullable<BankAccountsState['form']>;

/** The focus goes to their summary and is heard there, unless the payer is at something else by then. */
const ofAnswer = (was: Form, now: Form, voice: Voice, isAway: boolean): Announcement | undefined => {
  const say = voice.words.announcements;
  if (now.fault && (now.attempts > was.attempts || now.fault !== was.fault)) {
    return urgent(isOutcomeUnknown(now.fault) ? say.accountPerhapsSaved : say.accountNotSaved);
  }
  if (now.attempts > was.attempts) return isAway ? corrections(now.faults, voice) : undefined;
  return was.isSaving && !now.isSaving && now.account === was.account ? polite(say.notGiven) : undefined;
};

const ofForm = ({ form: was }: BankAccountsState, { form: now }: BankAccountsState, voice: Voice, isAway: boolean) => {
  // The heading of a form that has come takes the focus and is heard by that.
  if (!was || !now || now === was) return undefined;
  if (now.isSaving && !was.isSaving) return polite(voice.words.announcements.savingAccount);
  return ofAnswer(was, now, voice, isAway);
};

const ofRemoval = ({ removal: was }: BankAccountsState, { removal: now }: BankAccountsState, say: Words['announcements']) => {
  if (!now || now === was) return undefined;
  if (now.step === 'in-use') return urgent(say.accountInUse);
  return now.step === 'failed' ? urgent(say.accountNotRemoved) : undefined;
};

const ofNews = ({ news: was }: BankAccountsState, { news: now }: BankAccountsState, say: Words['announcements']) => {
  if (!now || now === was) return undefined;
  switch (now.kind) {
    case 'removed':
      return polite(say.accountRemoved);
    case 'known':
      return polite(say.accountKnown);
    case 'added':
      return now.account.status === 'usable' ? polite(say.accountAdded) : urgent(say.accountUnusable);
  }
};

const ofReading = (before: BankAccountsState, now: BankAccountsState, { words, format }: Voice): Announcement | undefined => {
  const say = words.announcements;
  const loaded = (): Announcement => polite(say.accountsLoaded(now.accounts.length, format.count(now.accounts.length)));
  if (before.status !== now.status) {
    if (now.status === 'failed') return urgent(say.accountsFailed);
    return now.status === 'ready' ? loaded() : undefined;
  }
  if (!before.isStale && now.isStale) return polite(say.accountsStale);
  return before.offset === now.offset ? undefined : loaded();
};

/** What has changed since the last drawing; only the first that holds, since they come one at a time. */
export const ofAccounts = (before: BankAccountsState, now: BankAccountsState, voice: Voice, isAway: boolean): Announcement | undefined => {
  const say = voice.words.announcements;
  return ofNews(before, now, say) ?? ofRemoval(before, now, say) ?? ofForm(before, now, voice, isAway) ?? ofReading(before, now, voice);
};
