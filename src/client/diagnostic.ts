/**
 * What an integrator may know of each request: which one, how it ended, how long it took. Codes and times, never an id, a sum or a text of
 * the endpoint's. Must not know what a request is for.
 */
import type { Answer, Http, RequestOptions } from './http.js';

export interface Diagnostic {
  /** Method and path below the endpoint's base, with `{id}` in place of each id, without a query: `GET /contracts/{id}/invoices`. */
  readonly request: string;
  /** `ok`, the name of the problem, what broke, or `aborted` where the element needed it no more. */
  readonly result: string;
  /** Until the answer was read, in milliseconds. */
  readonly ms: number;
}

/** An id follows a collection, or `by-key`; `preview` is a resource of its own. */
const withoutIds = (path: string): string => path.replace(/\?.*/, '').replace(/^(\/[a-z-]+\/(?:by-key\/)?)(?!preview$)[^/]+/, '$1{id}');

const resultOf = (answer: Answer): string => {
  if (answer.kind === 'problem') return answer.name;
  return answer.kind === 'unknown' ? answer.code : answer.kind;
};

/** The same requests, each told when it has ended. */
export const toldOf =
  (http: Http, now: () => number, tell: (diagnostic: Diagnostic) => void): Http =>
  async (request: RequestOptions) => {
    const startedAt = now();
    const answer = await http(request);
    const result = request.signal?.aborted ? 'aborted' : resultOf(answer);
    tell({ request: `${request.method} ${withoutIds(request.path)}`, result, ms: now() - startedAt });
    return answer;
  };
