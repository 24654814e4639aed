/** Keeps what reached a place: method, path, headers of interest, body, status. Must not change a request or an answer. */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Handler } from '../../../demo/fault-queue.js';
import type { LoggedRequest } from './protocol.js';

const ofInterest = ['authorization', 'aspire-pay-payer', 'content-type', 'idempotency-key', 'origin', 'referer', 'cookie'] as const;

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const readHeaders = ({ headers }: Request): Record<string, string> =>
  Object.fromEntries(
    ofInterest
      .map((name) => [name, headers.get(name)] as const)
      .filter((pair): pair is [(typeof ofInterest)[number], string] => pair[1] !== null),
  );

export class RequestLog {
  readonly #entries: LoggedRequest[] = [];

  list(): readonly LoggedRequest[] {
    return this.#entries;
  }

  wrap(handler: Handler, base: string): Handler {
    return async (request, bindings) => {
      const { pathname, search } = new URL(request.url);
      const text = request.method === 'GET' || request.method === 'HEAD' ? '' : await request.clone().text();
      const entry: LoggedRequest = {
        method: request.method,
        path: pathname.slice(base.length) + search,
        headers: readHeaders(request),
        ...(text === '' ? {} : { body: readJson(text) }),
      };
      this.#entries.push(entry);
      const response = await handler(request, bindings);
      // A connection that was cut had no status, or half an answer.
      if (response !== RESPONSE_ALREADY_SENT) entry.status = response.status;
      return response;
    };
  }
}
