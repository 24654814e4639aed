/**
 * Every error of the element, once: its code, whether trying again can help, and a sentence for the integrator.
 * The payer's sentence is in the locales under the same code. Knows nothing of HTTP or of the screen.
 */

interface ErrorEntry {
  readonly retryable: boolean;
  /** For the console, the event and the documentation; never shown to a payer. */
  readonly integrator: string;
}

export const errors = {
  'endpoint-missing': { retryable: false, integrator: 'The attribute `endpoint` is missing.' },
  'endpoint-insecure': { retryable: false, integrator: 'The endpoint must be https: (localhost excepted) and hold no credentials.' },
  network: { retryable: true, integrator: 'The endpoint could not be reached: offline, DNS, TLS, CORS or a content blocker.' },
  timeout: { retryable: true, integrator: 'The endpoint did not answer in time.' },
  'bad-answer': {
    retryable: true,
    integrator: 'The answer was not what the endpoint API promises: wrong content type, cut off, too large or against the schema.',
  },
  unavailable: { retryable: true, integrator: 'The endpoint answered with a server error.' },
  'rate-limited': { retryable: true, integrator: 'The endpoint asked to slow down (429).' },
  unauthenticated: { retryable: false, integrator: 'The token callback gave no token that the endpoint accepts.' },
  forbidden: { retryable: false, integrator: 'The endpoint refused this to the signed-in payer (403).' },
  'payments-off': { retryable: false, integrator: 'The lender has switched payments off.' },
  'payer-changed': { retryable: true, integrator: 'Somebody else is signed in by now; the answer was dropped.' },
  'not-found': { retryable: false, integrator: 'The endpoint does not know this id for this payer.' },
  refused: { retryable: false, integrator: 'The endpoint refused the request with a problem of the API.' },
  'key-reused': { retryable: false, integrator: 'The endpoint holds this idempotency key with another body: a defect on one side.' },
  'too-large': { retryable: false, integrator: 'The endpoint found the request too large (413): a defect on one side.' },
  'unsupported-media-type': { retryable: false, integrator: 'The endpoint did not take JSON (415): a defect on one side.' },
  'bank-source-failed': {
    retryable: true,
    integrator: 'The `bankSource` threw, rejected, or answered with neither a token, a cancellation nor a correction.',
  },
  'bank-source-timeout': { retryable: true, integrator: 'The `bankSource` did not answer within its `deadlineMs`.' },
  'storage-blocked': {
    retryable: false,
    integrator: 'Browser storage is blocked or full: a payment being checked would not survive closing the page.',
  },
  'part-failed': {
    retryable: true,
    integrator: 'A part of the element could not be loaded: a module beside it is missing, blocked, or there is no connection.',
  },
  'language-failed': {
    retryable: false,
    integrator: 'The words of a language could not be loaded, or its script is not on the page; the element speaks English.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;

/** What can end in front of a payer. The rest the page alone is told: the element goes on, in English, or where it is remembered less long. */
export type FaultCode = Exclude<ErrorCode, 'language-failed' | 'storage-blocked'>;

/** An error that happened, with what the endpoint said in words (plain text, may be shown). */
export interface Fault {
  readonly code: FaultCode;
  /** `detail` or `title` of the problem, when the endpoint gave one. */
  readonly detail?: string;
}

const unknownOutcome: readonly FaultCode[] = ['network', 'timeout', 'bad-answer', 'unavailable'];

/** Whether what was asked may have been done all the same. */
export const isOutcomeUnknown = (fault: Fault): boolean => unknownOutcome.includes(fault.code);

export const isRetryable = (fault: Fault): boolean => errors[fault.code].retryable;
