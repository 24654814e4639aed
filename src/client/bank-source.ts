/**
 * Asks somebody else's fields for a bank account: hosted fields, a tokeniser, an instant verification. The element never sees a number then.
 * What comes back is read like an answer from the wire; whatever goes wrong over there stays over there.
 */
import * as z from 'zod/mini';
import { AccountType, HolderType } from '../api/index.js';
import { atLeast, atMost } from '../api/lengths.js';
import type { ErrorCode } from '../domain/errors.js';
import type { Environment } from './environment.js';

/** What a source is told of the account it is asked for. */
export interface BankSourceRequest {
  /** As the payer has filled it in. */
  readonly holderName: string;
  readonly type: AccountType;
  readonly holderType: HolderType;
  /** BCP 47 tag of the language on screen. */
  readonly locale: string;
}

/** The account behind a token. What the source knows better than the payer's own choice replaces it. */
export interface BankSourceToken {
  /** Opaque, at most 4,096 characters; goes to the endpoint as it is. Holds no bank digits. */
  readonly token: string;
  readonly type?: AccountType | undefined;
  readonly holderType?: HolderType | undefined;
  readonly holderName?: string | undefined;
}

export type BankSourceAnswer =
  | BankSourceToken
  /** The payer has thought better of it: back to the form, nothing is wrong. */
  | { readonly cancelled: true }
  /** What is in the source's own fields needs a correction; a sentence for the payer in the request's language, or empty. */
  | { readonly invalid: string };

/**
 * Bank fields that are not the element's own. What the page puts into the slot `bank` is shown in their place,
 * while an account is being entered and never otherwise.
 */
export interface BankSource {
  /**
   * Called when the payer asks to go on with the account, once a press: no second call comes while one is being answered and its signal
   * has not fired.
   * After a cancellation, a correction, a refusal by the endpoint or an edit, the next press asks anew.
   * The signal fires when the answer is no longer wanted: the payer has left or edits the account,
   * somebody else is signed in, or the time is over.
   * It is called in the press itself, so a window may be opened. A rejection is told to the page as `aspire-pay-error`.
   */
  collect(request: BankSourceRequest, signal: AbortSignal): Promise<BankSourceAnswer>;
  /**
   * The slot's content is on screen from now on. Call `edited` when the payer changes something in it: a token collected before,
   * and what was said to be wrong, are forgotten. What is returned is called when the content leaves the screen: empty the fields then.
   */
  mount?(edited: () => void): (() => void) | undefined;
  /** Milliseconds `collect` may take; 30,000 where it isn't said, ten minutes at most. */
  readonly deadlineMs?: number;
}

/** What of the request's body comes from the source. */
export interface TokenAccount {
  readonly token: string;
  readonly type?: AccountType;
  readonly holderType?: HolderType;
  readonly holderName?: string;
}

export type Collected =
  | { readonly kind: 'token'; readonly account: TokenAccount }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'invalid'; readonly detail: string }
  | { readonly kind: 'failed'; readonly code: Extract<ErrorCode, 'bank-source-failed' | 'bank-source-timeout'> };

const usualDeadlineMs = 30_000;
const longestDeadlineMs = 600_000;

const TokenAnswer = z.object({
  token: z.string().check(atLeast(1), atMost(4096)),
  type: z.optional(AccountType),
  holderType: z.optional(HolderType),
  holderName: z.optional(z.string().check(atLeast(1), atMost(140))),
});
const CancelledAnswer = z.object({ cancelled: z.literal(true) });
const InvalidAnswer = z.object({ invalid: z.string() });

const failed: Collected = { kind: 'failed', code: 'bank-source-failed' };

/** Without what was given as undefined: that replaces nothing. */
const toToken = ({ token, type, holderType, holderName }: z.output<typeof TokenAnswer>): TokenAccount => ({
  token,
  ...(type && { type }),
  ...(holderType && { holderType }),
  ...(holderName && { holderName }),
});

/** An answer with a token and a cancellation in it says neither. */
const read = (answer: unknown): Collected => {
  const cancelled = z.safeParse(CancelledAnswer, answer).success;
  const invalid = z.safeParse(InvalidAnswer, answer);
  const token = z.safeParse(TokenAnswer, answer);
  if ([cancelled, invalid.success, token.success].filter(Boolean).length !== 1) return failed;
  if (token.success) return { kind: 'token', account: toToken(token.data) };
  return invalid.success ? { kind: 'invalid', detail: invalid.data.invalid } : { kind: 'cancelled' };
};

const deadlineOf = ({ deadlineMs }: BankSource): number =>
  typeof deadlineMs === 'number' && deadlineMs > 0 ? Math.min(deadlineMs, longestDeadlineMs) : usualDeadlineMs;

/** Asked again after an await, where it may have changed. */
const hasFired = (signal: AbortSignal): boolean => signal.aborted;

/** Never throws and always ends: by the answer, by the deadline, or as a cancellation when the payer has left. */
export const collectFrom = async (
  source: BankSource,
  request: BankSourceRequest,
  environment: Pick<Environment, 'wait'>,
  left: AbortSignal,
): Promise<Collected> => {
  if (left.aborted) return { kind: 'cancelled' };
  const unwanted = new AbortController();
  const over = new AbortController();
  const answer = async (): Promise<Collected> => {
    try {
      return read(await source.collect(request, unwanted.signal));
    } catch {
      return failed;
    }
  };
  const leaving = new Promise<Collected>((resolve) => {
    const leave = (): void => {
      unwanted.abort();
      resolve({ kind: 'cancelled' });
    };
    left.addEventListener('abort', leave, { once: true, signal: over.signal });
  });
  const late = environment.wait(deadlineOf(source), over.signal).then((): Collected => ({ kind: 'failed', code: 'bank-source-timeout' }));
  const first = await Promise.race([leaving, answer(), late]);
  over.abort();
  if (first.kind === 'failed' && first.code === 'bank-source-timeout') unwanted.abort();
  return hasFired(left) ? { kind: 'cancelled' } : first;
};
