/**
 * An endpoint that breaks one rule: the reference endpoint with something in front of it that changes a question or an answer.
 * Must not know the kit but by the names of its rules.
 */
import type { RuleId } from '../../../src/conformance/index.js';
import type { Fetch, ReferenceOptions } from '../support/reference.js';

export interface Variant extends Omit<ReferenceOptions, 'wrap'> {
  /** What is wrong with it. */
  readonly name: string;
  /** The rule the kit must find broken. */
  readonly breaks: RuleId;
  /** Rules that can't be kept by whoever breaks that one: found, too, every time. */
  readonly consequences?: readonly RuleId[];
  /** The same, where it depends on who is faster. */
  readonly perhaps?: readonly RuleId[];
  /** Fresh for each run: what it remembers is its own. */
  readonly wrap: (next: Fetch) => Fetch;
}

export type Json = Record<string, unknown>;

export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export const pathOf = (request: Request): string => new URL(request.url).pathname;

export const is = (request: Request, method: string, path: RegExp | string): boolean =>
  request.method === method && (typeof path === 'string' ? pathOf(request) === path : path.test(pathOf(request)));

export const queryOf = (request: Request, name: string): string | null => new URL(request.url).searchParams.get(name);

/** The same question with other query parameters; null removes one. */
export const withQuery = (request: Request, query: Record<string, string | null>): Request => {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(query)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return new Request(url, request);
};

export const withPath = (request: Request, path: string): Request => {
  const url = new URL(request.url);
  url.pathname = path;
  return new Request(url, request);
};

/** The same question with other headers; null removes one. */
export const withHeaders = (request: Request, headers: Record<string, string | null>): Request => {
  const all = new Headers(request.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  return new Request(request.clone(), { headers: all });
};

const bodyless = ['GET', 'HEAD', 'OPTIONS'];

export const withBody = (request: Request, body: string): Request => {
  if (bodyless.includes(request.method)) return request;
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  headers.delete('transfer-encoding');
  return new Request(request.url, { method: request.method, headers, body });
};

export const withJson = (request: Request, body: unknown): Request => withBody(request, JSON.stringify(body));

/** Of a copy, so that the question can still be asked. */
export const readBody = (request: Request): Promise<string> => request.clone().text();

export const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** The question's body where it is an object; empty otherwise. */
export const readRecord = async (request: Request): Promise<Json> => {
  const body = parse(await readBody(request));
  return isRecord(body) ? body : {};
};

export const answerRecord = async (response: Response): Promise<Json> => {
  const body = parse(await response.clone().text());
  return isRecord(body) ? body : {};
};

const headersWithoutLength = (response: Response): Headers => {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return headers;
};

/** The same answer with another body; a 204 has none. */
export const answerWith = (response: Response, body: unknown, status = response.status): Response =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers: headersWithoutLength(response) });

export const withStatus = async (response: Response, status: number): Promise<Response> =>
  new Response(status === 204 ? null : await response.text(), { status, headers: headersWithoutLength(response) });

/** Null removes a header. */
export const answerHeaders = async (response: Response, headers: Record<string, string | null>): Promise<Response> => {
  const all = headersWithoutLength(response);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  const text = await response.text();
  return new Response(response.status === 204 ? null : text, { status: response.status, headers: all });
};

/** A refusal of ours, with all the headers the endpoint itself would send: those of `like`. */
export const refuse = (like: Response, status: number, name: string, errors?: readonly Json[]): Response => {
  const headers = headersWithoutLength(like);
  headers.set('content-type', 'application/problem+json');
  headers.delete('idempotent-replayed');
  const body = { type: `urn:aspire-pay:problem:${name}`, title: name, status, detail: name, ...(errors && { errors }) };
  return new Response(JSON.stringify(body), { status, headers });
};

/** A success with the headers of `like`. */
export const accept = (like: Response, body: unknown, status = 200): Response => {
  const headers = headersWithoutLength(like);
  headers.set('content-type', 'application/json');
  return new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
};

type Change = (value: Json) => Json;

/** Changes successes of one kind; their body is an object. */
export const editAnswer =
  (method: string, path: RegExp | string, change: (value: Json, request: Request) => Json) =>
  (next: Fetch): Fetch =>
  async (request) => {
    const response = await next(request);
    if (!is(request, method, path) || !response.ok || response.status === 204) return response;
    return answerWith(response, change(await answerRecord(response), request));
  };

/** Changes answers by whatever they are. */
export const changeAnswer =
  (change: (response: Response, request: Request) => Response | Promise<Response>) =>
  (next: Fetch): Fetch =>
  async (request) =>
    change(await next(request.clone()), request);

/** Changes questions. */
export const changeRequest =
  (change: (request: Request) => Request | Promise<Request>) =>
  (next: Fetch): Fetch =>
  async (request) =>
    next(await change(request));

export const itemsOf = (page: Json): Json[] => (Array.isArray(page['items']) ? page['items'].filter(isRecord) : []);

export const mapItems = (page: Json, change: Change): Json => ({ ...page, items: itemsOf(page).map(change) });

/** Every contract, whether listed or by its id. */
export const editContracts =
  (change: (contract: Json, request: Request) => Json) =>
  (next: Fetch): Fetch =>
    editAnswer('GET', '/contracts', (page, request) => mapItems(page, (contract) => change(contract, request)))(
      editAnswer('GET', /^\/contracts\/[^/]+$/, change)(next),
    );

export const get = (next: Fetch, like: Request, path: string, token?: string): Promise<Response> => {
  const headers = new Headers({ authorization: token === undefined ? (like.headers.get('authorization') ?? '') : `Bearer ${token}` });
  return next(new Request(new URL(path, like.url), { headers }));
};

export const getRecord = async (next: Fetch, like: Request, path: string): Promise<Json> => answerRecord(await get(next, like, path));

/** The token of the other of the two payers of the sandbox. */
export const otherToken = (request: Request): string =>
  request.headers.get('authorization') === 'Bearer demo-acme' ? 'demo-beta' : 'demo-acme';
