/** Asking somebody else's fields for an account: what is taken for an answer, and that it always ends. */
import { describe, expect, it } from 'vitest';
import { collectFrom, type BankSource, type BankSourceRequest, type Collected } from '../../src/client/bank-source.js';
import { defaultNow } from '../support/portfolio.js';
import { TestClock } from '../support/test-clock.js';

const request: BankSourceRequest = { holderName: 'Ada', type: 'checking', holderType: 'business', locale: 'en-US' };
const failed: Collected = { kind: 'failed', code: 'bank-source-failed' };
const late: Collected = { kind: 'failed', code: 'bank-source-timeout' };

const answering = (answer: unknown): BankSource => ({ collect: () => Promise.resolve(answer) as ReturnType<BankSource['collect']> });
const silent = (deadlineMs?: number): BankSource & { readonly signals: AbortSignal[] } => {
  const signals: AbortSignal[] = [];
  const collect: BankSource['collect'] = (_request, signal) => {
    signals.push(signal);
    return new Promise(() => undefined);
  };
  return { signals, collect, ...(deadlineMs === undefined ? {} : { deadlineMs }) };
};

const collect = (source: BankSource, clock = new TestClock(defaultNow), left = new AbortController().signal): Promise<Collected> =>
  collectFrom(source, request, clock, left);

describe('a bank source', () => {
  it('is told whose account of which kind it is asked for, and in which language', async () => {
    const asked: unknown[] = [];
    await collect({
      collect: (told) => {
        asked.push(told);
        return Promise.resolve({ token: 'tok' });
      },
    });
    expect(asked).toEqual([request]);
  });

  it('is asked in the press itself, so that it may open a window', () => {
    let isAsked = false;
    void collect({
      collect: () => {
        isAsked = true;
        return new Promise(() => undefined);
      },
    });
    expect(isAsked).toBe(true);
  });

  it.each<readonly [string, unknown, Collected]>([
    ['a token', { token: 'tok' }, { kind: 'token', account: { token: 'tok' } }],
    [
      'a token and what it knows of the account',
      { token: 'tok', type: 'savings', holderType: 'consumer', holderName: 'ADA' },
      { kind: 'token', account: { token: 'tok', type: 'savings', holderType: 'consumer', holderName: 'ADA' } },
    ],
    ['a token and things it doesn’t know', { token: 'tok', type: undefined, last4: '4321' }, { kind: 'token', account: { token: 'tok' } }],
    ['a cancellation', { cancelled: true }, { kind: 'cancelled' }],
    ['a correction', { invalid: 'Enter the routing number.' }, { kind: 'invalid', detail: 'Enter the routing number.' }],
    ['a correction without words', { invalid: '' }, { kind: 'invalid', detail: '' }],
  ])('may answer with %s', async (_what, answer, expected) => {
    expect(await collect(answering(answer))).toEqual(expected);
  });

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a bare text', 'tok'],
    ['an empty object', {}],
    ['an empty token', { token: '' }],
    ['a token that is no text', { token: 42 }],
    ['a token without end', { token: 'x'.repeat(4097) }],
    ['a kind of account nobody knows', { token: 'tok', type: 'gold' }],
    ['a cancellation that is none', { cancelled: false }],
    ['a token and a cancellation', { token: 'tok', cancelled: true }],
    ['a token and a correction', { token: 'tok', invalid: 'x' }],
    [
      'a token that throws when it is read',
      {
        get token(): string {
          throw new Error('no');
        },
      },
    ],
  ])('that answers with %s has failed', async (_what, answer) => {
    expect(await collect(answering(answer))).toEqual(failed);
  });

  it('that rejects, throws or can’t be asked has failed', async () => {
    expect(await collect({ collect: () => Promise.reject(new Error('down')) })).toEqual(failed);
    expect(
      await collect({
        collect: () => {
          throw new Error('down');
        },
      }),
    ).toEqual(failed);
    expect(await collect({} as BankSource)).toEqual(failed);
  });

  it.each([
    ['thirty seconds', undefined, 30_000],
    ['the time it asks for', 5_000, 5_000],
    ['ten minutes at most', 3_600_000, 600_000],
    ['thirty seconds where it asks for nonsense', Number.NaN, 30_000],
  ])('has %s, and is told when they are over', async (_what, deadlineMs, ms) => {
    const clock = new TestClock(defaultNow);
    const source = silent(deadlineMs);
    let ended: Collected | undefined;
    void collect(source, clock).then((collected) => (ended = collected));
    await clock.advance(ms - 1);
    expect(ended).toBeUndefined();
    expect(source.signals[0]?.aborted).toBe(false);
    await clock.advance(1);
    expect(ended).toEqual(late);
    expect(source.signals[0]?.aborted).toBe(true);
  });

  it('is told when the payer has left, and what it answers then counts for nothing', async () => {
    const left = new AbortController();
    let answer: (value: { token: string }) => void = () => undefined;
    let signal: AbortSignal | undefined;
    const collected = collect(
      {
        collect: (_request, unwanted) => {
          signal = unwanted;
          return new Promise((resolve) => (answer = resolve));
        },
      },
      new TestClock(defaultNow),
      left.signal,
    );
    left.abort();
    answer({ token: 'tok' });
    expect(await collected).toEqual({ kind: 'cancelled' });
    expect(signal?.aborted).toBe(true);
  });

  it('is not asked at all where the payer has left before', async () => {
    const source = silent();
    expect(await collect(source, new TestClock(defaultNow), AbortSignal.abort())).toEqual({ kind: 'cancelled' });
    expect(source.signals).toEqual([]);
  });

  it('hears no stop after it has answered', async () => {
    const clock = new TestClock(defaultNow);
    let signal: AbortSignal | undefined;
    await collect(
      {
        collect: (_request, unwanted) => {
          signal = unwanted;
          return Promise.resolve({ token: 'tok' });
        },
      },
      clock,
    );
    await clock.advance(60_000);
    expect(signal?.aborted).toBe(false);
  });
});
