/**
 * The press itself: who may press, when, and what is written down and sent. Decides synchronously, before any await.
 */
import type { PaymentRequest } from '../api/index.js';
import type { Environment } from '../client/environment.js';
import type { PaymentState, ReviewNotice, Reviewed } from '../domain/payment.js';
import type { OpenEntry } from '../domain/portfolio.js';

/** A press this soon after the review was drawn was meant for what stood there before. */
const armingMs = 500;

type Reviewing = Extract<PaymentState, { name: 'reviewing' }>;

/** Why a press pays nothing; undefined where it pays. A clock set back must not lock the button. */
export const whyNot = (
  state: Reviewing,
  press: { readonly isTrusted: boolean; readonly drawnAt: number; readonly environment: Environment },
): ReviewNotice | undefined => {
  const { isTrusted, drawnAt, environment } = press;
  const age = environment.now() - drawnAt;
  if (!isTrusted) return 'held-by-page';
  if (age >= 0 && age < armingMs) return 'not-yet';
  if (!state.isTicked) return 'not-ticked';
  return environment.isOnline() ? undefined : 'offline';
};

export interface Press {
  readonly entry: OpenEntry;
  readonly body: PaymentRequest;
}

/** One key for this intent, and the same facts for the journal and for the endpoint. */
export const makePress = (reviewed: Reviewed, environment: Environment): Press => {
  const { draft, items, account, preview, locale } = reviewed;
  const key = environment.uuid();
  const pressedAt = new Date(environment.now()).toISOString();
  const { date } = draft;
  return {
    entry: { key, contracts: items.map(({ contract: { id, number }, amount }) => ({ id, number, amount })), date, pressedAt },
    body: {
      items: items.map(({ contract: { id, version }, amount }) => ({ contractId: id, contractVersion: version, amount })),
      date,
      accountId: account.id,
      locale,
      idempotencyKey: key,
      authorization: { id: preview.authorization.id, sha256: preview.authorization.sha256, acceptedAt: pressedAt },
    },
  };
};
