/**
 * Payments made before the test begins, over the endpoint's own API as any page makes them. Works in a browser test and in Node alike.
 * Must not know what is done with them.
 */
import type { Payment, Preview, Session, Contract } from '../../src/api/index.js';
import { PaymentResult } from '../../src/api/index.js';
import type { Client, Result } from '../../src/client/client.js';

const valueOf = <T>(found: Result<T>): T => {
  if (!found.ok) throw new Error(`The endpoint refused: ${JSON.stringify(found)}`);
  return found.value;
};

export interface PastPayment {
  readonly contractId: string;
  readonly accountId: string;
  /** Minor units, in US dollars. */
  readonly value: number;
  /** What happens before each; a clock that stands still may go on. */
  readonly before?: () => Promise<void>;
}

/** `count` payments, one after the other; each a cent more than the one before, so that they can be told apart. The newest comes first. */
export const makePayments = async (
  client: Client,
  count: number,
  { contractId, accountId, value, before }: PastPayment,
): Promise<Payment[]> => {
  const { calendar }: Session = valueOf(await client.session());
  const made: Payment[] = [];
  for (let index = 0; index < count; index += 1) {
    await before?.();
    const contract: Contract = valueOf(await client.contract(contractId));
    const items = [{ contractId, contractVersion: contract.version, amount: { value: value + index, currency: 'USD' } }];
    const terms = { items, date: calendar.earliestDate, accountId, locale: 'en-US' };
    const { authorization }: Preview = valueOf(await client.preview(terms));
    const { id, sha256 } = authorization;
    const idempotencyKey = crypto.randomUUID();
    const body = { ...terms, idempotencyKey, authorization: { id, sha256, acceptedAt: '2026-11-18T15:00:00Z' } };
    const answer = await client.pay(body, 10_000);
    if (answer.kind !== 'ok') throw new Error(`The payment was not accepted: ${JSON.stringify(answer)}`);
    made.unshift(...PaymentResult.parse(answer.json).payments);
  }
  return made;
};
