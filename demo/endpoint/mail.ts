/**
 * The one way mail leaves the endpoint. Must not know who delivers it: a lender's mail service, or the demo's mailbox.
 */
import type { Timestamp } from '../../src/api/index.js';

export interface Mail {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly text: string;
  readonly sentAt: Timestamp;
}

/** Resolves once the mail is handed over; rejects when it couldn't be. Nobody's answer may wait for it or depend on it. */
export type SendMail = (mail: Mail) => Promise<void>;
