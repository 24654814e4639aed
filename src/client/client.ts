/**
 * The calls of the endpoint API, typed: what goes out, what may come back. Schemas are applied here and nowhere else.
 * Signs in again once on 401 and then sends the same request. Knows nothing of screens or of the journal.
 */
import * as z from 'zod/mini';
import {
  BankAccount,
  BankAccountPage,
  CodeSent,
  Contract,
  ContractPage,
  Id,
  InvoicePage,
  Payment,
  PaymentDetail,
  PaymentPage,
  Preview,
  PublicLender,
  Session,
  SignedIn,
  page,
  type BankAccountRequest,
  type EnrollmentRequest,
  type FieldError,
  type Page,
  type PaymentRequest,
  type PreviewRequest,
  type ProblemName,
  type SignInRequest,
  type Totals,
} from '../api/index.js';
import type { FaultCode, Fault } from '../domain/errors.js';
import type { ContractLine, ContractQuery } from '../domain/portfolio.js';
import type { Answer, Http, RequestOptions } from './http.js';

/** A read or a check that did not succeed: nothing was changed by it. */
export interface Failure {
  readonly ok: false;
  readonly fault: Fault;
  /** Set where the endpoint answered with a problem of the API. */
  readonly problem?: ProblemName;
  readonly errors: readonly FieldError[];
  /** How long the endpoint wants to be left alone, where it said so. */
  readonly comeBackMs?: number;
}
export type Result<T> = { readonly ok: true; readonly value: T; readonly payer: string | undefined } | Failure;

/** An account the endpoint holds now. */
export interface AddedAccount {
  readonly account: BankAccount;
  /** False where it was there before, under this key or another. */
  readonly isNew: boolean;
}

export interface ContractList extends Page<ContractLine> {
  total: number;
  totals: Totals[];
}

const readDeadlineMs = 15_000;

export interface ClientOptions {
  readonly http: Http;
  /** Fetches a fresh token in place of the one that was refused; false where there is none to be had. */
  readonly renewToken: (refused: string | undefined) => Promise<boolean>;
  /** The token to be sent now; undefined where a cookie signs in. */
  readonly token?: () => string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Undefined until the session has said who is signed in. */
  readonly payer: string | undefined;
}

/** What a failed answer is called, from its problem or from what broke. */
const faultCodes: Partial<Record<ProblemName, FaultCode>> = {
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
  'payments-off': 'payments-off',
  'payer-mismatch': 'payer-changed',
  'not-found': 'not-found',
  'key-reused': 'key-reused',
  'too-large': 'too-large',
  'unsupported-media-type': 'unsupported-media-type',
  'rate-limited': 'rate-limited',
  unavailable: 'unavailable',
};

/** The fault behind an answer that is not what was asked for. */
export const faultOf = (answer: Exclude<Answer, { kind: 'ok' }>): Fault => {
  if (answer.kind === 'payer-changed') return { code: 'payer-changed' };
  if (answer.kind === 'unknown') return { code: answer.code };
  const detail = answer.problem.detail ?? answer.problem.title;
  const code = faultCodes[answer.name] ?? 'refused';
  return detail === undefined ? { code } : { code, detail };
};

const failure = (answer: Exclude<Answer, { kind: 'ok' }>): Failure =>
  answer.kind === 'problem'
    ? {
        ok: false,
        fault: faultOf(answer),
        problem: answer.name,
        errors: answer.problem.errors ?? [],
        ...(answer.comeBackMs === undefined ? {} : { comeBackMs: answer.comeBackMs }),
      }
    : { ok: false, fault: faultOf(answer), errors: [] };

const badAnswer: Failure = { ok: false, fault: { code: 'bad-answer' }, errors: [] };

const LooseContractPage = z.extend(page(z.unknown()), { total: ContractPage.shape.total, totals: ContractPage.shape.totals });
const NamedContract = z.object({ id: Id, number: z.string() });

/** One contract that fails its schema becomes a named line; the others are not taken down with it. */
const toLine = (item: unknown, index: number): ContractLine => {
  const whole = z.safeParse(Contract, item);
  if (whole.success) return whole.data;
  const named = z.safeParse(NamedContract, item);
  return named.success ? { broken: true, ...named.data } : { broken: true, id: `unreadable-${index}`, number: '' };
};

