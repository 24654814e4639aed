/** What was previewed is what can be paid, and nothing else; and the order in which a payment is judged. */
import { PaymentDetail, type PaymentRequest } from '../../api/index.js';
import { laterOpenDay } from '../days.js';
import { readForm } from '../payer.js';
import type { Check, Trial } from '../trial.js';
import { samplePayment, unknownId } from './samples.js';
import { writeAmount } from './money.js';

const refusedPayments = 'payments that are refused';

type Change = (request: PaymentRequest) => PaymentRequest;

const changesOf = async (
  trial: Trial,
  { accountId, items }: PaymentRequest,
): Promise<readonly (readonly [what: string, change: Change])[]> => {
  const { calendar, features } = await trial.me.session();
  const later = features.schedule ? laterOpenDay(calendar) : undefined;
  const accounts = (await trial.me.bankAccounts()).items;
  const currency = items[0]?.amount.currency;
  const account = accounts.find((one) => one.id !== accountId && one.status === 'usable' && one.currency === currency);
  return [
    ['an id nobody gave out', (request) => ({ ...request, authorization: { ...request.authorization, id: trial.outside.word() } })],
    ['another hash', (request) => ({ ...request, authorization: { ...request.authorization, sha256: '0'.repeat(64) } })],
    ['another locale', (request) => ({ ...request, locale: 'fr-CA' })],
    [
      'another amount',
      (request) => ({
        ...request,
        items: request.items.map((item) => ({ ...item, amount: { ...item.amount, value: item.amount.value + 1 } })),
      }),
    ],
    ...(later === undefined ? [] : [['another date', (request: PaymentRequest) => ({ ...request, date: later })] as const]),
    ...(account === undefined ? [] : [['another account', (request: PaymentRequest) => ({ ...request, accountId: account.id })] as const]),
  ];
};

const judgeBinding = async (trial: Trial): Promise<void> => {
  const [contract] = await trial.purse.contracts();
  if (contract === undefined) return;
  const { request } = await trial.purse.prepare([contract]);
  for (const [what, change] of await changesOf(trial, request)) {
    const changed = { ...change(request), idempotencyKey: trial.outside.newKey() };
    const exchange = await trial.me.pay(changed);
    trial.expectProblem('authorization.binds', exchange, 'preview-changed', { of: what });
  }
};

const judgeClock = async (trial: Trial): Promise<void> => {
  for (const acceptedAt of ['2001-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
    const { request } = await trial.purse.prepare();
    const exchange = await trial.me.pay({ ...request, authorization: { ...request.authorization, acceptedAt } });
    trial.expectStatus('authorization.accepted-at', exchange, 201);
  }
};

const judgeReceipt = async (trial: Trial): Promise<void> => {
  const { request, preview, payments } = await trial.purse.pay();
  const exchange = await trial.me.call('getPayment', { at: { paymentId: payments[0]?.id ?? '' } });
  const { authorization } = readForm(exchange, PaymentDetail);
  const isSame = authorization.text === preview.authorization.text && authorization.locale === request.locale;
  trial.expect('authorization.receipt', isSame, exchange, `the text of the preview, in ${request.locale}: “${preview.authorization.text}”`);
};

const judgeOrder = async (trial: Trial): Promise<void> => {
  const { request } = await trial.purse.prepare();
  const next = (): string => trial.outside.newKey();
  const send = (change: object): ReturnType<Trial['me']['pay']> => trial.me.pay({ ...request, ...change, idempotencyKey: next() });
  const items = request.items.map((item) => ({ ...item, contractVersion: trial.outside.word() }));
  const authorization = { ...request.authorization, id: trial.outside.word() };
  const ids = await send({ items, authorization, accountId: unknownId(trial.outside) });
  trial.expectProblem('order.ids-before-version', ids, 'invalid', { code: 'unknown-id' });
  trial.expectProblem('order.version-before-authorization', await send({ items, authorization }), 'contract-changed');
  trial.expectProblem('order.authorization-before-terms', await send({ authorization, date: '2001-01-01' }), 'preview-changed');
  trial.expectProblem('order.form-before-ids', await send({ items, locale: 7, accountId: unknownId(trial.outside) }), 'invalid', {
    pointer: '/locale',
  });
};

const judgeFirst = async (trial: Trial): Promise<void> => {
  await trial.me.session();
  const raw = JSON.stringify({ items: [] });
  const text = { 'content-type': 'text/plain', 'idempotency-key': null };
  trial.expectProblem('order.media-type-first', await trial.me.call('createPayment', { raw, headers: text }), 'unsupported-media-type');
  const large = JSON.stringify({ padding: 'x'.repeat(70_000) });
  trial.expectProblem('order.media-type-first', await trial.me.call('createPayment', { raw: large }), 'too-large');
  trial.expectProblem('order.key-syntax-before-form', await trial.me.call('createPayment', { raw }), 'invalid', { status: 400 });
};

const judgeForms = async (trial: Trial): Promise<void> => {
  trial.requireOccasion((await trial.me.session()).features.payments, 'payments are off');
  for (const text of ['1e400', '9007199254740993', '1.005', '"12"', 'null']) {
    const sample = samplePayment(trial.outside);
    const headers = { 'idempotency-key': `"${sample.idempotencyKey}"` };
    const exchange = await trial.me.call('createPayment', { raw: writeAmount(sample, text), headers });
    trial.expectProblem('money.form', exchange, 'invalid', { pointer: '/items/0/amount' });
  }
};

export const authorizationChecks: readonly Check[] = [
  { title: 'Payments that differ from their preview', rules: ['authorization.binds'], writes: refusedPayments, run: judgeBinding },
  { title: 'A payer’s clock that is wrong', rules: ['authorization.accepted-at'], writes: 'two payments', run: judgeClock },
  { title: 'The receipt shows what was accepted', rules: ['authorization.receipt'], writes: 'one payment', run: judgeReceipt },
  {
    title: 'Form, ids, version, authorization, then the rest',
    rules: ['order.form-before-ids', 'order.ids-before-version', 'order.version-before-authorization', 'order.authorization-before-terms'],
    writes: refusedPayments,
    run: judgeOrder,
  },
  {
    title: 'Size and media type, then the key, then the form',
    rules: ['order.media-type-first', 'order.key-syntax-before-form'],
    writes: refusedPayments,
    run: judgeFirst,
  },
  { title: 'Payments whose amounts are no integers', rules: ['money.form'], writes: refusedPayments, run: judgeForms },
];
