/**
 * Writes down what was sent, shown and told while a script runs, and says in the end which invariants it broke.
 * The truth it compares with is what the database holds. Must not know how a script is carried out.
 */
import type { PaymentState } from '../../src/domain/payment.js';
import type { AspirePayEventMap, AspirePayEventName } from '../../src/events.js';
import { canary } from './people.js';
import type { StoredKey, StoredPayment } from './lender.js';
import type { SentPayment } from './wire.js';
import type { Wish } from './wishes.js';

export const invariants = ['I1', 'I2', 'I3', 'I4', 'I5', 'POSTs'] as const;
export type Invariant = (typeof invariants)[number];

export interface Violation {
  readonly invariant: Invariant;
  readonly what: string;
}

export interface Truth {
  readonly payments: readonly StoredPayment[];
  readonly keys: readonly StoredKey[];
  /** The element’s key behind one that the wire made up. */
  readonly keyBehind: ReadonlyMap<string, string>;
  readonly hasVersions: boolean;
  /** Keys that nobody can remember: their journal was lost, blocked or switched off. */
  readonly isExcused: (key: string) => boolean;
}

interface Claim {
  readonly at: number;
  /** Who was looking. */
  readonly payer: string;
}

const windows = ({ routingNumber, accountNumber }: typeof canary): string[] =>
  [routingNumber, accountNumber].flatMap((digits) =>
    Array.from({ length: digits.length - 4 }, (_, place) => digits.slice(place, place + 5)),
  );

const bankDigits = new RegExp(windows(canary).join('|'));
/** Digests and message authentication codes: hexadecimal and base64 by chance hold any five digits. */
const digests = /"(id|sha256)":"[^"]{43,}"/g;

const count = <T>(values: readonly T[]): Map<T, number> => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

export class Witness {
  readonly sent = new Map<string, SentPayment>();
  posts = 0;
  /** By key and contract. */
  readonly #wishBehind = new Map<string, Wish>();
  readonly #accepted: (Claim & { readonly id: string; readonly key: string | undefined })[] = [];
  readonly #notPaid: (Claim & { readonly key: string })[] = [];
  readonly #found: Violation[] = [];

  add(invariant: Invariant, what: string): void {
    this.#found.push({ invariant, what });
  }

  /** I5: nothing may hold a run of five bank digits. */
  read(where: string, text: string): void {
    if (!bankDigits.test(text)) return;
    if (bankDigits.test(text.replace(digests, ''))) this.add('I5', `bank digits in ${where}`);
  }

  /** I4: what the journal holds for a payer stands before them as *Checking*. */
  noteShown(remembered: readonly { readonly key: string }[], shown: readonly { readonly key: string }[]): void {
    const keys = new Set(shown.map(({ key }) => key));
    for (const { key } of remembered) if (!keys.has(key)) this.add('I4', `key ${key} is remembered and not shown`);
  }

