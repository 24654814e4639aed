/** Endpoints that go wrong over bank accounts. */
import { nameIn } from './paying-again.js';
import {
  accept,
  answerRecord,
  answerWith,
  changeAnswer,
  changeRequest,
  editAnswer,
  is,
  itemsOf,
  readBody,
  readRecord,
  withBody,
  withJson,
  withStatus,
  type Json,
  type Variant,
} from './variant.js';

const isAdding = (request: Request): boolean => is(request, 'POST', '/bank-accounts');

export const accountVariants: readonly Variant[] = [
  {
    name: 'answers 200 to a new bank account',
    breaks: 'accounts.add',
    wrap: changeAnswer((response, request) => (isAdding(request) && response.status === 201 ? withStatus(response, 200) : response)),
  },
  {
    name: 'leaves a new bank account unverified, although any is allowed',
    breaks: 'accounts.usable',
    wrap: editAnswer('POST', '/bank-accounts', (account) => ({ ...account, status: 'unverified' })),
  },
  {
    name: 'answers 201 to a copy of a bank account',
    breaks: 'accounts.replay',
    consequences: ['accounts.same'],
    wrap: changeAnswer((response, request) => (isAdding(request) && response.status === 200 ? withStatus(response, 201) : response)),
  },
  {
    name: 'adds the same numbers twice',
    breaks: 'accounts.same',
    wrap: (next) => {
      const seen = new Map<string, string>();
      return async (request) => {
        if (!isAdding(request)) return next(request);
        const body = await readRecord(request);
        const [number, key] = [String(body['accountNumber']), String(body['idempotencyKey'])];
        const first = seen.get(number);
        if (first === undefined) seen.set(number, key);
        if (first === undefined || first === key || number.length !== 13) return next(request);
        return next(withJson(request, { ...body, accountNumber: `77${number.slice(2)}` }));
      };
    },
    perhaps: ['accounts.refuses', 'accounts.token'],
  },
  {
    name: 'takes another bank account for the first one',
    breaks: 'accounts.key-reused',
    wrap: (next) => {
      const bodies = new Map<string, string>();
      return async (request) => {
        if (!isAdding(request)) return next(request);
        const text = await readBody(request);
        const key = String((await readRecord(request))['idempotencyKey']);
        const response = await next(request.clone());
        if (response.status === 201) bodies.set(key, text);
        const isReused = response.status === 422 && (await nameIn(response)) === 'key-reused';
        return isReused ? next(withBody(request, bodies.get(key) ?? '{}')) : response;
      };
    },
  },
  {
    name: 'does not look at the check digit',
    breaks: 'accounts.refuses',
    wrap: changeRequest(async (request) => {
      const body = isAdding(request) ? await readRecord(request) : {};
      return body['routingNumber'] === '110000001' ? withJson(request, { ...body, routingNumber: '110000000' }) : request;
    }),
  },
  {
    name: 'takes the numbers where there is a token beside them',
    breaks: 'accounts.token',
    wrap: changeRequest(async (request) => {
      const { token, ...body } = isAdding(request) ? await readRecord(request) : {};
      return token !== undefined && 'accountNumber' in body ? withJson(request, body) : request;
    }),
  },
  {
    name: 'removes a bank account twice',
    breaks: 'accounts.remove',
    wrap: (next) => {
      const removed = new Set<string>();
      return async (request) => {
        const response = await next(request);
        if (request.method === 'DELETE' && response.ok) removed.add(request.url);
        return request.method === 'DELETE' && response.status === 404 && removed.has(request.url) ? accept(response, null, 204) : response;
      };
    },
  },
  {
    name: 'lists a bank account that was removed',
    breaks: 'accounts.remove',
    wrap: (next) => {
      let last: Json | undefined;
      return async (request) => {
        const response = await next(request);
        if (isAdding(request) && response.status === 201) last = await answerRecord(response);
        if (!is(request, 'GET', '/bank-accounts') || !response.ok || last === undefined) return response;
        const page = await answerRecord(response);
        const isIn = itemsOf(page).some(({ id }) => id === last?.['id']);
        return isIn || page['nextCursor'] !== null ? response : answerWith(response, { ...page, items: [...itemsOf(page), last] });
      };
    },
    perhaps: ['page.limit', 'page.once'],
  },
  {
    name: 'removes a bank account with a payment in flight',
    breaks: 'accounts.in-use',
    wrap: changeAnswer((response, request) =>
      request.method === 'DELETE' && response.status === 409 ? accept(response, null, 204) : response,
    ),
  },
];
