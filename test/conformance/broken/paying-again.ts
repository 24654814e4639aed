/** What several of the broken endpoints do: pay, preview and tell keys anew. Must not know the kit. */
import type { Fetch } from '../support/reference.js';
import { answerRecord, get, is, itemsOf, pathOf, readRecord, withHeaders, withJson, type Json } from './variant.js';

export const isPaying = (request: Request): boolean => is(request, 'POST', '/payments');
export const isVoiding = (request: Request): boolean => is(request, 'PUT', /\/void$/);
export const isAsking = (request: Request): boolean => is(request, 'GET', /\/by-key\//);

export const keyIn = async (request: Request): Promise<string> => String((await readRecord(request))['idempotencyKey']).toLowerCase();
export const keyInPath = (request: Request): string => (pathOf(request).split('/')[3] ?? '').toLowerCase();

/** Makes the payment again under a key of its own, on the contract as it is now. */
export const payAnew = async (next: Fetch, request: Request): Promise<Response> => {
  const { idempotencyKey: _key, authorization, ...body } = await readRecord(request);
  const items = await Promise.all(
    (body['items'] as Json[]).map(async (item) => {
      const contract = await answerRecord(await get(next, request, `/contracts/${String(item['contractId'])}`));
      return { ...item, contractVersion: contract['version'] };
    }),
  );
  const url = new URL('/payments/preview', request.url);
  const headers = { authorization: request.headers.get('authorization') ?? '', 'content-type': 'application/json' };
  const preview = await answerRecord(await next(new Request(url, { method: 'POST', headers, body: JSON.stringify({ ...body, items }) })));
  const { id, sha256 } = preview['authorization'] as Json;
  const key = crypto.randomUUID();
  const anew = { ...body, items, idempotencyKey: key, authorization: { ...(authorization as Json), id, sha256 } };
  return next(withHeaders(withJson(request, anew), { 'idempotency-key': key }));
};

export const previewAgain = async (next: Fetch, request: Request, change: (item: Json) => Promise<Json>): Promise<Response> => {
  const { idempotencyKey, authorization, ...body } = await readRecord(request);
  const items = await Promise.all(itemsOf(body).map(change));
  const url = new URL('/payments/preview', request.url);
  const headers = { authorization: request.headers.get('authorization') ?? '', 'content-type': 'application/json' };
  const preview = await next(new Request(url, { method: 'POST', headers, body: JSON.stringify({ ...body, items }) }));
  if (!preview.ok) return preview;
  const { id, sha256 } = (await answerRecord(preview))['authorization'] as Json;
  return next(withJson(request, { ...body, items, idempotencyKey, authorization: { ...(authorization as Json), id, sha256 } }));
};

export const currentVersion = async (next: Fetch, request: Request, item: Json): Promise<Json> => {
  const contract = await get(next, request, `/contracts/${String(item['contractId'])}`);
  return contract.ok ? { ...item, contractVersion: (await answerRecord(contract))['version'] } : item;
};

export const nameIn = async (response: Response): Promise<string> =>
  String((await answerRecord(response))['type'])
    .split(':')
    .at(-1) ?? '';
