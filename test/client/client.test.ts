/** The calls of the API: what they ask, what they take for an answer, and the one retry after a lost sign-in. */
import { describe, expect, it } from 'vitest';
import { problemType } from '../../src/api/index.js';
import { createClient } from '../../src/client/client.js';
import type { Answer, RequestOptions } from '../../src/client/http.js';
import { isBroken } from '../../src/domain/portfolio.js';
import { asOf, excavators, session, ultrasound } from '../support/sample-contracts.js';

const ok = (json: unknown): Answer => ({ kind: 'ok', status: 200, json, payer: 'baker' });
const signedOut: Answer = { kind: 'problem', name: 'unauthenticated', problem: { type: 'about:blank' }, retryAfterMs: undefined };

const open = (answers: Answer[], renewToken: () => Promise<boolean> = () => Promise.resolve(false)) => {
  const asked: RequestOptions[] = [];
  const http = (request: RequestOptions): Promise<Answer> => {
    asked.push(request);
    const answer = answers.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('One question too many.'));
  };
  return { asked, client: createClient({ http, renewToken, now: () => 0, payer: 'baker' }) };
};
const account = {
  id: 'a1',
  label: 'Checking ••4321',
  last4: '4321',
  type: 'checking',
  holderType: 'business',
  currency: 'USD',
  status: 'usable',
};
const query = { q: '', sort: 'dueDate', status: 'open' } as const;
const pageOf = (...items: unknown[]): unknown => ({ items, nextCursor: null, asOf, total: items.length, totals: [] });

describe('a list of contracts', () => {
  it('keeps the whole ones and names the broken', async () => {
    const broken = { ...ultrasound, totals: 'unknown' };
    const { client } = open([ok(pageOf(excavators, broken, 42, { id: '', number: 1 }))]);
    const found = await client.contracts(query, undefined, 20);
    if (!found.ok) throw new Error('The list was refused.');
    expect(found.value.items.map((line) => [line.id, isBroken(line), line.number])).toEqual([
      [excavators.id, false, excavators.number],
      [ultrasound.id, true, ultrasound.number],
      ['unreadable-2', true, ''],
      ['unreadable-3', true, ''],
    ]);
  });

  it('takes no contract whose sums are in another currency than its own', async () => {
    const mixed = { ...excavators, totals: { ...excavators.totals, due: { value: 1, currency: 'CAD' } } };
    const { client } = open([ok(pageOf(mixed))]);
    expect(await client.contracts(query, undefined, 20)).toMatchObject({ ok: true, value: { items: [{ broken: true }] } });
  });

  it('case 46: passes over fields it doesn’t know', async () => {
    const { client } = open([ok(pageOf({ ...excavators, colour: 'yellow', totals: { ...excavators.totals, later: 1 } }))]);
    const found = await client.contracts(query, undefined, 20);
    expect(JSON.stringify(found)).not.toMatch(/colour|later/);
    expect(found).toMatchObject({ ok: true, value: { items: [{ id: excavators.id }] } });
  });

  it('case 45: keeps words it doesn’t know', async () => {
    const { client } = open([ok({ ...excavators, status: 'in_review' })]);
    expect(await client.contract(excavators.id)).toMatchObject({ ok: true, value: { status: 'in_review' } });
  });

  it('is asked for by search, order, status and page', async () => {
    const { client, asked } = open([ok(pageOf()), ok(pageOf())]);
    await client.contracts({ q: 'EL 10&x', sort: 'open', status: 'closed' }, 'c/1', 20);
    await client.contracts(query, undefined, 20);
    expect(asked.map(({ path }) => path)).toEqual([
      '/contracts?status=closed&q=EL+10%26x&sort=open&cursor=c%2F1&limit=20',
      '/contracts?status=open&sort=dueDate&limit=20',
    ]);
  });

  it('is a bad answer without its items', async () => {
    const { client } = open([ok({ items: 'none' })]);
    expect(await client.contracts(query, undefined, 20)).toEqual({ ok: false, fault: { code: 'bad-answer' }, errors: [] });
  });
});

