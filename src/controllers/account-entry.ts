/**
 * Entering a new bank account, wherever that is done: holds its account number and its key, checks it, adds it.
 * Knows neither the form around it nor what the account is for.
 */
import type { BankAccount } from '../api/index.js';
import type { Failure } from '../client/client.js';
import type { Environment } from '../client/environment.js';
import type { Fault } from '../domain/errors.js';
import { checkNewAccount, editNewAccount, type NewAccountDraft } from '../domain/new-account.js';
import type { FieldFault, FieldName } from '../domain/payment.js';
import { refusedAccountFields } from '../domain/refused-fields.js';
import { bareDigits } from '../domain/routing-number.js';
import type { UserEvent } from '../domain/user-events.js';
import { AccountNumber } from './account-number.js';
import type { PayerScope } from './payer-scope.js';

export type AddAnswer =
  /** The endpoint has it from now on, usable or not. */
  | { readonly kind: 'added'; readonly account: BankAccount }
  /** Entries need a correction, by the endpoint's word. */
  | { readonly kind: 'corrections'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'failed'; readonly fault: Fault };

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

export class AccountEntry {
  readonly #number: AccountNumber;
  /** One per account as typed, so that a second press adds no second account. */
  #key: string | undefined;

  /** `onForgotten` where the digits were forgotten by themselves: what is shown in their place is to go. */
  constructor(onForgotten: () => void) {
    this.#number = new AccountNumber(onForgotten);
  }

  /** The account as it is shown while nobody is in its number's field. */
  masked(account: NewAccountDraft): NewAccountDraft {
    return { ...account, accountNumberMask: this.#number.mask };
  }

  /** The account after an event, or undefined where the event is none of its fields'. */
  edit(account: NewAccountDraft, event: UserEvent, environment: Environment): NewAccountDraft | undefined {
    const edited = editNewAccount(account, event);
    if (!edited) return undefined;
    if (event.type === 'accountNumberTyped') this.#number.type(event.text, environment);
    this.#key = undefined;
    return edited;
  }

  /** Whether there is anything to check: an empty field that is merely passed by is no mistake yet. */
  isFilled(field: FieldName, { holderName, routingNumber }: NewAccountDraft): boolean {
    const values: Partial<Record<FieldName, string>> = { holderName, routingNumber, accountNumber: this.#number.digits };
    return (values[field] ?? '') !== '';
  }

  /** Everything that needs a correction before the account can be added. */
  check(account: NewAccountDraft): FieldFault[] {
    return checkNewAccount(account, this.#number.digits);
  }

  /** Asks the endpoint to keep the account. Asked again with nothing typed between, it is the same account. */
  async add({ holderName, type, holderType, routingNumber }: NewAccountDraft, { client, environment }: PayerScope): Promise<AddAnswer> {
    this.#key ??= environment.uuid();
    const added = await client.addBankAccount({
      idempotencyKey: this.#key,
      routingNumber: bareDigits(routingNumber),
      accountNumber: this.#number.digits,
      type,
      holderType,
      holderName: holderName.trim(),
    });
    return added.ok ? { kind: 'added', account: added.value } : ofFailure(added);
  }

  forget(): void {
    this.#number.forget();
    this.#key = undefined;
  }
}