  noteSent(payment: SentPayment, wishes: ReadonlyMap<string, Wish> | undefined): void {
    this.posts += 1;
    this.sent.set(payment.key, payment);
    for (const [contract, wish] of wishes ?? []) {
      const name = `${payment.key} ${contract}`;
      if (payment.versions.has(contract) && !this.#wishBehind.has(name)) this.#wishBehind.set(name, wish);
    }
  }

  noteEvent<Name extends AspirePayEventName>(name: Name, detail: AspirePayEventMap[Name]['detail'], claim: Claim): void {
    if (name === 'aspire-pay-refused')
      this.#notPaid.push({ ...claim, key: (detail as AspirePayEventMap['aspire-pay-refused']['detail']).key });
    if (name !== 'aspire-pay-submitted') return;
    const { payments } = detail as AspirePayEventMap['aspire-pay-submitted']['detail'];
    for (const { id } of payments) this.#accepted.push({ ...claim, id, key: undefined });
  }

  noteState(state: PaymentState, claim: Claim): void {
    if (state.name === 'accepted') for (const { id } of state.payments) this.#accepted.push({ ...claim, id, key: undefined });
    if (state.name !== 'refused' && state.name !== 'checking') return;
    const { key } = state.entry;
    if (state.name === 'refused') this.#notPaid.push({ ...claim, key });
    const owner = this.sent.get(key)?.payer;
    if (owner !== undefined && owner !== claim.payer) this.add('I4', `${owner}’s payment is shown to ${claim.payer}`);
  }

  /** Keys whose end the payer was told, by what the database says they are. */
  toldKeys({ payments, keyBehind }: Truth): Set<string> {
    const keyOf = new Map(payments.map(({ id, key }) => [id, keyBehind.get(key) ?? key]));
    const accepted = this.#accepted.flatMap(({ id }) => keyOf.get(id) ?? []);
    return new Set([...this.#notPaid.map(({ key }) => key), ...accepted]);
  }

  judge(truth: Truth): Violation[] {
    this.#judgeOnce(truth);
    this.#judgeWhole(truth);
    this.#judgeAccepted(truth);
    this.#judgeNotPaid(truth);
    this.#judgeEnds(truth);
    return this.#found;
  }

  #judgeOnce({ payments, keyBehind, hasVersions }: Truth): void {
    const made = payments.map(({ key, contract_id: contract }) => ({ key: keyBehind.get(key) ?? key, contract }));
    for (const [key, times] of count(made.map(({ key, contract }) => `${key} ${contract}`))) {
      if (times > 1) this.add('I1', `key ${key} was paid ${times} times`);
    }
    for (const [wish, times] of count(made.map(({ key, contract }) => this.#wishBehind.get(`${key} ${contract}`)))) {
      if (wish && times > 1) this.add('I1', `${wish.person} wanted to pay contract ${wish.contract} once and paid ${times} times`);
    }
    if (!hasVersions) return;
    const versions = made.map(({ key, contract }) => `${contract} at version ${this.sent.get(key)?.versions.get(contract) ?? ''}`);
    for (const [version, times] of count(versions)) if (times > 1) this.add('I1', `contract ${version} was paid ${times} times`);
  }

  /** All the contracts of a submission, or none. */
  #judgeWhole({ payments }: Truth): void {
    for (const [key, times] of count(payments.map((payment) => payment.key))) {
      const asked = this.sent.get(key)?.versions.size;
      if (asked !== undefined && times < asked) this.add('I2', `key ${key} was to pay ${asked} contracts and paid ${times}`);
    }
  }

  #judgeAccepted({ payments }: Truth): void {
    const stored = new Map(payments.map((payment) => [payment.id, payment]));
    for (const { id, at, payer } of this.#accepted) {
      const payment = stored.get(id);
      if (!payment || Date.parse(payment.created_at) > at) this.add('I2', `payment ${id} was shown as accepted and is not held`);
      else if (payment.payer_id !== payer) this.add('I2', `${payment.payer_id}’s payment was shown to ${payer}`);
    }
  }

  #judgeNotPaid({ keys, payments, keyBehind }: Truth): void {
    const paid = new Set(payments.map(({ key }) => keyBehind.get(key) ?? key));
    for (const { key, at } of this.#notPaid) {
      const owner = this.sent.get(key)?.payer;
      const isVoid = keys.some(
        (row) => row.key === key && row.state === 'voided' && row.payer_id === owner && Date.parse(row.created_at) <= at,
      );
      if (!isVoid) this.add('I3', `key ${key} was told as not paid and was not void`);
      if (paid.has(key)) this.add('I3', `key ${key} was told as not paid and is paid`);
    }
  }

  #judgeEnds(truth: Truth): void {
    const told = this.toldKeys(truth);
    for (const key of this.sent.keys()) {
      if (!told.has(key) && !truth.isExcused(key)) this.add('I4', `key ${key} never came to an end that its payer was told`);
    }
  }
}
