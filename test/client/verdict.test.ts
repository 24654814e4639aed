/** What each answer says about a payment's key, call by call: the whole table. */
import { describe, expect, it } from 'vitest';
import { problemStatus, problemType, type ProblemName } from '../../src/api/index.js';
import type { Answer } from '../../src/client/http.js';
import { judgePayment, judgeQuestion, judgeVoid } from '../../src/client/verdict.js';
import { key, payment } from '../support/sample-payments.js';

const names = Object.keys(problemStatus) as ProblemName[];
const problem = (name: ProblemName): Answer => ({
  kind: 'problem',
  name,
  problem: { type: problemType(name), detail: 'So it is.' },
  retryAfterMs: 2_000,
});
const ok = (json: unknown, status = 200): Answer => ({ kind: 'ok', status, json, payer: undefined });

/** Problems that mean the same whatever was asked. */
const always: Partial<Record<ProblemName, string>> = {
  unauthenticated: 'signed-out',
  'payer-mismatch': 'payer-changed',
  'in-progress': 'unknown',
  'rate-limited': 'unknown',
  unavailable: 'unknown',
  voided: 'voided',
};
const expectations = names.map((name) => ({
  name,
  payment: always[name] ?? (name === 'key-reused' ? 'key-reused' : 'refused'),
  question: always[name] ?? (name === 'not-found' ? 'not-seen' : 'unknown'),
  tombstone: always[name] ?? 'unknown',
}));

describe.each(expectations)('the problem $name', ({ name, payment: ofPayment, question, tombstone }) => {
  it(`is ${ofPayment} to a payment, ${question} to a question, ${tombstone} to a void`, () => {
    expect(judgePayment(problem(name), key).kind).toBe(ofPayment);
    expect(judgeQuestion(problem(name), key).kind).toBe(question);
    expect(judgeVoid(problem(name), key).kind).toBe(tombstone);
  });
});

describe.each([
  ['a payment', judgePayment],
  ['a question', judgeQuestion],
  ['a void', judgeVoid],
] as const)('an answer to %s', (_name, judge) => {
  it('is accepted with the payments of this key, in whichever case the key is written', () => {
    expect(judge(ok({ key, payments: [payment] }), key)).toEqual({ kind: 'accepted', payments: [payment] });
    expect(judge(ok({ key: key.toUpperCase(), payments: [payment] }, 201), key).kind).toBe('accepted');
  });

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['no payments', { key, payments: [] }],
    ['the payments of another key', { key: '11111111-1111-4111-8111-111111111111', payments: [payment] }],
    ['a payment without a reference', { key, payments: [{ ...payment, reference: undefined }] }],
    ['an amount no integer can hold', { key, payments: [{ ...payment, amount: { value: 2 ** 53, currency: 'USD' } }] }],
  ])('is unknown with %s', (_what, json) => {
    expect(judge(ok(json), key)).toEqual({ kind: 'unknown', retryAfterMs: undefined, code: 'bad-answer' });
  });

  it('is unknown where nothing came through, with the time to wait', () => {
    expect(judge({ kind: 'unknown', code: 'unavailable', retryAfterMs: 3_000 }, key)).toEqual({
      kind: 'unknown',
      retryAfterMs: 3_000,
      code: 'unavailable',
    });
    expect(judge(problem('in-progress'), key)).toEqual({ kind: 'unknown', retryAfterMs: 2_000, code: undefined });
  });

  it('is nobody’s where it was for somebody else', () => {
    expect(judge({ kind: 'payer-changed' }, key)).toEqual({ kind: 'payer-changed' });
  });
});

describe('204', () => {
  it('is a tombstone to a void and proves nothing to anything else', () => {
    expect(judgeVoid({ kind: 'ok', status: 204, json: undefined, payer: 'payer-baker' }, key)).toEqual({ kind: 'voided' });
    expect(judgePayment(ok(undefined, 204), key).kind).toBe('unknown');
    expect(judgeQuestion(ok(undefined, 204), key).kind).toBe('unknown');
    expect(judgeVoid(ok(undefined, 200), key).kind).toBe('unknown');
  });
});

describe('204 without the payer’s name', () => {
  it('is not the endpoint’s: a gateway or a worker may have said so, and the payment may still be made', () => {
    expect(judgeVoid(ok(undefined, 204), key)).toEqual({ kind: 'unknown', retryAfterMs: undefined, code: 'bad-answer' });
  });
});

describe('a refusal', () => {
  it.each([
    ['contract-changed', 'balance'],
    ['preview-changed', 'terms'],
    ['invalid', 'other'],
    ['forbidden', 'other'],
  ] as const)('%s has the cause %s, and the endpoint’s own words', (name, cause) => {
    const verdict = judgePayment(problem(name), key);
    expect(verdict).toMatchObject({ kind: 'refused', refusal: { cause, fault: { detail: 'So it is.' }, errors: [] } });
  });
});
