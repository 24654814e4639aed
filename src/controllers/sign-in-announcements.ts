/**
 * What is said of signing in by a mailed code and of a session about to end: each change once. Compares what was with what is;
 * decides nothing.
 */
import type { PortfolioState } from '../domain/portfolio.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import { polite, urgent, type Announcement, type Voice } from './announcement.js';
import { corrections } from './corrections.js';

interface Around {
  readonly portfolio: PortfolioState;
  readonly signIn: SignInState;
  /** The focus is in the field of a mailed code. */
  readonly isInCode?: boolean;
  /** The focus is at something else on the site's page: what needs a correction doesn't take it. */
  readonly isAway?: boolean;
  readonly sessionEnd: SessionEndState | undefined;
}

type SignInStep = Exclude<SignInState, { name: 'offered' }>;

/** What is wrong with a code, where its field has the focus already: moving it there would not be heard. */
const ofCode = ({ name, faults }: SignInStep, { words, format }: Voice): Announcement | undefined => {
  const wrong = name === 'code' ? faults.find(({ field }) => field === 'code') : undefined;
  if (!wrong) return undefined;
  const { code, digits = 0 } = wrong;
  return urgent(words.fieldFaults[code]({ limit: '', nextDate: '', digits, shown: format.count(digits), example: '' }));
};

const ofMistakes = (now: SignInStep, { isInCode, isAway }: Around, voice: Voice): Announcement | undefined => {
  if (isInCode === true) return ofCode(now, voice);
  return isAway === true ? corrections(now.faults, voice) : undefined;
};

export const ofSigningIn = ({ signIn: before }: Around, around: Around, voice: Voice): Announcement | undefined => {
  const { signIn: now } = around;
  const { signIn, announcements: say } = voice.words;
  if (now.name === 'offered' || now === before) return undefined;
  if (now.name === 'code' && before.name !== 'code') return polite(say.codeSent);
  if (before.name === 'offered') return undefined;
  if (now.fault && now.fault !== before.fault) return urgent(signIn.faults[now.fault.of]);
  if (now.name === 'code' && before.name === 'code' && now.resent > before.resent) return polite(signIn.resent);
  return now.attempts > before.attempts ? ofMistakes(now, around, voice) : undefined;
};

export const ofSession = (before: Around, now: Around, { words, format }: Voice): Announcement | undefined => {
  const { sessionEnd, announcements: say } = words;
  const zone = now.portfolio.session?.calendar.timeZone ?? 'UTC';
  if (!before.sessionEnd && now.sessionEnd) {
    return urgent(say.sessionEnds(format.time(now.sessionEnd.endsAt, zone)));
  }
  if (before.sessionEnd && !now.sessionEnd) return now.portfolio.status === 'ready' ? polite(say.sessionStays) : undefined;
  return now.sessionEnd?.step === 'failed' && before.sessionEnd?.step !== 'failed' ? urgent(sessionEnd.failed) : undefined;
};
