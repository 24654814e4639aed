/**
 * Several clients that pay at once: keys of their own on contracts they share, copies of requests, voids in between. Ends when the
 * endpoint does.
 */
import { randomInt } from 'node:crypto';
import type { Answer, Caller } from '../../demo/endpoint/support/caller.js';
import { usd } from '../../demo/endpoint/support/caller.js';
import { spareContracts } from '../../demo/endpoint/support/portfolio.js';
import { newAttempt, note, type Attempt } from './book.js';

const clients = 8;
const amount = usd(1_000);

const anyContract = (): string => `c${String(randomInt(1, spareContracts + 1)).padStart(2, '0')}`;

const someContracts = (): string[] => [...new Set(Array.from({ length: randomInt(1, 4) }, anyContract))];

/** A broken connection is no answer; anything else that goes wrong here is a fault of the test. */
const send = (call: () => Promise<Answer>): Promise<Answer | undefined> =>
  call().catch((error: unknown) => {
    if (error instanceof TypeError) return undefined;
    throw error;
  });

const pathOf = ({ request }: Attempt): string => `/payments/by-key/${request.idempotencyKey}`;

const pay = async (call: Caller, attempt: Attempt): Promise<void> => note(attempt, await send(() => call.pay(attempt.request)));

const voidKey = async (call: Caller, attempt: Attempt): Promise<void> =>
  note(attempt, await send(() => call(`${pathOf(attempt)}/void`, { method: 'PUT' })));

/** One payment as one of the ways it happens: once, as copies at once, raced by a void, voided and sent again. */
const payOneWay = async (call: Caller, attempt: Attempt): Promise<void> => {
  switch (randomInt(8)) {
    case 0:
      await Promise.all([pay(call, attempt), pay(call, attempt), pay(call, attempt)]);
      return;
    case 1:
      await Promise.all([pay(call, attempt), voidKey(call, attempt)]);
      return;
    case 2:
      await voidKey(call, attempt);
      await pay(call, attempt);
      return;
    default:
      await pay(call, attempt);
  }
};

const runClient = async (call: Caller, book: Attempt[], onAccepted: () => void): Promise<void> => {
  for (;;) {
    // Reading and previewing store nothing: whatever breaks here is the kill.
    const request = await call.prepare(someContracts(), { amount }).catch(() => undefined);
    if (request === undefined) {
      if ((await send(() => call('/healthz'))) === undefined) return;
      continue;
    }
    const attempt = newAttempt(request);
    book.push(attempt);
    await payOneWay(call, attempt);
    if (attempt.accepted.size > 0) onAccepted();
  }
};

export interface Load {
  /** Resolves when the first payment was acknowledged. */
  readonly warm: Promise<void>;
  /** Resolves when nobody answers any more, with every key that was used. */
  readonly ended: Promise<Attempt[]>;
}

export const startLoad = (call: Caller): Load => {
  const book: Attempt[] = [];
  let onAccepted = (): void => undefined;
  const warm = new Promise<void>((resolve) => {
    onAccepted = resolve;
  });
  const ended = Promise.all(Array.from({ length: clients }, () => runClient(call, book, onAccepted))).then(() => book);
  return { warm, ended };
};

/** As an element that was reloaded does: asks by key, and where it was not seen voids it or sends it again. */
export const settle = async (call: Caller, attempt: Attempt): Promise<void> => {
  const answer = await send(() => call(pathOf(attempt)));
  note(attempt, answer);
  if (answer?.status !== 404) return;
  if (randomInt(2) === 0) await pay(call, attempt);
  // A refused payment stores nothing: its key is voided as well.
  if (attempt.accepted.size === 0) await voidKey(call, attempt);
};
