/**
 * What the clients were told, key by key: the side against which the database is held. Knows nothing of processes.
 */
import { PaymentResult, type PaymentRequest } from '../../../src/api/index.js';
import type { Answer } from '../../demo/endpoint/support/caller.js';

export interface Attempt {
  readonly request: PaymentRequest;
  /** References of every answer that said accepted, each as one text. */
  readonly accepted: Set<string>;
  isVoided: boolean;
  /** Requests about this key that never got an answer. */
  unanswered: number;
}

export const newAttempt = (request: PaymentRequest): Attempt => ({ request, accepted: new Set(), isVoided: false, unanswered: 0 });

/** Whether its end is known. */
export const isSettled = (attempt: Attempt): boolean => attempt.accepted.size > 0 || attempt.isVoided;

/** Notes what an answer about this key said; `undefined` is a connection that broke. */
export const note = (attempt: Attempt, answer: Answer | undefined): void => {
  if (answer === undefined) attempt.unanswered += 1;
  else if (answer.status === 200 || answer.status === 201) {
    const { payments } = PaymentResult.parse(answer.body);
    attempt.accepted.add(payments.map(({ reference }) => reference).join());
  } else if (answer.status === 204 || answer.status === 410) attempt.isVoided = true;
};
