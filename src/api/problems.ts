/**
 * Problems (RFC 9457) the endpoint answers with: their names, statuses and form.
 * The element branches on `type`; `title` and `detail` are shown as plain text only.
 */
import * as z from 'zod/mini';

/** Name → HTTP status. The whole vocabulary: a `type` that isn't here is not a problem of ours. */
export const problemStatus = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'payments-off': 403,
  'payer-mismatch': 403,
  'not-found': 404,
  'in-progress': 409,
  'contract-changed': 409,
  'preview-changed': 409,
  'too-late-to-cancel': 409,
  'account-in-use': 409,
  voided: 410,
  'too-large': 413,
  'unsupported-media-type': 415,
  'key-reused': 422,
  'account-not-usable': 422,
  'rate-limited': 429,
  unavailable: 503,
} as const;
export type ProblemName = keyof typeof problemStatus;

const prefix = 'urn:aspire-pay:problem:';

/** The `type` of a problem of ours, such as `urn:aspire-pay:problem:invalid`. */
export const problemType = (name: ProblemName): string => prefix + name;

/** The name behind a `type`, or undefined for `about:blank` and anybody else's. */
export const problemName = (type: string): ProblemName | undefined => {
  const name = type.startsWith(prefix) ? type.slice(prefix.length) : '';
  return Object.hasOwn(problemStatus, name) ? (name as ProblemName) : undefined;
};

/** `pointer` is RFC 6901 into the body, or `?name` for a query parameter. */
export const FieldError = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });
export type FieldError = z.infer<typeof FieldError>;

export const Problem = z.object({
  type: z.string(),
  title: z.optional(z.string()),
  status: z.optional(z.int()),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(FieldError)),
});
export type Problem = z.infer<typeof Problem>;
