/**
 * What is said of signing in by a mailed code and of a session about to end: each change once. Compares what was with what is;
 * decides nothing.
 */
import type { PortfolioState } from '../domain/portfolio.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import { polite, urgent, type Announcement, type Voice } from './announcement.js';

interface Around {
  readonly portfolio: PortfolioState;
  readonly sessionEnd: SessionEndState | undefined;
}

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

export const ofSigningIn = (before: SignInState, now: SignInState, voice: Voice): Announcement | undefined => {
  const { signIn, announcements: say } = voice.words;
  if (now.name === 'offered' || now === before) return undefined;
  if (now.name === 'code' && before.name !== 'code') return polite(say.codeSent);
  if (before.name === 'offered') return undefined;
  if (now.fault && now.fault !== before.fault) return urgent(signIn.faults[now.fault.of]);
  if (now.name === 'code' && before.name === 'code' && now.resent > before.resent) return polite(signIn.resent);
  return now.attempts > before.attempts ? ofAttempt(now, voice) : undefined;
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
