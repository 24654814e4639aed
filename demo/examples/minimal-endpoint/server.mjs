/**
 * The smallest endpoint that keeps the API: plain node:http, no package, everything in memory, for pages of its own site. Start it with
 * `node demo/examples/minimal-endpoint/server.mjs`, and give the kit `--token token-of-ann --other-token token-of-bob`.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { calendar, features, lender, payers } from './books.mjs';
import { findByKey, invalid, pay, preview, readPayment, Refusal, voidKey } from './payments.mjs';
import { addAccount, listAccounts, listContracts, listInvoices, readContract, removeAccount } from './reading.mjs';

const base = '/api/aspire-pay/v1';
const mostBytes = 65_536;

/** JSON.parse takes the last of two names, and any depth; neither is wanted. */
const parse = (text) => {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalid('');
  }
  const levels = [];
  let last = '""';
  for (const [part] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if ('{['.includes(part)) levels.push(new Set());
    else if ('}]'.includes(part)) levels.pop();
    else if (part === ':' && levels.at(-1).has(JSON.parse(last))) throw invalid('', 'duplicate-name');
    else if (part === ':') levels.at(-1).add(JSON.parse(last));
    else last = part;
    if (levels.length > 20) throw invalid('', 'too-deep');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('');
  return body;
};

const readBody = async (request) => {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) throw new Refusal('unsupported-media-type', 415);
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  if (size > mostBytes) throw new Refusal('too-large', 413);
  return parse(Buffer.concat(chunks).toString('utf8'));
};

const session = (payer) => {
  const limits = { maxItems: 1 };
  return { payer, lender, features, bankAccounts: 'any', limits, calendar: calendar(), asOf: new Date().toISOString() };
};
const forbid = () => {
  throw new Refusal('forbidden', 403);
};
const document = () => JSON.parse(readFileSync(new URL('../../../dist/openapi.json', import.meta.url), 'utf8'));

/** Without a token. */
const open = {
  'GET /healthz': () => ({ body: { status: 'ok' } }),
  'GET /openapi.json': () => ({ body: document() }),
  'GET /lender': () => ({ body: { id: lender.id, name: lender.name, enrollment: false } }),
};

/** `:` stands for one part of a path. */
const routes = {
  'GET /session': ({ payer }) => ({ body: session(payer) }),
  'GET /contracts': ({ payer, query }) => ({ body: listContracts(query, payer) }),
  'GET /contracts/:': ({ payer, id }) => ({ body: readContract(id, payer) }),
  'GET /contracts/:/invoices': ({ payer, id, query }) => ({ body: listInvoices(id, query, payer) }),
  'POST /payments/preview': ({ payer, sent }) => ({ body: preview(sent, payer) }),
  'POST /payments': ({ payer, sent, headers }) => {
    const { isReplay, result } = pay(sent, headers['idempotency-key']?.replace(/^"(.*)"$/, '$1'), payer);
    return isReplay ? { body: result, more: { 'Idempotent-Replayed': 'true' } } : { status: 201, body: result };
  },
  'GET /payments': forbid,
  'GET /payments/:': ({ payer, id }) => ({ body: readPayment(id, payer) }),
  'POST /payments/:/cancel': forbid,
  'GET /payments/by-key/:': ({ payer, id }) => ({ body: findByKey(id, payer) }),
  'PUT /payments/by-key/:/void': ({ payer, id }) => {
    const won = voidKey(id, payer);
    return won ? { body: won } : { status: 204 };
  },
  'GET /bank-accounts': ({ payer, query }) => ({ body: listAccounts(query, payer) }),
  'POST /bank-accounts': ({ payer, sent }) => {
    const { isNew, view } = addAccount(sent, payer);
    return { status: isNew ? 201 : 200, body: view };
  },
  'DELETE /bank-accounts/:': ({ payer, id }) => ({ status: 204, body: removeAccount(id, payer) }),
};
const withBody = ['POST /payments/preview', 'POST /payments', 'POST /bank-accounts'];

/** The route's name, and the part of the path that `:` stands for. */
const findRoute = (method, path) => {
  const parts = path.split('/').slice(1);
  const shapes = [-1, 1, 2].map((place) => `${method} /${parts.map((part, index) => (index === place ? ':' : part)).join('/')}`);
  const place = shapes.findIndex((shape) => Object.hasOwn(routes, shape) || Object.hasOwn(open, shape));
  return { name: shapes[place], id: decodeURIComponent(parts[place] ?? '') };
};

const answer = async (request, url, tell) => {
  const { headers, method } = request;
  const { name, id } = findRoute(method, url.pathname.replace(base, ''));
  if (name === undefined) return { status: 404, problem: 'about:blank' };
  if (Object.hasOwn(open, name)) return open[name]();
  const payer = payers.get(/^Bearer (.+)$/.exec(headers.authorization)?.[1]);
  if (!payer) throw new Refusal('unauthenticated', 401);
  tell({ 'Aspire-Pay-Payer': payer.id });
  const sent = withBody.includes(name) ? await readBody(request) : undefined;
  if ((headers['aspire-pay-payer'] ?? payer.id) !== payer.id) throw new Refusal('payer-mismatch', 403);
  return routes[name]({ payer, id, query: url.searchParams, sent, headers });
};

const explain = (error) => {
  if (error instanceof Refusal) return { status: error.status, problem: `urn:aspire-pay:problem:${error.message}`, errors: error.errors };
  console.error(error);
  return { status: 500, problem: 'about:blank' };
};

const handle = async (request, response) => {
  const all = { 'Cache-Control': 'no-store', Vary: 'Origin' };
  const tell = (headers) => Object.assign(all, headers);
  const { status = 200, body, more, problem, errors } = await answer(request, new URL(request.url, 'http://here'), tell).catch(explain);
  const text = problem ? { type: problem, status, errors } : body;
  tell({ ...more, ...(text && { 'Content-Type': problem ? 'application/problem+json' : 'application/json' }) });
  response.writeHead(status, all).end(text && JSON.stringify(text));
};

const server = createServer((request, response) => void handle(request, response));
server.listen(Number(process.env.PORT ?? 8788), '127.0.0.1', () => {
  console.log(`Endpoint ready at http://127.0.0.1:${server.address().port}${base}`);
});
