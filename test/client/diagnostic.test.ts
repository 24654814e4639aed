/** What is told of a request: which, how it ended, after how long; and that nobody can be known by it. */
import { describe, expect, it } from 'vitest';
import { toldOf, type Diagnostic } from '../../src/client/diagnostic.js';
import type { Answer, RequestOptions } from '../../src/client/http.js';

const ok: Answer = { kind: 'ok', status: 200, json: { number: '100-0048213-002' }, payer: 'baker' };

const tellOf = async (request: Partial<RequestOptions>, answer: Answer = ok): Promise<Diagnostic[]> => {
  const told: Diagnostic[] = [];
  let now = 1_000;
  const http = (): Promise<Answer> => {
    now += 42;
    return Promise.resolve(answer);
  };
  const same = await toldOf(
    http,
    () => now,
    (one) => told.push(one),
  )({ method: 'GET', path: '/session', deadlineMs: 1, ...request });
  expect(same).toBe(answer);
  return told;
};

describe('a request that has ended', () => {
  it.each([
    ['GET', '/session', 'GET /session'],
    ['GET', '/contracts?q=excavator&cursor=abc&limit=20', 'GET /contracts'],
    ['GET', '/contracts/100-0048213-002', 'GET /contracts/{id}'],
    ['GET', '/contracts/el%2D1/invoices?limit=20', 'GET /contracts/{id}/invoices'],
    ['POST', '/payments', 'POST /payments'],
    ['POST', '/payments/preview', 'POST /payments/preview'],
    ['POST', '/payments/preview-1/cancel', 'POST /payments/{id}/cancel'],
    ['GET', '/payments/by-key/7f0c2a8e-1111-4222-8333-444455556666', 'GET /payments/by-key/{id}'],
    ['PUT', '/payments/by-key/7f0c2a8e-1111-4222-8333-444455556666/void', 'PUT /payments/by-key/{id}/void'],
    ['DELETE', '/bank-accounts/400012346789', 'DELETE /bank-accounts/{id}'],
    ['POST', '/sign-ins/s1/verify', 'POST /sign-ins/{id}/verify'],
  ] as const)('%s %s is told as %s', async (method, path, request) => {
    expect(await tellOf({ method, path })).toEqual([{ request, result: 'ok', ms: 42 }]);
  });

  it.each([
    [
      'the name of its problem',
      { kind: 'problem', name: 'rate-limited', problem: { type: 'x', detail: 'Ada Baker' }, retryAfterMs: 1 },
      'rate-limited',
    ],
    ['what broke', { kind: 'unknown', code: 'timeout', retryAfterMs: undefined }, 'timeout'],
    ['that it was for somebody else', { kind: 'payer-changed' }, 'payer-changed'],
  ] as const)('says %s, and no text of the endpoint’s', async (_name, answer, result) => {
    expect(await tellOf({}, answer as Answer)).toEqual([{ request: 'GET /session', result, ms: 42 }]);
  });

  it('is no fault of the network where the element needed it no more', async () => {
    const answer: Answer = { kind: 'unknown', code: 'network', retryAfterMs: undefined };
    const [told] = await tellOf({ signal: AbortSignal.abort() }, answer);
    expect(told?.result).toBe('aborted');
  });
});
