/**
 * What an answer says about a payment key: accepted, refused, or what to do to find out.
 * One place decides, for the press and for every later question. Pure.
 */
import * as z from 'zod/mini';
import { PaymentResult, type FieldError, type Payment } from '../api/index.js';
import type { ErrorCode, Fault } from '../domain/errors.js';
import { faultOf } from './client.js';
import type { Answer } from './http.js';

/** The endpoint said no. Nothing may be shown of it before the key is voided: an earlier copy may still be on its way. */
export interface Refusal {
  readonly fault: Fault;
  /** `contract-changed` moves the balance, `preview-changed` the terms; anything else is plain. */
  readonly cause: 'balance' | 'terms' | 'other';
  readonly errors: readonly FieldError[];
}

export type Verdict =
  | { readonly kind: 'accepted'; readonly payments: readonly Payment[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The endpoint has not seen the key so far. */
  | { readonly kind: 'not-seen' }
  /** The key is dead: no payment will come of it. */
  | { readonly kind: 'voided' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'payer-changed' }
  /** Somebody else's body under our key: asking may go on, sending must not. */
  | { readonly kind: 'key-reused' }
  /** `code` where something broke; waiting because the endpoint asked to is no fault. */
  | { readonly kind: 'unknown'; readonly retryAfterMs: number | undefined; readonly code: ErrorCode | undefined };

const unknown = (retryAfterMs?: number, code?: ErrorCode): Verdict => ({ kind: 'unknown', retryAfterMs, code });

/** Only a schema-valid 2xx for this very key is a payment. */
const judgeOk = (json: unknown, key: string): Verdict => {
  const parsed = z.safeParse(PaymentResult, json);
  const isOurs = parsed.success && parsed.data.key.toLowerCase() === key.toLowerCase();
  return isOurs ? { kind: 'accepted', payments: parsed.data.payments } : unknown(undefined, 'bad-answer');
};

type ProblemAnswer = Extract<Answer, { kind: 'problem' }>;

const refusalOf = (answer: ProblemAnswer): Refusal => ({
  fault: faultOf(answer),
  cause: answer.name === 'contract-changed' ? 'balance' : answer.name === 'preview-changed' ? 'terms' : 'other',
  errors: answer.problem.errors ?? [],
});

/** Problems that say nothing final, whichever call they answer. */
const judgeProblem = (answer: ProblemAnswer): Verdict | undefined => {
  switch (answer.name) {
    case 'unauthenticated':
      return { kind: 'signed-out' };
    case 'payer-mismatch':
      return { kind: 'payer-changed' };
    case 'in-progress':
      return unknown(answer.retryAfterMs);
    case 'rate-limited':
    case 'unavailable':
      return unknown(answer.retryAfterMs, answer.name);
    case 'voided':
      return { kind: 'voided' };
    default:
      return undefined;
  }
};

const judge = (answer: Answer, key: string, ofProblem: (problem: ProblemAnswer) => Verdict): Verdict => {
  switch (answer.kind) {
    case 'ok':
      return judgeOk(answer.json, key);
    case 'payer-changed':
      return { kind: 'payer-changed' };
    case 'unknown':
      return unknown(answer.retryAfterMs, answer.code);
    case 'problem':
      return judgeProblem(answer) ?? ofProblem(answer);
  }
};

/** The answer to the payment itself. */
export const judgePayment = (answer: Answer, key: string): Verdict =>
  judge(answer, key, (problem) =>
    problem.name === 'key-reused' ? { kind: 'key-reused' } : { kind: 'refused', refusal: refusalOf(problem) },
  );

/** The answer to a question by key. */
export const judgeQuestion = (answer: Answer, key: string): Verdict =>
  judge(answer, key, (problem) => (problem.name === 'not-found' ? { kind: 'not-seen' } : unknown(problem.retryAfterMs)));

/**
 * The answer to a void: 204 is the tombstone, 200 the payment that had won. A 204 has no body to be known by: without the payer's name,
 * which every answer of the endpoint bears, it is somebody else's on the way, and voids nothing.
 */
export const judgeVoid = (answer: Answer, key: string): Verdict => {
  const isTombstone = answer.kind === 'ok' && answer.status === 204;
  if (isTombstone) return answer.payer === undefined ? unknown(undefined, 'bad-answer') : { kind: 'voided' };
  return judge(answer, key, (problem) => unknown(problem.retryAfterMs));
};
