/**
 * Keeps what the endpoint mails, for the page that shows it: nothing leaves this machine, and a restart empties it.
 * Must not know why a mail was sent.
 */
import type { Mail, SendMail } from '../endpoint/mail.js';

/** A code that matters is among the newest; older mails make room. */
const mostKept = 200;

export interface KeptMail extends Mail {
  /** Counts up from 1. */
  readonly id: number;
}

export interface Mailbox {
  readonly send: SendMail;
  /** Newest first. */
  list(): readonly KeptMail[];
}

export const createMailbox = (): Mailbox => {
  let mails: readonly KeptMail[] = [];
  let sent = 0;
  return {
    send: (mail) => {
      sent += 1;
      mails = [{ ...mail, id: sent }, ...mails].slice(0, mostKept);
      return Promise.resolve();
    },
    list: () => mails,
  };
};
