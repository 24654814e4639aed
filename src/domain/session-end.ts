/** A session about to end, as data. Types only. */
import type { Timestamp } from '../api/index.js';
import type { SignInFault } from './sign-in.js';

export interface SessionEndState {
  readonly endsAt: Timestamp;
  /** Warned of; being asked for; a mailed code is waited for; could not be extended. */
  readonly step: 'warned' | 'asking' | 'code' | 'failed';
  readonly fault?: SignInFault;
}
