/** Once: a key and its copies, whatever their spelling, their body and their moment. */
import { PaymentResult, type PaymentRequest } from '../../api/index.js';
import { isSuccess, isRefusedAs, type Exchange } from '../exchange.js';
import { readForm } from '../payer.js';
import { sumInFlight, type Paid } from '../purse.js';
import type { RuleId } from '../rules.js';
import type { Check, Trial } from '../trial.js';

const onePayment = 'one payment, and copies of it';
const copies = 8;

const idsIn = (exchange: Exchange): string =>
  readForm(exchange, PaymentResult)
    .payments.map(({ id }) => id)
    .join();

const idsOf = ({ payments }: Paid): string => payments.map(({ id }) => id).join();

/** 200, marked as a replay, with the payments there were. */
const expectReplay = (trial: Trial, rule: RuleId, exchange: Exchange, paid: Paid): void => {
  const isReplay = exchange.answer.status === 200 && exchange.answer.headers['idempotent-replayed'] === 'true';
  if (!trial.expect(rule, isReplay, exchange, '200 with Idempotent-Replayed: true')) return;
  trial.expect(rule, idsIn(exchange) === idsOf(paid), exchange, `the payments ${idsOf(paid)}`);
};

const reorder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reorder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, content]) => [name, reorder(content)]),
  );
};

const judgeReplay = async (trial: Trial): Promise<void> => {
  const paid = await trial.purse.pay();
  const contractId = paid.payments[0]?.contractId ?? '';
  const before = await trial.me.contract(contractId);
  const replay = await trial.me.pay(paid.request);
  expectReplay(trial, 'key.replay', replay, paid);
  const after = await trial.me.contract(contractId);
  trial.expect('key.replay', sumInFlight(after) <= sumInFlight(before), replay, 'no more in flight than before');
  const found = await trial.me.byKey(paid.request.idempotencyKey);
  if (trial.expectStatus('key.found', found, 200))
    trial.expect('key.found', idsIn(found) === idsOf(paid), found, `the payments ${idsOf(paid)}`);
};

const judgeSpellings = async (trial: Trial): Promise<void> => {
  const paid = await trial.purse.pay();
  const { request } = paid;
  const bare = await trial.me.pay(request, { headers: { 'idempotency-key': request.idempotencyKey } });
  expectReplay(trial, 'key.quotes', bare, paid);
  const raw = JSON.stringify(reorder(request), null, 4);
  expectReplay(trial, 'key.same-values', await trial.me.pay(request, { raw }), paid);
  const upper = request.idempotencyKey.toUpperCase();
  expectReplay(trial, 'key.case', await trial.me.pay({ ...request, idempotencyKey: upper }), paid);
  trial.expectStatus('key.case', await trial.me.byKey(upper), 200);
};

const judgeBareFirst = async (trial: Trial): Promise<void> => {
  const { request } = await trial.purse.prepare();
  const exchange = await trial.me.pay(request, { headers: { 'idempotency-key': request.idempotencyKey } });
  trial.expectStatus('key.quotes', exchange, 201);
};

const judgeOtherBodies = async (trial: Trial): Promise<void> => {
  const { request } = await trial.purse.pay();
  const others: readonly object[] = [
    { ...request, locale: 'en-CA' },
    { ...request, items: request.items.map((item) => ({ ...item, amount: { ...item.amount, value: item.amount.value + 1 } })) },
    { ...request, authorization: { ...request.authorization, acceptedAt: '2001-01-01T00:00:00Z' } },
  ];
  for (const other of others) {
    const exchange = await trial.me.call('createPayment', { json: other, headers: { 'idempotency-key': `"${request.idempotencyKey}"` } });
    trial.expectProblem('key.reused', exchange, 'key-reused');
  }
  const formless = { idempotencyKey: request.idempotencyKey, items: [] };
  trial.expectProblem('order.key-lookup-before-form', await trial.me.pay(formless), 'key-reused');
};

const judgeSyntax = async (trial: Trial): Promise<void> => {
  const { request } = await trial.purse.prepare();
  const key = request.idempotencyKey;
  const { idempotencyKey: _left, ...keyless } = request;
  const cases: readonly (readonly [body: object, header: string | null])[] = [
    [request, null],
    [request, ''],
    [request, '"not-a-uuid"'],
    [request, trial.outside.newKey()],
    [keyless, key],
    [{ ...request, idempotencyKey: 7 }, key],
    [{ ...request, idempotencyKey: `${key}0` }, `${key}0`],
  ];
  for (const [json, header] of cases) {
    const exchange = await trial.me.call('createPayment', { json, headers: { 'idempotency-key': header } });
    trial.expectProblem('key.syntax', exchange, 'invalid', { status: 400 });
  }
  for (const operation of ['getPaymentsByKey', 'voidKey'] as const) {
    trial.expectProblem('key.syntax', await trial.me.call(operation, { at: { key: 'not-a-uuid' } }), 'invalid', { status: 400 });
  }
  trial.expectStatus('key.refused-stores-nothing', await trial.me.byKey(key), 404);
};

