/**
 * Entering a new bank account, wherever that is done: holds its account number or its token, and its key; checks it, adds it.
 * Knows neither the form around it nor what the account is for.
 */
import type { BankAccount, BankAccountRequest } from '../api/index.js';
import { collectFrom, type BankSource, type Collected, type TokenAccount } from '../client/bank-source.js';
import type { Failure } from '../client/client.js';
import type { Environment } from '../client/environment.js';
import type { ErrorCode, Fault } from '../domain/errors.js';
import { checkHolder, checkNewAccount, editNewAccount, type NewAccountDraft } from '../domain/new-account.js';
import type { FieldFault, FieldName } from '../domain/payment.js';
import { refusedAccountFields } from '../domain/refused-fields.js';
import { bareDigits } from '../domain/routing-number.js';
import type { UserEvent } from '../domain/user-events.js';
import { AccountNumber } from './account-number.js';
import type { PayerScope } from './payer-scope.js';

/** What it takes to add an account for one payer. */
export type AccountLine = Pick<PayerScope, 'client' | 'environment'>;

export type AddAnswer =
  /** The endpoint has it from now on, usable or not; `isNew` is false where it had it before. */
  | { readonly kind: 'added'; readonly account: BankAccount; readonly isNew: boolean }
  /** Entries need a correction, by the endpoint's word or the bank source's. */
  | { readonly kind: 'corrections'; readonly faults: readonly FieldFault[] }
  /** The payer thought better of it in the bank source, or has left. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly fault: Fault };

export interface AccountEntryOptions {
  /** The integrator's own bank fields, read at call time; undefined where the element's own are used. */
  readonly source: () => BankSource | undefined;
  readonly locale: () => string;
  readonly report: (code: ErrorCode) => void;
  /** The digits were forgotten by themselves: what is shown in their place is to go. */
  readonly onForgotten: () => void;
}

/** Why an account can't be paid from, in the endpoint's words where it gave any. */
export const notUsable = (detail: string | undefined): FieldFault => ({
  field: 'account',
  code: 'account-not-usable',
  ...(detail === undefined ? {} : { detail }),
});

const ofFailure = ({ problem, fault, errors }: Failure): AddAnswer => {
  if (problem === 'account-not-usable') return { kind: 'corrections', faults: [notUsable(fault.detail)] };
  if (errors.length > 0) return { kind: 'corrections', faults: refusedAccountFields(errors) };
  return { kind: 'failed', fault };
};

const ofUncollected = (collected: Exclude<Collected, { kind: 'token' }>): AddAnswer => {
  if (collected.kind === 'cancelled') return collected;
  if (collected.kind === 'failed') return { kind: 'failed', fault: { code: collected.code } };
  return { kind: 'corrections', faults: [{ field: 'bankSource', code: 'bank-source-invalid', detail: collected.detail }] };
};

interface Adding {
  readonly left: AbortController;
  answer?: Promise<AddAnswer>;
}

type Numbers = { readonly routingNumber: string; readonly accountNumber: string };

export class AccountEntry {
  readonly #options: AccountEntryOptions;
  readonly #number: AccountNumber;
  /** One per account as typed, so that a second press adds no second account. */
  #key: string | undefined;
  /** Kept with the key while nobody knows whether the endpoint has had it: the same request must be sent again. */
  #token: TokenAccount | undefined;
  /** Whether a request with this key may have arrived already. */
  #isRepeat = false;
  #adding: Adding | undefined;

  constructor(options: AccountEntryOptions) {
    this.#options = options;
    this.#number = new AccountNumber(options.onForgotten);
  }

  /** The account as it is shown while nobody is in its number's field. */
  masked(account: NewAccountDraft): NewAccountDraft {
    const { mask, isForgotten } = this.#number;
    return { ...account, accountNumberMask: mask, isForgotten };
  }

  /** The account after an event, or undefined where the event is none of its fields'. */
  edit(account: NewAccountDraft, event: UserEvent, environment: Environment): NewAccountDraft | undefined {
    const edited = editNewAccount(account, event);
    if (!edited) return undefined;
    if (event.type === 'accountNumberTyped') this.#number.type(event.text, environment);
    this.abandon();
    return edited;
  }

  /** Whether there is anything to check: an empty field that is merely passed by is no mistake yet. */
  isFilled(field: FieldName, { holderName, routingNumber }: NewAccountDraft): boolean {
    const values: Partial<Record<FieldName, string>> = { holderName, routingNumber, accountNumber: this.#number.digits };
    return (values[field] ?? '') !== '';
  }

  /** Whether an account is being asked for or added. */
  get isAdding(): boolean {
    return this.#adding !== undefined;
  }

  /** Everything that needs a correction before the account can be added. */
  check(account: NewAccountDraft): FieldFault[] {
    return this.#options.source() ? checkHolder(account) : checkNewAccount(account, this.#number.digits);
  }

  /**
   * Asks the endpoint to keep the account; a source is asked for it first, in the press itself. A second press while one runs
   * gets the answer of the first. Asked again after an answer that got lost, it is the same request.
   */
  add(account: NewAccountDraft, line: AccountLine): Promise<AddAnswer> {
    if (this.#adding?.answer) return this.#adding.answer;
    const adding: Adding = { left: new AbortController() };
    this.#adding = adding;
    adding.answer = this.#add(account, line, adding.left.signal).finally(() => {
      if (this.#adding === adding) this.#adding = undefined;
    });
    return adding.answer;
  }

  async #add(account: NewAccountDraft, line: AccountLine, left: AbortSignal): Promise<AddAnswer> {
    const { type, holderType, routingNumber } = account;
    const holder = { holderName: account.holderName.trim(), type, holderType };
    const source = this.#options.source();
    if (!source) return this.#send(holder, { routingNumber: bareDigits(routingNumber), accountNumber: this.#number.digits }, line, left);
    const locale = this.#options.locale();
    const collected: Collected = this.#token
      ? { kind: 'token', account: this.#token }
      : await collectFrom(source, { ...holder, locale }, line.environment, left);
    if (collected.kind === 'failed') this.#options.report(collected.code);
    if (collected.kind !== 'token') return ofUncollected(collected);
    this.#token = collected.account;
    return this.#send(holder, collected.account, line, left);
  }

  async #send(
    holder: Pick<NewAccountDraft, 'holderName' | 'type' | 'holderType'>,
    account: Numbers | TokenAccount,
    { client, environment }: AccountLine,
    left: AbortSignal,
  ): Promise<AddAnswer> {
    this.#key ??= environment.uuid();
    const body: BankAccountRequest = { ...holder, ...account, idempotencyKey: this.#key };
    const isRepeat = this.#isRepeat;
    this.#isRepeat = true;
    const added = await client.addBankAccount(body);
    // A token that was refused is spent: the next press asks for another.
    if (!added.ok && added.problem !== undefined && 'token' in account && !left.aborted) this.#startAnew();
    return added.ok ? { kind: 'added', account: added.value.account, isNew: added.value.isNew || isRepeat } : ofFailure(added);
  }

  /** Nobody waits for what is being added any more; a source that is still being asked is told. */
  abandon(): void {
    this.#adding?.left.abort();
    this.#adding = undefined;
    this.#startAnew();
  }

  /** What follows is another account, under another key. */
  #startAnew(): void {
    this.#key = undefined;
    this.#token = undefined;
    this.#isRepeat = false;
  }

  /** Digits and token leave memory. */
  forget(): void {
    this.abandon();
    this.#number.forget();
  }
}