describe('a failed call', () => {
  it.each<readonly [Answer, string]>([
    [{ kind: 'unknown', code: 'network', retryAfterMs: undefined }, 'network'],
    [{ kind: 'payer-changed' }, 'payer-changed'],
    [{ kind: 'problem', name: 'payer-mismatch', problem: { type: 'x' }, retryAfterMs: undefined }, 'payer-changed'],
    [{ kind: 'problem', name: 'payments-off', problem: { type: 'x' }, retryAfterMs: undefined }, 'payments-off'],
    [{ kind: 'problem', name: 'account-in-use', problem: { type: 'x' }, retryAfterMs: undefined }, 'refused'],
  ])('%o is called %s', async (answer, code) => {
    const { client } = open([answer]);
    expect(await client.session()).toMatchObject({ ok: false, fault: { code } });
  });

  it('brings the endpoint’s words and its field errors along', async () => {
    const errors = [{ pointer: '/date', code: 'past', detail: 'This day has passed.' }];
    const problem = { type: problemType('invalid'), title: 'Invalid', detail: 'This day has passed.', errors };
    const { client } = open([{ kind: 'problem', name: 'invalid', problem, retryAfterMs: undefined }]);
    expect(await client.preview({ items: [], date: '2026-11-18', accountId: 'a', locale: 'en-US' })).toEqual({
      ok: false,
      fault: { code: 'refused', detail: 'This day has passed.' },
      problem: 'invalid',
      errors,
    });
  });
});

describe('a lost sign-in', () => {
  it('is asked for once, and the same request sent again', async () => {
    const { client, asked } = open([signedOut, ok(session)], () => Promise.resolve(true));
    expect(await client.session()).toMatchObject({ ok: true });
    expect(asked[1]).toEqual(asked[0]);
  });

  it('is lost where the second answer says so too', async () => {
    const { client, asked } = open([signedOut, signedOut], () => Promise.resolve(true));
    expect(await client.session()).toMatchObject({ ok: false, fault: { code: 'unauthenticated' } });
    expect(asked).toHaveLength(2);
  });

  it('is lost at once where no token is to be had', async () => {
    const { client, asked } = open([signedOut]);
    expect(await client.session()).toMatchObject({ ok: false, fault: { code: 'unauthenticated' } });
    expect(asked).toHaveLength(1);
  });
});

describe('a bank account', () => {
  const body = { idempotencyKey: 'k', token: 'tok', type: 'checking', holderType: 'business', holderName: 'Ada' } as const;

  it('is new where the endpoint created it, and was there before where it only found it', async () => {
    const created: Answer = { kind: 'ok', status: 201, json: account, payer: 'baker' };
    const { client, asked } = open([created, ok(account)]);
    expect(await client.addBankAccount(body)).toMatchObject({ ok: true, value: { account, isNew: true } });
    expect(await client.addBankAccount(body)).toMatchObject({ ok: true, value: { account, isNew: false } });
    expect(asked).toMatchObject([{ method: 'POST', path: '/bank-accounts', body, payer: 'baker' }, {}]);
  });

  it('is a bad answer where it can’t be read', async () => {
    const { client } = open([ok({ ...account, last4: '98765' })]);
    expect(await client.addBankAccount(body)).toEqual({ ok: false, fault: { code: 'bad-answer' }, errors: [] });
  });

  it('is removed by its id', async () => {
    const { client, asked } = open([{ kind: 'ok', status: 204, json: undefined, payer: 'baker' }]);
    expect(await client.removeBankAccount('a/1')).toMatchObject({ ok: true });
    expect(asked).toMatchObject([{ method: 'DELETE', path: '/bank-accounts/a%2F1', payer: 'baker' }]);
  });

  it('that is in use, or gone, is named so', async () => {
    const refusal = (name: 'account-in-use' | 'not-found'): Answer => ({
      kind: 'problem',
      name,
      problem: { type: problemType(name) },
      retryAfterMs: undefined,
    });
    const { client } = open([refusal('account-in-use'), refusal('not-found')]);
    expect(await client.removeBankAccount('a1')).toMatchObject({ ok: false, problem: 'account-in-use' });
    expect(await client.removeBankAccount('a1')).toMatchObject({ ok: false, problem: 'not-found' });
  });

  it('is listed page by page', async () => {
    const { client, asked } = open([ok({ items: [account], nextCursor: 'c/1', asOf })]);
    expect(await client.bankAccounts('c/0', 20)).toMatchObject({ ok: true, value: { items: [account], nextCursor: 'c/1' } });
    expect(asked).toMatchObject([{ path: '/bank-accounts?cursor=c%2F0&limit=20' }]);
  });
});
