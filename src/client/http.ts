/**
 * The one request function: sends JSON, bounds time and size, and says what came back as one of four kinds.
 * Never throws, never retries, never follows a redirect. Knows nothing of resources or of payments.
 */
import * as z from 'zod/mini';
import { Problem, problemName, type ProblemName } from '../api/index.js';
import type { Environment } from './environment.js';
import { readCapped } from './body.js';
import { readRetryAfter } from './retry-after.js';

export interface RequestOptions {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the endpoint's base, starting with a slash. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The payer this is for; sent along, and an answer for another is dropped. */
  readonly payer?: string | undefined;
  /** Covers everything up to the last byte of the body. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

export type Answer =
  | { readonly kind: 'ok'; readonly status: number; readonly json: unknown; readonly payer: string | undefined }
  /** A problem of the endpoint API, by name. */
  | {
      readonly kind: 'problem';
      readonly name: ProblemName;
      readonly problem: Problem;
      readonly retryAfterMs: number | undefined;
      /** The same for a person to read, who may have to come back in an hour. */
      readonly comeBackMs?: number | undefined;
    }
  /** The answer was for somebody else. */
  | { readonly kind: 'payer-changed' }
  /** Nothing can be said about what the endpoint did. */
  | {
      readonly kind: 'unknown';
      readonly code: 'network' | 'timeout' | 'bad-answer' | 'unavailable';
      readonly retryAfterMs: number | undefined;
    };

export interface HttpOptions {
  /** Absolute, without a slash at its end. */
  readonly base: string;
  readonly environment: Environment;
  readonly credentials: RequestCredentials;
  /** The bearer token to send now; undefined where the site's cookie signs in. */
  readonly token: () => string | undefined;
}

export type Http = (request: RequestOptions) => Promise<Answer>;

const keepaliveBytes = 60_000;
const dayMs = 86_400_000;

const unknown = (code: Extract<Answer, { kind: 'unknown' }>['code'], retryAfterMs?: number): Answer => ({
  kind: 'unknown',
  code,
  retryAfterMs,
});

const signedOut: Answer = {
  kind: 'problem',
  name: 'unauthenticated',
  problem: { type: 'about:blank', status: 401 },
  retryAfterMs: undefined,
};

const initFor = (options: HttpOptions, request: RequestOptions, signal: AbortSignal): RequestInit => {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json', ...request.headers };
  const token = options.token();
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (request.payer !== undefined) headers['aspire-pay-payer'] = request.payer;
  const init: RequestInit = {
    method: request.method,
    headers,
    cache: 'no-store',
    credentials: options.credentials,
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    signal,
  };
  if (request.body === undefined) return init;
  const body = JSON.stringify(request.body);
  headers['content-type'] = 'application/json';
  // Without keepalive a browser may drop the POST when the page is left.
  return { ...init, body, keepalive: new TextEncoder().encode(body).byteLength < keepaliveBytes };
};

const isJson = (response: Response): boolean =>
  /^application\/([a-z0-9.+-]+\+)?json\s*(;|$)/i.test(response.headers.get('content-type') ?? '');

const parseProblem = (json: unknown): { name: ProblemName; problem: Problem } | undefined => {
  const parsed = z.safeParse(Problem, json);
  const name = parsed.success ? problemName(parsed.data.type) : undefined;
  return parsed.success && name ? { name, problem: parsed.data } : undefined;
};

const isRedirect = (response: Response): boolean => response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);

const read = async (response: Response, request: RequestOptions, now: number): Promise<Answer> => {
  // A redirect is a sign-in page: followed, it would carry the body to another place.
  if (isRedirect(response) || response.status === 401) return signedOut;
  const payer = response.headers.get('aspire-pay-payer') ?? undefined;
  if (request.payer !== undefined && payer !== undefined && payer !== request.payer) return { kind: 'payer-changed' };
  const retryAfterMs = readRetryAfter(response.headers, now);
  if (response.status === 204) return { kind: 'ok', status: 204, json: undefined, payer };
  if (!isJson(response)) return unknown(response.status >= 500 ? 'unavailable' : 'bad-answer', retryAfterMs);
  const json: unknown = JSON.parse(await readCapped(response));
  if (response.ok) return { kind: 'ok', status: response.status, json, payer };
  const problem = parseProblem(json);
  // A server error says nothing of what was done, whatever name it bears.
  if (problem && (response.status < 500 || problem.name === 'unavailable')) {
    return { kind: 'problem', ...problem, retryAfterMs, comeBackMs: readRetryAfter(response.headers, now, dayMs) };
  }
  return unknown(response.status >= 500 ? 'unavailable' : 'bad-answer', retryAfterMs);
};

/** The request function of one endpoint. */
export const createHttp =
  (options: HttpOptions): Http =>
  async (request) => {
    const { environment } = options;
    const ended = new AbortController();
    const done = new AbortController();
    let isLate = false;
    let hasAnswered = false;
    const abort = (): void => {
      ended.abort();
    };
    request.signal?.addEventListener('abort', abort, { once: true });
    const deadline = environment.wait(request.deadlineMs, done.signal).then(() => {
      isLate = !done.signal.aborted;
      abort();
      return unknown('timeout');
    });
    const attempt = async (): Promise<Answer> => {
      try {
        const response = await environment.transport(options.base + request.path, initFor(options, request, ended.signal));
        hasAnswered = true;
        return await read(response, request, environment.now());
      } catch {
        if (!ended.signal.aborted) await environment.whenStaying();
        // Engines disagree on the error of a slow or broken body, so its name says nothing.
        return unknown(isLate ? 'timeout' : hasAnswered ? 'bad-answer' : 'network');
      }
    };
    try {
      // A transport that ignores the signal must not hold us past the deadline.
      return await Promise.race([attempt(), deadline]);
    } finally {
      done.abort();
      request.signal?.removeEventListener('abort', abort);
    }
  };
