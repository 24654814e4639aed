/**
 * The pieces operations are put together from: parameters, headers, answers, problems.
 * Knows no single path.
 */
import { problemStatus, problemType, type ProblemName } from '../problems.js';
import { refer, type JsonSchema } from './schemas.js';
import type { ComponentName } from './texts.js';

type Part = Readonly<Record<string, unknown>>;

const titles = {
  invalid: 'Something in the request is not valid.',
  unauthenticated: 'Nobody is signed in, or the session has ended.',
  forbidden: 'The lender does not offer this.',
  'payments-off': 'The lender has switched payments off.',
  'payer-mismatch': 'Somebody else is signed in by now; nothing was read, written or voided.',
  'not-found': 'There is no such thing, or it is another payer’s.',
  'in-progress': 'A request with this key is still running.',
  'contract-changed': 'A contract has changed since it was shown; every stale item is named.',
  'preview-changed': 'The authorization does not match what was sent, or is no longer in time.',
  'too-late-to-cancel': 'The payment can no longer be canceled.',
  'account-in-use': 'A payment is under way on this bank account.',
  voided: 'This key was voided: nothing was paid under it, and nothing will be.',
  'too-large': 'The request is larger than 64 kB.',
  'unsupported-media-type': 'The request is not JSON.',
  'key-reused': 'This key was used for another request.',
  'account-not-usable': 'This bank account cannot be used.',
  'rate-limited': 'Too many requests.',
  unavailable: 'The endpoint cannot answer now; nothing was stored.',
} as const satisfies Record<ProblemName, string>;

export const parameters = {
  Payer: {
    name: 'Aspire-Pay-Payer',
    in: 'header',
    description: 'The payer the caller believes to be. Sent with every write, and with every read once the payer is known.',
    schema: refer('Id'),
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'The body’s `idempotencyKey`, with or without the quotes of a structured string.',
    schema: { type: 'string', minLength: 36, maxLength: 38 },
    example: '"3f1c2a54-9d0e-4f6b-8a57-0c1d2e3f4a5b"',
  },
  Cursor: {
    name: 'cursor',
    in: 'query',
    description: 'The `nextCursor` of the page before; an unknown one is 422.',
    schema: { type: 'string' },
  },
} as const satisfies Record<string, Part>;

export const headers = {
  'Aspire-Pay-Payer': { description: 'The payer this answer is for; the element drops an answer for another.', schema: refer('Id') },
  'Cache-Control': { description: 'Always `no-store`.', schema: { type: 'string', const: 'no-store' } },
  'Retry-After': { description: 'Seconds, or an HTTP date: when to ask again.', schema: { type: 'string' } },
  'Idempotent-Replayed': { description: 'Set on a replay.', schema: { type: 'string', const: 'true' } },
} as const satisfies Record<string, Part>;

type HeaderName = keyof typeof headers;

const referHeaders = (names: readonly HeaderName[]): Part =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

export const referParameter = (name: keyof typeof parameters): JsonSchema => ({ $ref: `#/components/parameters/${name}` });

/** The page size; above `maximum` it is lowered to it, so the schema names no maximum. */
export const limit = (maximum: number): Part => ({
  name: 'limit',
  in: 'query',
  description: `Items per page; above ${maximum} it is lowered to ${maximum}.`,
  schema: { type: 'integer', minimum: 1 },
});

export const pathId = (name: string, component: 'Id' | 'Key' = 'Id'): Part => ({
  name,
  in: 'path',
  required: true,
  schema: refer(component),
});

export const query = (name: string, description: string, schema: JsonSchema): Part => ({ name, in: 'query', description, schema });

export const body = (component: ComponentName): Part => ({ required: true, content: { 'application/json': { schema: refer(component) } } });

/** An answer that names its payer, unless it is public. */
export const answer = (description: string, component?: ComponentName, extra: { isPublic?: boolean; isReplay?: boolean } = {}): Part => ({
  description,
  headers: referHeaders([
    'Cache-Control',
    ...(extra.isPublic ? [] : (['Aspire-Pay-Payer'] as const)),
    ...(extra.isReplay ? (['Idempotent-Replayed'] as const) : []),
  ]),
  ...(component === undefined ? {} : { content: { 'application/json': { schema: refer(component) } } }),
});

const mayRetry: readonly ProblemName[] = ['in-progress', 'rate-limited', 'unavailable'];

const exampleOf = (name: ProblemName, status: number): Part => ({
  summary: titles[name],
  value: { type: problemType(name), title: titles[name], status },
});

const problemAnswer = (status: number, names: readonly ProblemName[]): Part => ({
  description: names.map((name) => `\`${name}\`: ${titles[name]}`).join('\n\n'),
  headers: referHeaders(names.some((name) => mayRetry.includes(name)) ? ['Cache-Control', 'Retry-After'] : ['Cache-Control']),
  content: {
    'application/problem+json': {
      schema: refer('Problem'),
      examples: Object.fromEntries(names.map((name) => [name, exampleOf(name, status)])),
    },
  },
});

/** Answers for the problems, by status. `isKeyed` adds the 400 for a key that is missing, malformed or unequal in header and body. */
export const problems = (names: readonly ProblemName[], isKeyed = false): Part => {
  const statuses = [...new Set(names.map((name) => problemStatus[name]))];
  const byStatus = statuses.map((status) => [
    String(status),
    problemAnswer(
      status,
      names.filter((name) => problemStatus[name] === status),
    ),
  ]);
  return {
    ...(isKeyed ? { '400': problemAnswer(400, ['invalid']) } : {}),
    ...(Object.fromEntries(byStatus) as Part),
  };
};