/** The first reading of a schema takes it many times as long as another. */
export const readNothing = (): void => void toLine({ invoices: { items: [{ open: {}, charges: [{}] }] } }, 0);

const contractPath = (id: string): string => `/contracts/${encodeURIComponent(id)}`;

const paymentPath = (id: string): string => `/payments/${encodeURIComponent(id)}`;

const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, String(value));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
};

/** Where a code was asked for: each way has its own. */
export type CodePath = '/enrollments' | '/sign-ins';

export interface Client {
  readonly payer: string | undefined;
  readonly forPayer: (payer: string) => Client;
  readonly session: (signal?: AbortSignal) => Promise<Result<Session>>;
  readonly lender: (signal?: AbortSignal) => Promise<Result<PublicLender>>;
  readonly contracts: (
    query: ContractQuery,
    cursor: string | undefined,
    limit: number,
    signal?: AbortSignal,
  ) => Promise<Result<ContractList>>;
  readonly contract: (id: string, signal?: AbortSignal) => Promise<Result<Contract>>;
  readonly invoices: (contractId: string, cursor: string | undefined, limit: number, signal?: AbortSignal) => Promise<Result<InvoicePage>>;
  readonly bankAccounts: (cursor?: string, limit?: number, signal?: AbortSignal) => Promise<Result<BankAccountPage>>;
  readonly addBankAccount: (body: BankAccountRequest) => Promise<Result<AddedAccount>>;
  readonly removeBankAccount: (id: string) => Promise<Result<undefined>>;
  readonly preview: (body: PreviewRequest, signal?: AbortSignal) => Promise<Result<Preview>>;
  /** For nobody yet: no payer is named, and a refusal asks for no other token. */
  readonly enroll: (body: EnrollmentRequest) => Promise<Result<CodeSent>>;
  readonly signInByEmail: (body: SignInRequest) => Promise<Result<CodeSent>>;
  readonly verifyCode: (path: CodePath, id: string, code: string) => Promise<Result<SignedIn>>;
  readonly resendCode: (path: CodePath, id: string) => Promise<Result<CodeSent>>;
  /** Newest first. */
  readonly payments: (cursor: string | undefined, limit: number, signal?: AbortSignal) => Promise<Result<PaymentPage>>;
  /** With what was authorized, for the receipt. */
  readonly payment: (id: string, signal?: AbortSignal) => Promise<Result<PaymentDetail>>;
  /** Repeatable: asked again, the endpoint answers as the first time. */
  readonly cancelPayment: (id: string) => Promise<Result<Payment>>;
  /**
   * The three calls of the submission protocol answer raw: what they mean is decided there. Their deadline covers a refused try, the token
   * fetched in place of the refused one and the try with that: nothing of them leaves later.
   */
  readonly pay: (body: PaymentRequest, deadlineMs: number) => Promise<Answer>;
  readonly askByKey: (key: string, deadlineMs: number) => Promise<Answer>;
  readonly voidKey: (key: string, deadlineMs: number) => Promise<Answer>;
}

/** The token came when there was no time left to send it. */
const tooLate: Answer = { kind: 'unknown', code: 'timeout', retryAfterMs: undefined };

