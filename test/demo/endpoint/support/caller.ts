/**
 * Speaks HTTP to the endpoint as a payer's page does, and knows how a payment is put together.
 */
import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import {
  Contract,
  PaymentResult,
  Preview,
  Problem,
  Session,
  problemName,
  type Money,
  type PaymentRequest,
  type PreviewRequest,
} from '../../../../src/api/index.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined when there is none. */
  readonly body: unknown;
}

export interface CallOptions {
  readonly method?: string;
  /** Payer id, for the demo's token; null for no token at all. */
  readonly as?: string | null;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly raw?: BodyInit;
}

export interface PaymentPlan {
  readonly as?: string;
  readonly amount?: Money;
  readonly date?: string;
  readonly accountId?: string;
  readonly locale?: string;
}

export interface Caller {
  (path: string, options?: CallOptions): Promise<Answer>;
  readonly contract: (id: string, as?: string) => Promise<Contract>;
  /** A preview's body for these contracts, in full: what is due now, today, from the business account. */
  readonly plan: (contractIds: readonly string[], plan?: PaymentPlan) => Promise<PreviewRequest>;
  readonly preview: (request: PreviewRequest, as?: string) => Promise<Answer>;
  /** A payment's body, previewed and authorized. */
  readonly prepare: (contractIds: readonly string[], plan?: PaymentPlan) => Promise<PaymentRequest>;
  readonly pay: (request: PaymentRequest, options?: CallOptions) => Promise<Answer>;
}

const usd = (value: number): Money => ({ value, currency: 'USD' });

const assertStatus = (answer: Answer, status: number): Answer => {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.text}`);
  return answer;
};

export const createCaller = (url: string): Caller => {
  const call = async (path: string, { method, as = 'acme', headers, json, raw }: CallOptions = {}): Promise<Answer> => {
    const body = json === undefined ? raw : JSON.stringify(json);
    const response = await fetch(url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(as !== null && { authorization: `Bearer demo-${as}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body, duplex: 'half' }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };

  const contract = async (id: string, as = 'acme'): Promise<Contract> =>
    Contract.parse(assertStatus(await call(`/contracts/${id}`, { as }), 200).body);

  const plan = async (
    ids: readonly string[],
    { as = 'acme', amount, date, accountId, locale }: PaymentPlan = {},
  ): Promise<PreviewRequest> => {
    const contracts = await Promise.all(ids.map((id) => contract(id, as)));
    const session = Session.parse((await call('/session', { as })).body);
    return {
      items: contracts.map(({ id, version, totals }) => ({ contractId: id, contractVersion: version, amount: amount ?? totals.due })),
      date: date ?? session.calendar.earliestDate,
      accountId: accountId ?? 'acme-checking',
      locale: locale ?? 'en-US',
    };
  };

  const preview = (request: PreviewRequest, as = 'acme'): Promise<Answer> => call('/payments/preview', { as, json: request });

  const authorizeRequest = async (request: PreviewRequest, as = 'acme'): Promise<PaymentRequest> => {
    const { authorization } = Preview.parse(assertStatus(await preview(request, as), 200).body);
    return {
      ...request,
      idempotencyKey: randomUUID(),
      authorization: { id: authorization.id, sha256: authorization.sha256, acceptedAt: '2026-11-23T15:00:01Z' },
    };
  };

  return Object.assign(call, {
    contract,
    plan,
    preview,
    prepare: async (ids: readonly string[], options: PaymentPlan = {}) => authorizeRequest(await plan(ids, options), options.as),
    pay: (request: PaymentRequest, options: CallOptions = {}) =>
      call('/payments', { json: request, ...options, headers: { 'idempotency-key': `"${request.idempotencyKey}"`, ...options.headers } }),
  });
};

/** The name of a problem of ours; `about:blank` for a plain failure. */
export const nameOf = (answer: Answer): string => {
  const problem = Problem.parse(answer.body);
  return problemName(problem.type) ?? problem.type;
};

/** `pointer code` of every field error. */
export const errorsOf = (answer: Answer): string[] =>
  (Problem.parse(answer.body).errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

/** Status and name, such as `409 contract-changed`. */
export const refusalOf = (answer: Answer): string => `${answer.status} ${nameOf(answer)}`;

export const paymentsOf = (answer: Answer): z.infer<typeof PaymentResult>['payments'] => PaymentResult.parse(answer.body).payments;

export { usd };