/** Replays carry their mark; what isn't done yet says so. */
const isLawful = (exchange: Exchange): boolean => {
  if (exchange.answer.status === 201) return true;
  if (exchange.answer.status === 200) return exchange.answer.headers['idempotent-replayed'] === 'true';
  return isRefusedAs(exchange, 'in-progress') && exchange.answer.headers['retry-after'] !== undefined;
};

const sendAtOnce = (trial: Trial, request: PaymentRequest): Promise<Exchange[]> =>
  Promise.all(Array.from({ length: copies }, () => trial.me.pay(request)));

const judgeConcurrent = async (trial: Trial): Promise<void> => {
  const { request } = await trial.purse.prepare();
  const before = await trial.me.contract(request.items[0]?.contractId ?? '');
  const exchanges = await sendAtOnce(trial, request);
  const wrong = exchanges.filter((exchange) => !isLawful(exchange));
  trial.expect('key.concurrent', wrong.length === 0, wrong, '201, 200 with Idempotent-Replayed: true, or 409 in-progress with Retry-After');
  const made = exchanges.filter(({ answer }) => answer.status === 201);
  trial.expect('key.concurrent', made.length === 1, exchanges.slice(0, 2), `201 once among ${copies} copies, not ${made.length} times`);
  const payments = new Set(exchanges.filter(isSuccess).map(idsIn));
  trial.expect('key.concurrent', payments.size === 1, exchanges.slice(0, 2), 'the same payments in every answer');
  const after = await trial.me.contract(before.id);
  const difference = sumInFlight(after) - sumInFlight(before);
  const expected = request.items[0]?.amount.value ?? 0;
  trial.expect('key.concurrent', difference === expected, made.slice(0, 1), `${expected} more in flight than before, not ${difference}`);
};

const judgeRefused = async (trial: Trial): Promise<void> => {
  const [contract] = await trial.purse.contracts();
  if (contract === undefined) return;
  const { request } = await trial.purse.prepare([contract]);
  const items = request.items.map((item) => ({ ...item, contractVersion: trial.outside.word() }));
  const refused = await trial.me.pay({ ...request, items });
  trial.expectProblem('version.stale', refused, 'contract-changed');
  const unseen = await trial.me.byKey(request.idempotencyKey);
  trial.expectProblem('key.refused-stores-nothing', unseen, 'not-found');
  const mended = await trial.me.pay(request);
  trial.expect('key.refused-stores-nothing', mended.answer.status === 201, [refused, mended], '201: the refused request left the key free');
};

export const keyChecks: readonly Check[] = [
  { title: 'A copy of a payment', rules: ['key.replay', 'key.found'], writes: onePayment, run: judgeReplay },
  {
    title: 'Copies in another spelling',
    rules: ['key.quotes', 'key.same-values', 'key.case'],
    writes: onePayment,
    run: judgeSpellings,
  },
  { title: 'A payment whose key has no quotes', rules: ['key.quotes'], writes: 'one payment', run: judgeBareFirst },
  {
    title: 'The same key with another body',
    rules: ['key.reused', 'order.key-lookup-before-form'],
    writes: 'one payment, and others under its key, which are refused',
    run: judgeOtherBodies,
  },
  {
    title: 'Keys that are none',
    rules: ['key.syntax', 'key.refused-stores-nothing'],
    writes: 'payments that are refused',
    run: judgeSyntax,
  },
  { title: `${copies} copies at once`, rules: ['key.concurrent'], writes: onePayment, run: judgeConcurrent },
  {
    title: 'A refused payment leaves its key free',
    rules: ['key.refused-stores-nothing', 'version.stale'],
    writes: 'one payment, after one that is refused',
    run: judgeRefused,
  },
  {
    title: 'A key nobody has seen',
    rules: ['key.unseen'],
    run: async (trial) => {
      await trial.me.session();
      trial.expectProblem('key.unseen', await trial.me.byKey(trial.outside.newKey()), 'not-found');
    },
  },
];
