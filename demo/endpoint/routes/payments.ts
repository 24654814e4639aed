/**
 * Payments: previewed, made, asked for by key, voided, listed. The order of checks on a payment stands here; what they check, elsewhere.
 */
import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import { Id, Key, PaymentRequest, PreviewRequest, type PaymentPage } from '../../../src/api/index.js';
import { cancelPayment } from '../cancel.js';
import type { EndpointDeps } from '../deps.js';
import { parseForm } from '../form.js';
import { canonicalJson, sha256Hex } from '../json.js';
import { awaitAccepted, findAccepted, findByKey, makePayment, voidKey, type Accepted } from '../ledger.js';
import { addressOf } from '../middleware/address.js';
import { readJson } from '../middleware/body.js';
import { requireSamePayer, samePayer, type EndpointEnv } from '../middleware/who.js';
import { previewPayment } from '../preview.js';
import { invalidKey, notFound, ProblemError } from '../problems.js';
import { countPayment, requireRate } from '../rate-limits.js';
import { readCursor, writeCursor } from '../store/cursor.js';
import { findPayment, listPayments, toPayment, toPaymentDetail, type KeyScope } from '../store/payments.js';
import { requireForm, requirePayments } from '../submission.js';
import { cutToLimit } from './pages.js';
import { readLimit } from './query.js';

const PaymentCursor = z.tuple([z.string(), Id]);

/** Bare, or as a structured string in quotes. */
const readHeaderKey = (c: Context): string => {
  const text = (c.req.header('idempotency-key') ?? '').trim().replace(/^"(.*)"$/, '$1');
  if (!Key.safeParse(text).success) throw invalidKey('The header Idempotency-Key must hold a UUID.');
  return text.toLowerCase();
};

const readBodyKey = (body: unknown): string => {
  const key: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'idempotencyKey') : undefined;
  const parsed = Key.safeParse(key);
  if (!parsed.success) throw invalidKey('The body must name a UUID as idempotencyKey.');
  return parsed.data.toLowerCase();
};

const readPathKey = (c: Context): string => {
  const parsed = Key.safeParse(c.req.param('key'));
  if (!parsed.success) throw invalidKey('A key is a UUID.');
  return parsed.data.toLowerCase();
};

const sendAccepted = (c: Context, { result, isReplay }: Accepted): Response => {
  if (isReplay) c.header('Idempotent-Replayed', 'true');
  return c.json(result, isReplay ? 200 : 201);
};

const scopeOf = (c: Context<EndpointEnv>, key: string): KeyScope => {
  const { lenderId, payerId } = c.get('who');
  return { lenderId, payerId, key };
};

export const paymentRoutes = (deps: EndpointDeps): Hono<EndpointEnv> => {
  const { store, authorizationKey } = deps;

  /** 413/415, key syntax, who, key lookup, 403, form; then the transaction goes on with ids, version, authorization and terms. */
  const pay = async (c: Context<EndpointEnv>): Promise<Response> => {
    const body = await readJson(c);
    const key = readHeaderKey(c);
    if (readBodyKey(body) !== key) throw invalidKey('The header and the body name different keys.');
    requireSamePayer(c);
    const who = c.get('who');
    const scope = scopeOf(c, key);
    const bodyHash = sha256Hex(canonicalJson({ ...(body as object), idempotencyKey: key }));
    const { isKnown, excess } = await countPayment(deps, scope, [
      { name: 'payments-by-payer', subject: who.payerId },
      { name: 'payments-by-address', subject: addressOf(c, deps.trustedProxies) },
    ]);
    const known = isKnown ? await findAccepted(deps, scope, bodyHash) : undefined;
    if (known !== undefined) return sendAccepted(c, known);
    if (excess !== undefined) {
      // A copy of a payment that is being made is no new one.
      const made = await awaitAccepted(deps, scope, bodyHash);
      if (made === undefined) throw excess;
      return sendAccepted(c, made);
    }
    const settings = c.get('settings');
    requirePayments(settings);
    const request = parseForm(PaymentRequest, body);
    requireForm(request, settings);
    return sendAccepted(c, await makePayment(deps, who, { scope, bodyHash, request }));
  };

  const preview = async (c: Context<EndpointEnv>): Promise<Response> => {
    const body = await readJson(c);
    const who = c.get('who');
    await requireRate(deps, [
      { name: 'previews-by-payer', subject: who.payerId },
      { name: 'previews-by-address', subject: addressOf(c, deps.trustedProxies) },
    ]);
    const settings = c.get('settings');
    requirePayments(settings);
    const request = parseForm(PreviewRequest, body);
    requireForm(request, settings);
    return c.json(await previewPayment(deps, who, request));
  };

  const list = async (c: Context<EndpointEnv>): Promise<Response> => {
    const { payerId } = c.get('who');
    const settings = c.get('settings');
    const now = deps.now();
    if (!settings.features.history) throw new ProblemError('forbidden', 'The payment history is not offered here.');
    const limit = readLimit(c, { usual: 20, most: 50 });
    const listName = `payments/${payerId}`;
    const cursor = c.req.query('cursor');
    const position = cursor === undefined ? undefined : readCursor(authorizationKey, listName, PaymentCursor, cursor);
    const after = position && { createdAt: position[0], id: position[1] };
    const { items, hasMore } = cutToLimit(await listPayments(store.db, payerId, { after, limit: limit + 1 }), limit);
    const last = items.at(-1);
    const nextCursor = hasMore && last ? writeCursor(authorizationKey, listName, [last.created_at, last.id]) : null;
    const page: PaymentPage = { items: items.map((row) => toPayment(row, { settings, now })), nextCursor, asOf: now.toISOString() };
    return c.json(page);
  };

  const routes = new Hono<EndpointEnv>();
  routes
    .post('/', pay)
    .use(samePayer)
    .get('/', list)
    .post('/preview', preview)
    .get('/by-key/:key', async (c) => {
      const result = await findByKey(deps, scopeOf(c, readPathKey(c)));
      if (result === undefined) throw new ProblemError('not-found', 'No payment has been seen by this key so far.');
      return c.json(result);
    })
    .put('/by-key/:key/void', async (c) => {
      const result = await voidKey(deps, scopeOf(c, readPathKey(c)));
      return result === undefined ? c.body(null, 204) : c.json(result);
    })
    .get('/:id', async (c) => {
      const { payerId } = c.get('who');
      const id = c.req.param('id');
      const payment = Id.safeParse(id).success ? await findPayment(store.db, payerId, id) : undefined;
      if (payment === undefined) throw notFound();
      return c.json(toPaymentDetail(payment, { settings: c.get('settings'), now: deps.now() }));
    })
    .post('/:id/cancel', async (c) => c.json(await cancelPayment(deps, c.get('who'), c.req.param('id'))));
  return routes;
};