export const createClient = ({ http, renewToken, token, now, payer }: ClientOptions): Client => {
  /** Tries once more under a fresh token, in the time that is left for it. */
  const sendTwice = async (request: Omit<RequestOptions, 'payer'>, leftMs: () => number): Promise<Answer> => {
    const full = { ...request, payer };
    const sent = token?.();
    const answer = await http(full);
    const isSignedOut = answer.kind === 'problem' && answer.name === 'unauthenticated';
    if (!isSignedOut || !(await renewToken(sent))) return answer;
    const deadlineMs = leftMs();
    return deadlineMs > 0 ? http({ ...full, deadlineMs }) : tooLate;
  };
  const send = (request: Omit<RequestOptions, 'payer'>): Promise<Answer> => sendTwice(request, () => request.deadlineMs);
  const sendWithin = (request: Omit<RequestOptions, 'payer'>): Promise<Answer> => {
    const startedAt = now();
    // A clock set back lengthens nothing.
    return sendTwice(request, () => request.deadlineMs - Math.abs(now() - startedAt));
  };
  const parse = <S extends z.core.$ZodType>(schema: S, answer: Answer): Result<z.core.output<S>> => {
    if (answer.kind !== 'ok') return failure(answer);
    const parsed = z.safeParse(schema, answer.json);
    return parsed.success ? { ok: true, value: parsed.data, payer: answer.payer } : badAnswer;
  };
  const get = async <S extends z.core.$ZodType>(schema: S, path: string, signal?: AbortSignal): Promise<Result<z.core.output<S>>> =>
    parse(schema, await send({ method: 'GET', path, deadlineMs: readDeadlineMs, signal }));
  const post = async <S extends z.core.$ZodType>(
    schema: S,
    path: string,
    body: unknown,
    signal?: AbortSignal,
  ): Promise<Result<z.core.output<S>>> => parse(schema, await send({ method: 'POST', path, body, deadlineMs: readDeadlineMs, signal }));

  const ask = async <S extends z.core.$ZodType>(schema: S, path: string, body?: unknown): Promise<Result<z.core.output<S>>> =>
    parse(schema, await http({ method: 'POST', path, body, deadlineMs: readDeadlineMs }));

  return {
    payer,
    forPayer: (id) => createClient({ http, renewToken, ...(token && { token }), now, payer: id }),
    session: (signal) => get(Session, '/session', signal),
    lender: (signal) => get(PublicLender, '/lender', signal),
    contracts: async (query, cursor, limit, signal) => {
      const { q, sort, status } = query;
      const found = await get(LooseContractPage, withQuery('/contracts', { status, q, sort, cursor, limit }), signal);
      return found.ok ? { ...found, value: { ...found.value, items: found.value.items.map(toLine) } } : found;
    },
    contract: (id, signal) => get(Contract, contractPath(id), signal),
    invoices: (id, cursor, limit, signal) => get(InvoicePage, withQuery(`${contractPath(id)}/invoices`, { cursor, limit }), signal),
    bankAccounts: (cursor, limit, signal) => get(BankAccountPage, withQuery('/bank-accounts', { cursor, limit }), signal),
    addBankAccount: async (body) => {
      const answer = await send({ method: 'POST', path: '/bank-accounts', body, deadlineMs: readDeadlineMs });
      const added = parse(BankAccount, answer);
      const isNew = answer.kind === 'ok' && answer.status === 201;
      return added.ok ? { ...added, value: { account: added.value, isNew } } : added;
    },
    removeBankAccount: async (id) => {
      const answer = await send({ method: 'DELETE', path: `/bank-accounts/${encodeURIComponent(id)}`, deadlineMs: readDeadlineMs });
      return answer.kind === 'ok' ? { ok: true, value: undefined, payer: answer.payer } : failure(answer);
    },
    preview: (body, signal) => post(Preview, '/payments/preview', body, signal),
    enroll: (body) => ask(CodeSent, '/enrollments', body),
    signInByEmail: (body) => ask(CodeSent, '/sign-ins', body),
    verifyCode: (path, id, code) => ask(SignedIn, `${path}/${encodeURIComponent(id)}/verify`, { code }),
    resendCode: (path, id) => ask(CodeSent, `${path}/${encodeURIComponent(id)}/resend`),
    payments: (cursor, limit, signal) => get(PaymentPage, withQuery('/payments', { cursor, limit }), signal),
    payment: (id, signal) => get(PaymentDetail, paymentPath(id), signal),
    cancelPayment: (id) => post(Payment, `${paymentPath(id)}/cancel`, undefined),
    pay: (body, deadlineMs) =>
      sendWithin({ method: 'POST', path: '/payments', body, deadlineMs, headers: { 'idempotency-key': `"${body.idempotencyKey}"` } }),
    askByKey: (key, deadlineMs) => sendWithin({ method: 'GET', path: `/payments/by-key/${key}`, deadlineMs }),
    voidKey: (key, deadlineMs) => sendWithin({ method: 'PUT', path: `/payments/by-key/${key}/void`, deadlineMs }),
  };
};
