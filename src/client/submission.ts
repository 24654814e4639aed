/**
 * Sends a payment so that it happens at most once and its end is always found out: journal, lock, one key,
 * retry, void before a refusal is told, questions until the end is known. Knows nothing of screens.
 */
import type { Payment, PaymentRequest } from '../api/index.js';
import type { ErrorCode } from '../domain/errors.js';
import type { OpenEntry } from '../domain/portfolio.js';
import type { Client } from './client.js';
import type { Environment } from './environment.js';
import type { Journal } from './journal.js';
import { tolerant } from './lock.js';
import { judgePayment, judgeQuestion, judgeVoid, type Refusal, type Verdict } from './verdict.js';

export type Outcome =
  | { readonly kind: 'accepted'; readonly payments: readonly Payment[] }
  /** The key is void: nothing was paid, and nothing will be. Without a refusal where the payment never arrived. */
  | { readonly kind: 'not-paid'; readonly refusal?: Refusal }
  /** Not known yet; the entry stays in the journal. */
  | { readonly kind: 'checking' }
  /** Not known and nobody signed in to ask; the entry stays in the journal. */
  | { readonly kind: 'signed-out' }
  /** Not known, and somebody else is signed in; the entry waits for its payer. */
  | { readonly kind: 'payer-changed' }
  /** Another tab is paying for this payer: nothing was sent. */
  | { readonly kind: 'elsewhere' };

export interface SubmissionOptions {
  /** Bound to the payer; keeps its endpoint even when the element's attribute moves on. */
  readonly client: Client;
  readonly journal: Journal;
  readonly environment: Environment;
  /** One per lender and payer. */
  readonly lockName: string;
  /** A defect or a weakness worth an event; never carries data of a payment. */
  readonly report: (code: ErrorCode) => void;
}

export interface Submission {
  readonly submit: (entry: OpenEntry, body: PaymentRequest) => Promise<Outcome>;
  /** Asks until the end is known or the signal fires. The first question comes at once, or after five seconds. */
  readonly settle: (entry: OpenEntry, options: SettleOptions) => Promise<Outcome>;
}

export interface SettleOptions {
  readonly signal: AbortSignal;
  readonly isFresh: boolean;
  readonly onAsked: () => void;
}

const windowMs = 30_000;
const postDeadlineMs = 12_000;
const askDeadlineMs = 8_000;
const maxPosts = 3;
/** A clock set back must not lengthen the window without end. */
const maxRounds = 16;
const firstBackoffMs = 500;
const maxBackoffMs = 8_000;
const questionDelaysMs = [5_000, 10_000, 20_000, 40_000, 60_000] as const;

const defects: readonly ErrorCode[] = ['too-large', 'unsupported-media-type'];

/** How long the endpoint asked to be left alone. */
const patienceOf = (verdict: Verdict): number => (verdict.kind === 'unknown' ? (verdict.retryAfterMs ?? 0) : 0);

const brokenBy = (verdict: Verdict): ErrorCode | undefined => (verdict.kind === 'unknown' ? verdict.code : undefined);

