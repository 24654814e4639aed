/** Voided keys: for ever, unless the payment had won. */
import { PaymentResult } from '../../api/index.js';
import { isRefusedAs, type Exchange } from '../exchange.js';
import { readForm } from '../payer.js';
import { sumInFlight } from '../purse.js';
import type { Check, Trial } from '../trial.js';

const rounds = 3;

const judgeUnseen = async (trial: Trial): Promise<void> => {
  await trial.me.session();
  const key = trial.outside.newKey();
  for (const text of [key, key, key.toUpperCase()]) trial.expectStatus('void.unseen', await trial.me.voidKey(text), 204);
  trial.expectProblem('void.unseen', await trial.me.byKey(key), 'voided');
};

const judgeLate = async (trial: Trial): Promise<void> => {
  const { request } = await trial.purse.prepare();
  const before = await trial.me.contract(request.items[0]?.contractId ?? '');
  const voided = await trial.me.voidKey(request.idempotencyKey);
  trial.expectStatus('void.unseen', voided, 204);
  const late = await trial.me.pay(request);
  trial.expectProblem('void.late', late, 'voided');
  const upper = await trial.me.pay({ ...request, idempotencyKey: request.idempotencyKey.toUpperCase() });
  trial.expectProblem('void.late', upper, 'voided');
  const after = await trial.me.contract(before.id);
  trial.expect('void.late', sumInFlight(after) === sumInFlight(before), [voided, late], 'nothing more in flight');
  const formless = { idempotencyKey: request.idempotencyKey, items: [] };
  trial.expectProblem('order.key-lookup-before-form', await trial.me.pay(formless), 'voided');
};

const judgeAccepted = async (trial: Trial): Promise<void> => {
  const { request, payments } = await trial.purse.pay();
  const voided = await trial.me.voidKey(request.idempotencyKey);
  const ids = payments.map(({ id }) => id).join();
  if (trial.expectStatus('void.accepted', voided, 200)) {
    const told = readForm(voided, PaymentResult).payments.map(({ id }) => id);
    trial.expect('void.accepted', told.join() === ids, voided, `the payments ${ids}`);
  }
  const still = await trial.me.byKey(request.idempotencyKey);
  trial.expect('void.accepted', still.answer.status === 200, [voided, still], 'the payments by key, as before');
};

/** Who won says so, and the other one knows, or is told that the key is in progress. */
const isOneWinner = (paid: Exchange, voided: Exchange): boolean => {
  const isPaid = paid.answer.status === 201;
  if (isPaid) return voided.answer.status === 200 || isRefusedAs(voided, 'in-progress');
  return voided.answer.status === 204 && (isRefusedAs(paid, 'voided') || isRefusedAs(paid, 'in-progress'));
};

const oneWinner = '201 and 200 (or 409 in-progress), or 204 and 410 (or 409 in-progress)';

const judgeRace = async (trial: Trial): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    const { request } = await trial.purse.prepare();
    const key = request.idempotencyKey;
    const [paid, voided] = await Promise.all([trial.me.pay(request), trial.me.voidKey(key)]);
    trial.expect('void.race', isOneWinner(paid, voided), [paid, voided], oneWinner);
    const after = await trial.me.byKey(key);
    const expected = paid.answer.status === 201 ? 200 : 410;
    trial.expect('void.race', after.answer.status === expected, [paid, voided, after], `by-key ${expected} afterwards`);
  }
};

export const voidChecks: readonly Check[] = [
  { title: 'A void of a key nobody has seen', rules: ['void.unseen'], writes: 'one voided key', run: judgeUnseen },
  {
    title: 'A payment that arrives after its void',
    rules: ['void.unseen', 'void.late', 'order.key-lookup-before-form'],
    writes: 'one voided key, and payments under it, which are refused',
    run: judgeLate,
  },
  { title: 'A void of an accepted key', rules: ['void.accepted'], writes: 'one payment', run: judgeAccepted },
  { title: 'A payment and its void at once', rules: ['void.race'], writes: `${rounds} payments or voided keys`, run: judgeRace },
];
