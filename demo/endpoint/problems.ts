/**
 * Refusals as problem+json. A detail is a sentence for a person: it never repeats what was sent.
 */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { problemStatus, problemType, type FieldError, type ProblemName } from '../../src/api/index.js';

const titles: Record<ProblemName, string> = {
  invalid: 'Something in the request is not valid',
  unauthenticated: 'Not signed in',
  forbidden: 'Not offered here',
  'payments-off': 'Payments are off',
  'payer-mismatch': 'Signed in as somebody else',
  'not-found': 'Not found',
  'in-progress': 'Still being worked on',
  'contract-changed': 'The balance has changed',
  'preview-changed': 'The review is out of date',
  'too-late-to-cancel': 'Too late to cancel',
  'account-in-use': 'The bank account is in use',
  voided: 'This payment was called off',
  'too-large': 'The request is too large',
  'unsupported-media-type': 'Only JSON is accepted',
  'key-reused': 'This key belongs to another payment',
  'account-not-usable': 'The bank account cannot be used',
  'rate-limited': 'Too many requests',
  unavailable: 'Not available at the moment',
};

export interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  /** Where it differs from the name's own. */
  readonly status?: ContentfulStatusCode;
  readonly retryAfterSeconds?: number;
}

/** A refusal on its way out of a transaction: throwing it rolls back, so that nothing is stored. */
export class ProblemError extends Error {
  readonly problem: ProblemName;
  readonly status: ContentfulStatusCode;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: ProblemName, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.name = 'ProblemError';
    this.problem = problem;
    this.status = extras.status ?? problemStatus[problem];
    this.errors = extras.errors ?? [];
    this.retryAfterSeconds = extras.retryAfterSeconds;
  }
}

/** 422 `invalid` at the named places. */
export const invalid = (errors: readonly FieldError[]): ProblemError =>
  new ProblemError('invalid', errors[0]?.detail ?? 'The request is not valid.', { errors });

/** What is wrong with a header that names a key: 400, because the sender's protocol is broken, not a payer's input. */
export const invalidKey = (detail: string): ProblemError => new ProblemError('invalid', detail, { status: 400 });

export const notFound = (): ProblemError => new ProblemError('not-found', 'There is nothing here by this id.');

const send = (c: Context, status: ContentfulStatusCode, body: object): Response =>
  c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });

export const sendProblem = (c: Context, error: ProblemError): Response => {
  if (error.retryAfterSeconds !== undefined) c.header('Retry-After', String(error.retryAfterSeconds));
  if (error.status === 401) c.header('WWW-Authenticate', 'Bearer');
  return send(c, error.status, {
    type: problemType(error.problem),
    title: titles[error.problem],
    status: error.status,
    detail: error.message,
    ...(error.errors.length > 0 ? { errors: error.errors } : {}),
  });
};

/** A plain HTTP failure. It has no name of ours, so that a wrong address is never taken for an answer about a payment. */
export const sendPlainFailure = (c: Context, status: 404 | 500, title: string): Response =>
  send(c, status, { type: 'about:blank', title, status });