export const createSubmission = ({ client, journal, environment, lockName, report }: SubmissionOptions): Submission => {
  const withLock = tolerant(environment.withLock);
  const keyLock = (key: string): string => `${lockName}:${key}`;
  /** What was refused but not yet voided, so that the reason isn't lost while the key is checked. */
  const refusals = new Map<string, Refusal>();

  const notPaid = (key: string): Outcome => {
    const refusal = refusals.get(key);
    return refusal ? { kind: 'not-paid', refusal } : { kind: 'not-paid' };
  };

  /** The end a verdict stands for, or undefined while there is none. */
  const endOf = (verdict: Verdict, key: string): Outcome | undefined => {
    switch (verdict.kind) {
      case 'accepted':
        return { kind: 'accepted', payments: verdict.payments };
      case 'voided':
        return notPaid(key);
      case 'signed-out':
      case 'payer-changed':
        return { kind: verdict.kind };
      case 'refused':
      case 'not-seen':
      case 'key-reused':
      case 'unknown':
        return undefined;
    }
  };

  const voidKey = async (key: string, leftMs: number): Promise<Verdict> =>
    judgeVoid(await client.voidKey(key, Math.min(askDeadlineMs, leftMs)), key);
  const ask = async (key: string, leftMs: number): Promise<Verdict> =>
    judgeQuestion(await client.askByKey(key, Math.min(askDeadlineMs, leftMs)), key);

  /** One try: whatever seems right to do next about the key. */
  const advance = async (move: 'post' | 'ask' | 'void', key: string, body: PaymentRequest, leftMs: number): Promise<Verdict> => {
    if (move === 'void') return voidKey(key, leftMs);
    return move === 'ask' ? ask(key, leftMs) : judgePayment(await client.pay(body, Math.min(postDeadlineMs, leftMs)), key);
  };

  const noteRefusal = (key: string, refusal: Refusal): void => {
    refusals.set(key, refusal);
    if (defects.includes(refusal.fault.code)) report(refusal.fault.code);
  };

  const press = async (key: string, body: PaymentRequest): Promise<Outcome> => {
    const startedAt = environment.now();
    const left = (): number => windowMs - (environment.now() - startedAt);
    let move: 'post' | 'ask' | 'void' = 'post';
    let posts = 0;
    let mayPost = true;
    let broke: ErrorCode | undefined;
    for (let round = 0; round < maxRounds; round += 1) {
      const leftMs = left();
      if (leftMs <= 0) break;
      if (move === 'post') posts += 1;
      const verdict = await advance(move, key, body, leftMs);
      const end = endOf(verdict, key);
      if (end) return end;
      if (verdict.kind === 'refused') {
        noteRefusal(key, verdict.refusal);
        move = 'void';
        continue;
      }
      if (verdict.kind === 'key-reused') {
        report('key-reused');
        mayPost = false;
      }
      if (verdict.kind === 'not-seen' && mayPost && posts < maxPosts) {
        move = 'post';
        continue;
      }
      broke ??= brokenBy(verdict);
      const backoff = environment.random() * Math.min(maxBackoffMs, firstBackoffMs * 2 ** round);
      await environment.wait(Math.min(Math.max(patienceOf(verdict), backoff), Math.max(left(), 0)));
      if (move !== 'void') move = 'ask';
    }
    // The payer can only wait; what stands in the way, such as CORS, the integrator can mend. A defect was told already.
    if (broke && mayPost) report(broke);
    return { kind: 'checking' };
  };

  const isFinal = (outcome: Outcome): boolean => outcome.kind === 'accepted' || outcome.kind === 'not-paid';

  /** What is final is forgotten; everything else stays in the journal for its payer. */
  const conclude = (key: string, outcome: Outcome): Outcome => {
    if (isFinal(outcome)) {
      journal.remove(key);
      refusals.delete(key);
    }
    return outcome;
  };

  const submit: Submission['submit'] = (entry, body) =>
    withLock(lockName, async (isHeld) => {
      if (!isHeld) return { kind: 'elsewhere' };
      return withLock(keyLock(entry.key), async () => {
        if (!journal.write(entry)) report('storage-blocked');
        return conclude(entry.key, await press(entry.key, body));
      });
    });

  /** A key that was not seen is voided only when the press that made it can no longer be sending. */
  const isPressOver = ({ pressedAt }: OpenEntry): boolean => Math.abs(environment.now() - Date.parse(pressedAt)) >= windowMs;

  const askOnce = async (entry: OpenEntry): Promise<Verdict> => {
    const verdict = await ask(entry.key, askDeadlineMs);
    const isDead = verdict.kind === 'not-seen' && (refusals.has(entry.key) || isPressOver(entry));
    return isDead ? voidKey(entry.key, askDeadlineMs) : verdict;
  };

  const settle: Submission['settle'] = async (entry, { signal, isFresh, onAsked }) => {
    const isOver = (): boolean => signal.aborted;
    let patienceMs = 0;
    for (let round = isFresh ? 0 : -1; !isOver(); round += 1) {
      const delayMs = questionDelaysMs[Math.min(round, questionDelaysMs.length - 1)] ?? 0;
      if (round >= 0) await pause(Math.max(delayMs, patienceMs), signal);
      if (isOver()) break;
      // The page that pressed holds this lock while it sends: it finds out by itself.
      const verdict = await withLock(keyLock(entry.key), (isHeld) => (isHeld ? askOnce(entry) : Promise.resolve(undefined)));
      // Nobody is there to be told: the entry stays, and is settled anew for whoever comes back.
      if (isOver()) break;
      onAsked();
      const outcome = verdict && endOf(verdict, entry.key);
      if (outcome) return conclude(entry.key, outcome);
      patienceMs = verdict ? patienceOf(verdict) : 0;
    }
    return { kind: 'checking' };
  };

  /** Waits, but no longer than until the page wakes or comes online. */
  const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
    const woken = new AbortController();
    const wake = (): void => {
      woken.abort();
    };
    const stop = environment.onWake(wake);
    signal.addEventListener('abort', wake);
    await environment.wait(ms, woken.signal);
    signal.removeEventListener('abort', wake);
    stop();
  };

  return { submit, settle };
};
